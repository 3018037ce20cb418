import { criteria, type Criteria } from '../app/contract/targets.ts'
import { fold } from '../app/folding.ts'
import type { Reading, Tables, Writing } from './tables.ts'

/** A stored target group with its maker's name. */
export interface TargetRow {
  readonly id: number
  readonly name: string
  readonly userId: number
  readonly maker: string
  readonly shared: boolean
  readonly criteria: Criteria
}

const rows = (base: Reading) =>
  base
    .selectFrom('targets')
    .innerJoin('users', 'users.id', 'targets.user_id')
    .select([
      'targets.id',
      'targets.name',
      'targets.user_id as userId',
      'users.name as maker',
      'targets.shared',
      'targets.criteria',
    ])

const readable = <Row extends { shared: number; criteria: string }>(row: Row) => ({
  ...row,
  shared: row.shared === 1,
  criteria: criteria.parse(JSON.parse(row.criteria)),
})

/** Everybody's target groups and this person's own, by name. */
export async function readTargets(base: Reading, userId: number): Promise<TargetRow[]> {
  const named = rows(base).select('targets.folded as order')
  const found = await named
    .where('targets.shared', '=', 1)
    .unionAll(named.where('targets.user_id', '=', userId).where('targets.shared', '=', 0))
    .orderBy('order')
    .execute()
  return found.map(({ order: _, ...row }) => readable(row))
}

export async function readTarget(base: Reading, id: number): Promise<TargetRow | undefined> {
  const row = await rows(base).where('targets.id', '=', id).executeTakeFirst()
  return row && readable(row)
}

/** The criteria of all of them, whoever made them, as they are stored. */
export const readAllCriteria = (base: Reading): Promise<{ id: number; content: string }[]> =>
  base.selectFrom('targets').select(['id', 'criteria as content']).execute()

/** Criteria as stored text, over what is there. */
export async function setCriteria(trx: Writing, id: number, content: string): Promise<void> {
  await trx.updateTable('targets').set({ criteria: content }).where('id', '=', id).execute()
}

/** The target group of this name among those a person would find it in: everybody's, or their own. */
export async function targetOfName(
  base: Reading,
  { name, shared, userId }: Pick<TargetRow, 'name' | 'shared' | 'userId'>,
): Promise<number | undefined> {
  const named = base.selectFrom('targets').select('id').where('folded', '=', fold(name))
  const row = await (
    shared ? named.where('shared', '=', 1) : named.where('shared', '=', 0).where('user_id', '=', userId)
  ).executeTakeFirst()
  return row?.id
}

/** Writes a new one or over one; gives back its id. */
export async function writeTarget(
  trx: Writing,
  target: Omit<TargetRow, 'id' | 'maker'> & { readonly id: number | undefined },
  at: number,
): Promise<number> {
  const values: Omit<Tables['targets'], 'id'> = {
    name: target.name,
    folded: fold(target.name),
    user_id: target.userId,
    shared: target.shared ? 1 : 0,
    criteria: JSON.stringify(target.criteria),
    changed_at: at,
  }
  if (target.id === undefined) {
    const made = await trx.insertInto('targets').values(values).returning('id').executeTakeFirstOrThrow()
    return made.id
  }
  await trx.updateTable('targets').set(values).where('id', '=', target.id).execute()
  return target.id
}

export async function deleteTarget(trx: Writing, id: number): Promise<void> {
  await trx.deleteFrom('targets').where('id', '=', id).execute()
}
