import type { ListEntry, ListId } from '../../app/contract/lists.ts'
import { readyName, usualRelation } from '../../app/lists.ts'
import { among } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

/** What a new office starts with; the names are in the language files until the office gives its own. */
const ready: Readonly<Record<string, readonly (readonly [key: string, tone: ListEntry['tone']])[]>> = {
  status: [
    ['potential', 'info'],
    ['active', 'good'],
    ['reliable', 'good'],
    ['problem', 'warn'],
    ['lost', 'bad'],
  ],
  relation: [
    ['relation.client', 'neutral'],
    ['relation.supplier', 'info'],
    ['relation.contractor', 'info'],
    ['relation.partner', 'good'],
  ],
  category: [
    ['category.key', 'good'],
    ['category.regular', 'neutral'],
    ['category.occasional', 'neutral'],
  ],
  source: [
    ['source.recommended', 'neutral'],
    ['source.passing', 'neutral'],
    ['source.search', 'neutral'],
    ['source.social', 'neutral'],
    ['source.advertising', 'neutral'],
    ['source.fair', 'neutral'],
  ],
  price: [
    ['price.retail', 'neutral'],
    ['price.wholesale', 'neutral'],
  ],
}

export async function insertReadyEntries(trx: Writing): Promise<void> {
  await trx
    .insertInto('list_entries')
    .values(
      Object.entries(ready).flatMap(([list, entries]) =>
        entries.map(([key, tone], position) => ({
          list,
          key,
          name: readyName(key),
          tone,
          position,
        })),
      ),
    )
    .execute()
}

/** All of them, or those of one list, in their order; retired ones too. */
export async function readEntries(base: Reading, list?: ListId): Promise<ListEntry[]> {
  const rows = await base
    .selectFrom('list_entries')
    .selectAll()
    .$if(list !== undefined, (query) => query.where('list', '=', list!))
    .orderBy('list')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ retired_at, ...row }) => ({
    ...row,
    list: row.list as ListId,
    names: JSON.parse(row.names) as Record<string, string>,
    tone: row.tone as ListEntry['tone'],
    retired: retired_at !== null,
  }))
}

/** The entry by which a new card counts as a client; undefined before the first start. */
export async function readUsualRelation(base: Reading): Promise<number | undefined> {
  const row = await base
    .selectFrom('list_entries')
    .select('id')
    .where('key', '=', usualRelation)
    .executeTakeFirst()
  return row?.id
}

export interface EntryColumns {
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly tone: ListEntry['tone']
}

/** At the end of its list. */
export async function insertEntry(trx: Writing, list: ListId, entry: EntryColumns): Promise<number> {
  const last = await trx
    .selectFrom('list_entries')
    .select((eb) => eb.fn.max<number | null>('position').as('position'))
    .where('list', '=', list)
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('list_entries')
    .values({
      list,
      key: null,
      name: entry.name,
      names: JSON.stringify(entry.names),
      tone: entry.tone,
      position: (last.position ?? -1) + 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateEntry(trx: Writing, id: number, entry: EntryColumns): Promise<void> {
  const { name, names, tone } = entry
  await trx
    .updateTable('list_entries')
    .set({ name, names: JSON.stringify(names), tone })
    .where('id', '=', id)
    .execute()
}

export async function setEntryRetired(trx: Writing, id: number, at: number | null): Promise<void> {
  await trx.updateTable('list_entries').set({ retired_at: at }).where('id', '=', id).execute()
}

/** The order of the ids; those that are not among them stay behind. */
export async function setEntryOrder(trx: Writing, ids: readonly number[]): Promise<void> {
  for (const [position, id] of ids.entries())
    // eslint-disable-next-line no-await-in-loop -- one connection
    await trx.updateTable('list_entries').set({ position }).where('id', '=', id).execute()
}

/** Of these ids, those that are entries of the list. */
export async function readEntriesAmong(
  base: Reading,
  list: ListId,
  ids: readonly number[],
): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await base
    .selectFrom('list_entries')
    .select('id')
    .where('list', '=', list)
    .where(among('id', ids))
    .execute()
  return rows.map((row) => row.id)
}
