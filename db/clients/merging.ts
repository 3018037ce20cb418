import type { ClientDraft } from '../../app/contract/clients.ts'
import { among } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

/** Which card a merged client's card is now, through however many merges; its own where it was not merged. */
export async function readKept(base: Reading, id: number): Promise<number> {
  let kept = id
  for (;;) {
    // eslint-disable-next-line no-await-in-loop -- each says where the next one is
    const row = await base
      .selectFrom('clients')
      .select('merged_into')
      .where('id', '=', kept)
      .executeTakeFirst()
    if (!row || row.merged_into === null) return kept
    kept = row.merged_into
  }
}

/** Everybody whose card went into this one, directly or through another. */
export async function readMergedInto(base: Reading, id: number): Promise<number[]> {
  const all: number[] = []
  for (let into = [id]; into.length > 0;) {
    // eslint-disable-next-line no-await-in-loop -- the next ones went into these
    const rows = await base.selectFrom('clients').select('id').where(among('merged_into', into)).execute()
    into = rows.map((row) => row.id)
    all.push(...into)
  }
  return all
}

/** Marks clients as gone into another: in the bin, and not to be had from it. */
export async function setMerged(
  trx: Writing,
  ids: readonly number[],
  into: number | null,
  change: { at: number; by: number },
): Promise<void> {
  await trx
    .updateTable('clients')
    .set((eb) => ({
      merged_into: into,
      binned_at: into === null ? null : change.at,
      changed_at: change.at,
      changed_by: change.by,
      revision: eb('revision', '+', 1),
    }))
    .where(among('id', ids))
    .execute()
}

/** One merge, as it is kept for taking it back. */
export interface Merge {
  readonly id: number
  readonly at: number
  readonly keptId: number
  /** Of the kept card after the merge. */
  readonly revision: number
  readonly keptBefore: ClientDraft
  readonly merged: readonly MergedClient[]
}
export interface MergedClient {
  readonly id: number
  readonly name: string
}

export async function insertMerge(
  trx: Writing,
  { at, keptId, revision, keptBefore, merged }: Omit<Merge, 'id'>,
  by: number,
): Promise<number> {
  const row = await trx
    .insertInto('client_merges')
    .values({
      at,
      user_id: by,
      kept_id: keptId,
      revision,
      kept_before: JSON.stringify(keptBefore),
      merged: JSON.stringify(merged),
      undone_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The latest merge into this card that was not taken back. */
export async function readLastMerge(base: Reading, keptId: number): Promise<Merge | undefined> {
  const row = await base
    .selectFrom('client_merges')
    .selectAll()
    .where('kept_id', '=', keptId)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      at: row.at,
      keptId: row.kept_id,
      revision: row.revision,
      keptBefore: JSON.parse(row.kept_before) as ClientDraft,
      merged: JSON.parse(row.merged) as MergedClient[],
    }
  )
}

export async function setUndone(trx: Writing, id: number, at: number): Promise<void> {
  await trx.updateTable('client_merges').set({ undone_at: at }).where('id', '=', id).execute()
}

/** A card is again as an earlier merge left it, under a new revision: that merge can be taken back too. */
export async function followRevision(trx: Writing, keptId: number, from: number, to: number): Promise<void> {
  await trx
    .updateTable('client_merges')
    .set({ revision: to })
    .where('kept_id', '=', keptId)
    .where('revision', '=', from)
    .where('undone_at', 'is', null)
    .execute()
}

/** Remembers that these are different clients, each pair of them. */
export async function insertDistinct(
  trx: Writing,
  ids: readonly number[],
  change: { at: number; by: number },
): Promise<void> {
  const sorted = [...ids].sort((a, b) => a - b)
  const pairs = sorted.flatMap((first, place) => sorted.slice(place + 1).map((second) => ({ first, second })))
  await trx
    .insertInto('client_distinct')
    .values(pairs.map((pair) => ({ ...pair, at: change.at, user_id: change.by })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Forgets it again. */
export async function deleteDistinct(trx: Writing, ids: readonly number[]): Promise<void> {
  await trx.deleteFrom('client_distinct').where(among('first', ids)).where(among('second', ids)).execute()
}
