import { fold } from '../app/folding.ts'
import type { Reading, Tables, Writing } from './tables.ts'

/** A stored view with its maker's name. */
export interface ViewRow {
  readonly id: number
  readonly list: string
  readonly name: string
  readonly userId: number
  readonly maker: string
  readonly shared: boolean
  readonly content: string
}

const rows = (base: Reading) =>
  base
    .selectFrom('views')
    .innerJoin('users', 'users.id', 'views.user_id')
    .select([
      'views.id',
      'views.list',
      'views.name',
      'views.user_id as userId',
      'users.name as maker',
      'views.shared',
      'views.content',
    ])

const readable = <Row extends { shared: number }>(row: Row) => ({ ...row, shared: row.shared === 1 })

/** Everybody's views of a list, then this person's own; each by name. */
export async function readViews(base: Reading, list: string, userId: number): Promise<ViewRow[]> {
  const shared = await rows(base)
    .where('views.list', '=', list)
    .where('views.shared', '=', 1)
    .orderBy('views.folded')
    .execute()
  const own = await rows(base)
    .where('views.user_id', '=', userId)
    .where('views.list', '=', list)
    .where('views.shared', '=', 0)
    .orderBy('views.folded')
    .execute()
  return [...shared, ...own].map(readable)
}

export async function readView(base: Reading, id: number): Promise<ViewRow | undefined> {
  const row = await rows(base).where('views.id', '=', id).executeTakeFirst()
  return row && readable(row)
}

/** What all views of a list hold, whoever made them. */
export const readContents = (base: Reading, list: string): Promise<{ id: number; content: string }[]> =>
  base.selectFrom('views').select(['id', 'content']).where('list', '=', list).execute()

export async function setContent(trx: Writing, id: number, content: string): Promise<void> {
  await trx.updateTable('views').set({ content }).where('id', '=', id).execute()
}

/** The view of this name among those a person would find it in: everybody's, or their own. */
export async function viewOfName(
  base: Reading,
  { list, name, shared, userId }: Pick<ViewRow, 'list' | 'name' | 'shared' | 'userId'>,
): Promise<number | undefined> {
  const named = base
    .selectFrom('views')
    .select('id')
    .where('list', '=', list)
    .where('folded', '=', fold(name))
  const row = await (
    shared ? named.where('shared', '=', 1) : named.where('shared', '=', 0).where('user_id', '=', userId)
  ).executeTakeFirst()
  return row?.id
}

/** Writes a new view or over one; gives back its id. */
export async function writeView(
  trx: Writing,
  view: Omit<ViewRow, 'id' | 'maker'> & { readonly id: number | undefined },
  at: number,
): Promise<number> {
  const values: Omit<Tables['views'], 'id'> = {
    list: view.list,
    name: view.name,
    folded: fold(view.name),
    user_id: view.userId,
    shared: view.shared ? 1 : 0,
    content: view.content,
    changed_at: at,
  }
  if (view.id === undefined) {
    const made = await trx.insertInto('views').values(values).returning('id').executeTakeFirstOrThrow()
    return made.id
  }
  await trx.updateTable('views').set(values).where('id', '=', view.id).execute()
  return view.id
}

export async function deleteView(trx: Writing, id: number): Promise<void> {
  await trx.deleteFrom('views').where('id', '=', id).execute()
}

/** With which view a list begins for a person; undefined where they chose none. */
export async function readFirstView(
  base: Reading,
  userId: number,
  list: string,
): Promise<number | undefined> {
  const row = await base
    .selectFrom('view_firsts')
    .select('view_id')
    .where('user_id', '=', userId)
    .where('list', '=', list)
    .executeTakeFirst()
  return row?.view_id
}

export async function writeFirstView(
  trx: Writing,
  userId: number,
  list: string,
  viewId: number | null,
): Promise<void> {
  await trx.deleteFrom('view_firsts').where('user_id', '=', userId).where('list', '=', list).execute()
  if (viewId !== null)
    await trx.insertInto('view_firsts').values({ user_id: userId, list, view_id: viewId }).execute()
}
