import { sql } from 'kysely'
import type { Reading } from '../tables.ts'

/** Figures of one person; milliseconds. */
export interface StoredResult {
  readonly userId: number
  readonly taken: number
  readonly waited: number
  readonly missed: number
  readonly made: number
  readonly reached: number
  readonly talked: number
}

/** A stretch of time, the end left out; of one person where the reader is limited to their own calls. */
export interface ResultScope {
  readonly from: number
  readonly to: number
  readonly ownOf: number | undefined
}

/** What each person did on calls that began in a stretch of time and are over. */
export function sumResults(base: Reading, { from, to, ownOf }: ResultScope): Promise<StoredResult[]> {
  const tookIt = sql`(had = 1 AND outcome = 'answered')`
  return base
    .selectFrom('calls')
    .innerJoin('call_people', 'call_people.call_id', 'calls.id')
    .select('call_people.user_id as userId')
    .select([
      sql<number>`sum(direction = 'incoming' AND ${tookIt})`.as('taken'),
      sql<number>`ifnull(cast(round(avg(CASE WHEN direction = 'incoming' AND ${tookIt} THEN wait_ms END)) AS INTEGER), 0)`.as(
        'waited',
      ),
      sql<number>`sum(direction = 'incoming' AND call_people.rang = 1 AND missed = 1)`.as('missed'),
      sql<number>`sum(direction = 'outgoing' AND had = 1)`.as('made'),
      sql<number>`sum(direction = 'outgoing' AND ${tookIt})`.as('reached'),
      // A call that was handed on counts for whoever had it last.
      sql<number>`sum(CASE WHEN calls.user_id = call_people.user_id THEN talk_ms ELSE 0 END)`.as('talked'),
    ])
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .where('outcome', 'is not', null)
    .where('direction', '<>', 'internal')
    .$if(ownOf !== undefined, (query) => query.where('call_people.user_id', '=', ownOf!))
    .groupBy('call_people.user_id')
    .execute()
}

/** How many missed calls each person returned in a stretch of time. */
export async function countReturned(base: Reading, { from, to }: ResultScope): Promise<Map<number, number>> {
  const rows = await base
    .selectFrom('calls')
    .select((eb) => ['returned_by as userId', eb.fn.countAll<number>().as('count')])
    .where('missed', '=', 1)
    .where('returned_by', 'is not', null)
    .where('returned_at', '>=', from)
    .where('returned_at', '<', to)
    .groupBy('returned_by')
    .execute()
  return new Map(rows.map(({ userId, count }) => [userId!, count]))
}

/** Clients whose status went from one entry to another in a stretch of time, by the operation log, and when. */
export async function statusChanges(
  base: Reading,
  { from, to }: ResultScope,
  before: number,
  after: number,
): Promise<{ clientId: number; at: number }[]> {
  const rows = await base
    .selectFrom('operations')
    .select(['subject_id as clientId', 'at'])
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('action', '=', 'clients.save')
    .where('subject_id', 'is not', null)
    .where(
      sql<boolean>`EXISTS (SELECT 1 FROM json_each(operations.changes) AS change
        WHERE change.value ->> 'field' = 'client.status'
          AND change.value ->> 'before' = ${before} AND change.value ->> 'after' = ${after})`,
    )
    .execute()
  return rows.map(({ clientId, at }) => ({ clientId: clientId!, at }))
}

/** Who spoke with a client last before a moment, not longer ago than `since`. */
export async function lastSpoken(
  base: Reading,
  clientId: number,
  since: number,
  before: number,
): Promise<number | undefined> {
  const row = await base
    .selectFrom('calls')
    .select('user_id')
    .where('client_id', '=', clientId)
    .where('started_at', '>=', since)
    .where('started_at', '<=', before)
    .where('outcome', '=', 'answered')
    .where('user_id', 'is not', null)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.user_id ?? undefined
}
