import { sql } from 'kysely'
import type { RatedCall } from '../../app/rates.ts'
import type { Reading, Writing } from '../tables.ts'

/** A call with what its price hangs on, and what it has cost until now. */
export interface CallToCost extends RatedCall {
  readonly id: number
  readonly userId: number | null
  readonly before: StoredCost
}

/** Fine amount; null where no rate was for it. */
export interface StoredCost {
  readonly cost: number | null
  readonly currency: string | null
  readonly rateId: number | null
  readonly billedSeconds: number | null
}

const rows = (base: Reading) =>
  base
    .selectFrom('calls')
    .select(['id', 'direction', 'connection_id', 'line', 'e164', 'number', 'started_at', 'talk_ms'])
    .select(['user_id', 'cost', 'cost_currency', 'rate_id', 'billed_seconds'])
    .where('outcome', 'is not', null)

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** Digits by which rates know a number: of E.164 where it is known, else as the line sent them. */
const digitsOf = ({ e164, number }: Pick<Row, 'e164' | 'number'>) => (e164 ?? number).replace(/\D/g, '')

const callOf = (row: Row): CallToCost & { readonly internal: boolean } => ({
  id: row.id,
  direction: row.direction === 'incoming' ? 'incoming' : 'outgoing',
  internal: row.direction === 'internal',
  connectionId: row.connection_id,
  line: row.line ?? '',
  digits: digitsOf(row),
  startedAt: row.started_at,
  talkSeconds: row.talk_ms / 1000,
  userId: row.user_id,
  before: {
    cost: row.cost,
    currency: row.cost_currency,
    rateId: row.rate_id,
    billedSeconds: row.billed_seconds,
  },
})

export type EndedCall = ReturnType<typeof callOf>

/** Ended calls whose cost has not been reckoned yet. */
export async function readUncosted(base: Reading, limit: number): Promise<EndedCall[]> {
  const found = await rows(base).where('costed_at', 'is', null).orderBy('id').limit(limit).execute()
  return found.map(callOf)
}

/** Ended calls of a stretch of time, behind one of them. */
export async function readToCost(
  base: Reading,
  { from, to, after, limit }: { from: number; to: number; after: { at: number; id: number }; limit: number },
): Promise<EndedCall[]> {
  const found = await rows(base)
    .where('started_at', '>=', Math.max(from, after.at))
    .where('started_at', '<', to)
    .where((eb) =>
      eb.or([
        eb('started_at', '>', after.at),
        eb.and([eb('started_at', '=', after.at), eb('id', '>', after.id)]),
      ]),
    )
    .orderBy('started_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return found.map(callOf)
}

/** How many ended calls began in a stretch of time. */
export async function countEnded(base: Reading, from: number, to: number): Promise<number> {
  const { count } = await base
    .selectFrom('calls')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .where('outcome', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

export type Costed = StoredCost & { readonly id: number }

/** Writes what calls cost: one statement for all of them. */
export async function writeCosts(trx: Writing, costs: readonly Costed[], at: number): Promise<void> {
  const json = JSON.stringify(
    costs.map(({ id, cost, currency, rateId, billedSeconds }) => [id, cost, currency, rateId, billedSeconds]),
  )
  await sql`UPDATE calls SET
      cost = told.value ->> 1, cost_currency = told.value ->> 2, rate_id = told.value ->> 3,
      billed_seconds = told.value ->> 4, costed_at = ${at}
    FROM json_each(${json}) AS told WHERE calls.id = told.value ->> 0`.execute(trx)
}

export async function insertRun(
  trx: Writing,
  run: { at: number; by: number; seat: string; from: number; to: number },
): Promise<number> {
  const { id } = await trx
    .insertInto('cost_runs')
    .values({
      at: run.at,
      user_id: run.by,
      seat: run.seat,
      from_at: run.from,
      to_at: run.to,
      state: 'running',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps what calls had cost before a run, with the moment of the run's own change. */
export async function insertRunCalls(
  trx: Writing,
  run: number,
  calls: readonly Costed[],
  at: number,
): Promise<void> {
  const json = JSON.stringify(
    calls.map(({ id, cost, currency, rateId, billedSeconds }) => [id, cost, currency, rateId, billedSeconds]),
  )
  await sql`INSERT INTO cost_run_calls (run_id, call_id, costed_at, cost, cost_currency, rate_id, billed_seconds)
    SELECT ${run}, value ->> 0, ${at}, value ->> 1, value ->> 2, value ->> 3, value ->> 4
    FROM json_each(${json})`.execute(trx)
  await trx
    .updateTable('cost_runs')
    .set((eb) => ({ changed: eb('changed', '+', calls.length) }))
    .where('id', '=', run)
    .execute()
}

export async function setRunState(
  trx: Writing,
  id: number,
  state: 'done' | 'stopped' | 'undone',
): Promise<void> {
  await trx.updateTable('cost_runs').set({ state }).where('id', '=', id).execute()
}

export function readRun(base: Reading, id: number) {
  return base
    .selectFrom('cost_runs')
    .select(['id', 'state', 'changed', 'from_at as from', 'to_at as to'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Runs that a crash broke off. */
export const readRunsUnderWay = (base: Reading) =>
  base
    .selectFrom('cost_runs')
    .select(['id', 'user_id', 'seat', 'changed'])
    .where('state', '=', 'running')
    .execute()

/** What calls had cost before a run, a portion by id, and whether nothing has reckoned them since. */
export async function readRunCalls(base: Reading, run: number, after: number, limit: number) {
  const found = await base
    .selectFrom('cost_run_calls as kept')
    .innerJoin('calls', 'calls.id', 'kept.call_id')
    .select(['kept.call_id as id', 'kept.cost', 'kept.cost_currency as currency', 'kept.rate_id as rateId'])
    .select('kept.billed_seconds as billedSeconds')
    .select((eb) => eb('calls.costed_at', '=', eb.ref('kept.costed_at')).as('untouched'))
    .where('kept.run_id', '=', run)
    .where('kept.call_id', '>', after)
    .orderBy('kept.call_id')
    .limit(limit)
    .execute()
  return found.map(({ untouched, ...cost }) => ({ ...cost, untouched: Number(untouched) === 1 }))
}

/** What was spent in a month by an employee or by a line, in fine amounts. */
export async function spentBy(
  base: Reading,
  who: { userId: number | null; line: string | null; currency: string },
  from: number,
  to: number,
): Promise<number> {
  const { spent } = await base
    .selectFrom('calls')
    .select((eb) => eb.fn.sum<number | null>('cost').as('spent'))
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .where('outcome', 'is not', null)
    .where('direction', '<>', 'internal')
    .where('cost_currency', '=', who.currency)
    .$if(who.userId !== null, (query) => query.where('user_id', '=', who.userId))
    .$if(who.line !== null, (query) => query.where('line', '=', who.line))
    .executeTakeFirstOrThrow()
  return spent ?? 0
}
