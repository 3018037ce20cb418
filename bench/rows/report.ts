import { random } from '../base/random.ts'
import { clientsInBase } from '../base/base.ts'
import { p95Of, percentile } from '../percentile.ts'
import { nameQueries, phoneQueries } from '../queries.ts'
import { rawByName } from '../rawSearch.ts'
import type { Row } from '../row.ts'
import type { Bench } from '../surroundings.ts'

/** How long the report is read, in milliseconds. */
const reportLasts = 5000

/**
 * Reads in a reader until `end`: the whole base sorted by an order that has no index, again and again, as reports and
 * exports do, through the API of another window.
 */
async function longReport({ other }: Bench, end: number): Promise<void> {
  for (let round = 0; performance.now() < end; round++)
    await other.clients.page({
      order: [{ field: 'city', descending: round % 2 === 1 }],
      filter: { kind: 'person' },
      offset: 400_000,
      limit: 10,
    })
}

/** What people do until it is over, each answered before the next is asked: how long each took. */
export async function callsUntil({ client, raw }: Bench, isOver: () => boolean): Promise<number[]> {
  const dice = random(7)
  const calls = someTexts(raw).flatMap((text) => [
    () => client.clients.search({ text }),
    () => client.clients.card({ id: 1 + dice.below(clientsInBase) }),
    () => client.clients.page({ offset: dice.below(clientsInBase) }),
    () => client.session.status(),
  ])
  const times: number[] = []
  for (let at = 0; !isOver(); at++) {
    const from = performance.now()
    await calls[at % calls.length]!()
    times.push(performance.now() - from)
  }
  return times
}

export const someTexts = (raw: Bench['raw']) => [
  ...nameQueries(raw, 'latin').slice(0, 100),
  ...phoneQueries(raw).slice(0, 100),
]

/** Calls of other windows while a reader is at a long report. */
export const report: readonly Row[] = [
  {
    name: 'report.calls-meanwhile',
    unit: 'ms',
    target: 30,
    async measure(bench) {
      const end = performance.now() + reportLasts
      const [times] = await Promise.all([
        callsUntil(bench, () => performance.now() >= end),
        longReport(bench, end),
      ])
      return { value: percentile(times, 0.95), raw: await p95Of(someTexts(bench.raw), rawByName(bench.raw)) }
    },
  },
]
