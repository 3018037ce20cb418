import { sql } from 'kysely'
import { among, oneOf } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

/** Calls of these clients, the latest first; `ownedBy`: only those that a person had to do with. */
export async function readCallsOf(
  base: Reading,
  clients: readonly number[],
  stretch: { readonly before: number | undefined; readonly limit: number },
  ownedBy: number | undefined,
) {
  const { before, limit } = stretch
  return base
    .selectFrom('calls')
    .leftJoin('users', 'users.id', 'user_id')
    .select([
      'calls.id',
      'started_at as at',
      'users.name as by',
      'direction',
      'outcome',
      'talk_ms as talked',
      'missed',
      'returned_at',
      'note',
    ])
    .where(oneOf('client_id', clients))
    .$if(before !== undefined, (query) => query.where('calls.id', '<', before!))
    .$if(ownedBy !== undefined, (query) =>
      query.where('calls.id', 'in', (eb) =>
        eb.selectFrom('call_people').select('call_id').where('call_people.user_id', '=', ownedBy!),
      ),
    )
    .orderBy('calls.id', 'desc')
    .limit(limit)
    .execute()
}

/** When somebody of the office last spoke with these clients by telephone, and who did; `ownedBy` as above. */
export const readLastTalk = (
  base: Reading,
  clients: readonly number[],
  ownedBy: number | undefined,
): Promise<{ at: number; by: string | null } | undefined> =>
  base
    .selectFrom('calls')
    .leftJoin('users', 'users.id', 'user_id')
    .select(['started_at as at', 'users.name as by'])
    .where(oneOf('client_id', clients))
    .where('client_id', 'is not', null)
    .where('answered_at', 'is not', null)
    .$if(ownedBy !== undefined, (query) =>
      query.where('calls.id', 'in', (eb) =>
        eb.selectFrom('call_people').select('call_id').where('call_people.user_id', '=', ownedBy!),
      ),
    )
    .orderBy('started_at', 'desc')
    .orderBy('calls.id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The calls of merged clients become those of the card that stays; whose they were is kept with the merge. Resolves to their ids. */
export async function moveCalls(
  trx: Writing,
  merge: number,
  from: readonly number[],
  to: number,
): Promise<number[]> {
  const rows = await trx
    .selectFrom('calls')
    .select(['id', 'client_id'])
    .where(among('client_id', from))
    .execute()
  const moved = rows.map(({ id, client_id }) => [merge, id, client_id])
  await sql`INSERT INTO client_merge_calls (merge_id, call_id, client_id)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(moved)})`.execute(trx)
  const ids = rows.map(({ id }) => id)
  await trx.updateTable('calls').set({ client_id: to }).where(among('id', ids)).execute()
  return ids
}

/** Those that a merge moved are again whose they were, unless somebody has said since that they are another's. */
export async function moveCallsBack(trx: Writing, merge: number, kept: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('client_merge_calls')
    .select('call_id')
    .where('merge_id', '=', merge)
    .execute()
  await sql`UPDATE calls SET client_id = m.client_id FROM client_merge_calls AS m
    WHERE m.merge_id = ${merge} AND m.call_id = calls.id AND calls.client_id = ${kept}`.execute(trx)
  await trx.deleteFrom('client_merge_calls').where('merge_id', '=', merge).execute()
  return rows.map((row) => row.call_id)
}
