import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { RecostStep } from '../../../../app/contract/callCosts.ts'
import { Refusal } from '../../../../app/errors.ts'
import {
  countEnded,
  insertRun,
  insertRunCalls,
  readRun,
  readRunCalls,
  readRunsUnderWay,
  readToCost,
  setRunState,
  writeCosts,
} from '../../../../db/calls/costs.ts'
import { readPrices } from '../../../../db/calls/rates.ts'
import type { Connection } from '../../../../db/connection.ts'
import { insertOperations } from '../../../../db/log.ts'
import type { Reading } from '../../../../db/tables.ts'
import type { LongWork } from '../../work.ts'
import { costed, costedAtOnce } from './costing.ts'
import { momentsOf } from './reporting.ts'

/** A run that is over. Throws NOT_FOUND; IN_USE for one that goes on or was taken back. */
export async function theRun(base: Reading, id: number) {
  const run = await readRun(base, id)
  if (!run) throw new Refusal('NOT_FOUND')
  if (run.state === 'running' || run.state === 'undone') throw new Refusal('IN_USE')
  return run
}

/** Reckons the calls of days by the present rates, a portion at a time; what they had cost is kept for going back. */
export async function reckonAnew(
  look: LongWork,
  days: { from: string; to: string },
  tell: (step: RecostStep) => void,
  signal: AbortSignal,
): Promise<RecostStep> {
  const { from, to } = momentsOf(days)
  const total = await look.office.use(() => countEnded(look.base, from, to))
  const ended = { run: null as number | null, changed: 0, kept: 0, stopped: false }
  if (total === 0) return { done: 0, total, ended }
  const run = await look.write(({ trx, at, actor }) =>
    insertRun(trx, { at, by: actor.userId, seat: actor.seat, from, to }),
  )
  let done = 0
  let last: { at: number; id: number } | undefined = { at: from, id: 0 }
  while (last !== undefined && !signal.aborted) {
    tell({ done, total, ended: null })
    const after: { at: number; id: number } = last
    // eslint-disable-next-line no-await-in-loop -- a portion at a time, so that calls are answered in between
    last = await look.write(async ({ trx, at, afterwards }) => {
      const calls = await readToCost(trx, { from, to, after, limit: costedAtOnce })
      const prices = await readPrices(trx)
      const changed = calls.flatMap((call) => {
        const now = costed(prices, call)
        const { before } = call
        return isDeepStrictEqual({ id: call.id, ...before }, now) ? [] : [{ call, now }]
      })
      await writeCosts(
        trx,
        changed.map(({ now }) => now),
        at,
      )
      await insertRunCalls(
        trx,
        run,
        changed.map(({ call: { id, before } }) => ({ id, ...before })),
        at,
      )
      afterwards(() => look.office.callColumns.changedInPlace(changed.map(({ now }) => now.id)))
      ended.changed += changed.length
      done += calls.length
      const end = calls.at(-1)
      return end === undefined || calls.length < costedAtOnce ? undefined : { at: end.startedAt, id: end.id }
    })
    // eslint-disable-next-line no-await-in-loop -- the same
    await setImmediate()
  }
  ended.stopped = last !== undefined
  ended.kept = total - ended.changed
  ended.run = ended.changed > 0 ? run : null
  await look.write(async ({ trx, log, tell: say }) => {
    await setRunState(trx, run, ended.stopped ? 'stopped' : 'done')
    log({
      changes: [
        { field: 'callCosts.days', before: null, after: [days.from, days.to] },
        { field: 'callCosts.changed', before: null, after: ended.changed },
        ...(ended.stopped ? [{ field: 'callCosts.stopped', before: null, after: true }] : []),
      ],
    })
    say({ type: 'callCosts.changed' })
  })
  return { done: total, total, ended }
}

/** Gives calls back what they had cost before a run, where nothing has reckoned them since. */
export async function takeBack(look: LongWork, run: number): Promise<{ changed: number; kept: number }> {
  let [changed, kept] = [0, 0]
  for (let last: number | undefined = 0; last !== undefined;) {
    const after: number = last
    // eslint-disable-next-line no-await-in-loop -- a portion at a time
    last = await look.write(async ({ trx, at, afterwards }) => {
      const calls = await readRunCalls(trx, run, after, costedAtOnce)
      const back = calls.filter(({ untouched }) => untouched)
      await writeCosts(trx, back, at)
      afterwards(() => look.office.callColumns.changedInPlace(back.map(({ id }) => id)))
      changed += back.length
      kept += calls.length - back.length
      return calls.at(-1)?.id
    })
    // eslint-disable-next-line no-await-in-loop -- the same
    await setImmediate()
  }
  await look.write(async ({ trx, log, tell }) => {
    await setRunState(trx, run, 'undone')
    log({
      changes: [
        { field: 'callCosts.undone', before: null, after: changed },
        ...(kept > 0 ? [{ field: 'callCosts.kept', before: null, after: kept }] : []),
      ],
    })
    tell({ type: 'callCosts.changed' })
  })
  return { changed, kept }
}

/** What a power cut or crash broke off: what was reckoned until then stays, stands in the log, and can be taken back. */
export async function closeUnfinishedRuns({ kysely }: Connection, at: number): Promise<void> {
  for (const { id, user_id: userId, seat, changed } of await readRunsUnderWay(kysely)) {
    // eslint-disable-next-line no-await-in-loop -- one connection
    await kysely.transaction().execute(async (trx) => {
      await setRunState(trx, id, 'stopped')
      await insertOperations(trx, [
        {
          at,
          userId,
          seat,
          action: 'callCosts.reckonAnew',
          changes: [
            { field: 'callCosts.changed', before: null, after: changed },
            { field: 'callCosts.stopped', before: null, after: true },
          ],
        },
      ])
    })
  }
}
