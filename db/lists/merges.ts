import type { Reading, Tables, Writing } from '../tables.ts'

/** begun: the entry is retired, and who has it is not known yet. */
export type MergeState = Tables['list_merges']['state']

/** One merge of entries, as it is kept for bringing it to its end and for taking it back. */
export interface EntryMerge {
  readonly id: number
  readonly state: MergeState
  readonly userId: number | null
  readonly entry: number
  readonly into: number
  /** Clients that had the entry, */
  readonly had: readonly number[]
  /** and of those the ones that had the other too: they keep it. */
  readonly both: readonly number[]
  /** What else named the entry before it followed. */
  readonly limits: Followed
}

/** What named the entry, by its id: what it was limited to, or as it was stored. */
export interface Followed {
  readonly roles: readonly Before<readonly number[]>[]
  readonly fields: readonly Before<readonly number[]>[]
  readonly targets: readonly Before<string>[]
  readonly views: readonly Before<string>[]
}
interface Before<Value> {
  readonly id: number
  readonly before: Value
}

type Kept = Pick<EntryMerge, 'had' | 'both' | 'limits'>

export async function insertEntryMerge(
  trx: Writing,
  { entry, into, limits }: Pick<EntryMerge, 'entry' | 'into' | 'limits'>,
  change: { at: number; by: number },
): Promise<number> {
  const kept: Kept = { had: [], both: [], limits }
  const { id } = await trx
    .insertInto('list_merges')
    .values({
      at: change.at,
      user_id: change.by,
      entry_id: entry,
      into_id: into,
      clients: JSON.stringify(kept),
      undone_at: null,
      state: 'begun',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const readable = (row: Omit<Tables['list_merges'], 'id'> & { id: number }): EntryMerge => ({
  id: row.id,
  state: row.state,
  userId: row.user_id,
  entry: row.entry_id,
  into: row.into_id,
  ...(JSON.parse(row.clients) as Kept),
})

/** Undefined where there is none. */
export async function readEntryMerge(base: Reading, id: number): Promise<EntryMerge | undefined> {
  const row = await base.selectFrom('list_merges').selectAll().where('id', '=', id).executeTakeFirst()
  return row && readable(row)
}

/** Those that were broken off, the first first. */
export async function readMergesUnderWay(base: Reading): Promise<EntryMerge[]> {
  const rows = await base
    .selectFrom('list_merges')
    .selectAll()
    .where('state', 'in', ['begun', 'merging', 'undoing'])
    .orderBy('id')
    .execute()
  return rows.map(readable)
}

/** Who has to be moved is known: from now on they are. */
export async function setMergeClients(
  trx: Writing,
  { id, limits }: Pick<EntryMerge, 'id' | 'limits'>,
  clients: Pick<EntryMerge, 'had' | 'both'>,
): Promise<void> {
  const kept: Kept = { ...clients, limits }
  await trx
    .updateTable('list_merges')
    .set({ clients: JSON.stringify(kept), state: 'merging' })
    .where('id', '=', id)
    .execute()
}

export async function setMergeState(
  trx: Writing,
  id: number,
  state: 'merged' | 'undoing' | 'undone',
  at: number,
): Promise<void> {
  await trx
    .updateTable('list_merges')
    .set({ state, ...(state === 'merged' ? {} : { undone_at: at }) })
    .where('id', '=', id)
    .execute()
}
