import type { Condition, Ordering } from '../../app/criteria.ts'
import { callsInBase, telephones } from '../base/calls.ts'
import { random } from '../base/random.ts'
import { p95Of } from '../percentile.ts'
import type { Row } from '../row.ts'
import type { Bench } from '../surroundings.ts'

/** What is asked of a million calls, by fields that have no index, and the same in SQL. */
interface Question {
  readonly conditions: Condition[]
  readonly where: string
}

const year = { from: '2025-01-01', to: '2025-12-31' }

/** Filters of one to four conditions, all different, so nothing is answered from memory. */
function questions(seed: number, count: number): Question[] {
  const dice = random(seed)
  return Array.from({ length: count }, (_, nth) => {
    const { userId } = dice.one(telephones)
    const talk = (30 + nth) * 1000
    const month = `2025-${String(1 + dice.below(12)).padStart(2, '0')}`
    const [from, to] = [`${month}-01`, `${month}-28`]
    const choices: [Condition, string][] = [
      [{ field: 'talk', is: 'between', from: talk }, `talk_ms >= ${talk}`],
      [{ field: 'employee', is: 'one-of', values: [userId] }, `user_id = ${userId}`],
      [{ field: 'direction', is: 'one-of', values: ['incoming'] }, "direction = 'incoming'"],
      [
        { field: 'start', is: 'between', from, to },
        `started_at BETWEEN ${Date.parse(from)} AND ${Date.parse(to) + 86_399_999}`,
      ],
    ]
    const chosen = choices.filter((_one, at) => at === 0 || ((nth >> 1) + 1) & (1 << at))
    return {
      conditions: chosen.map(([condition]) => condition),
      where: chosen.map(([, sql]) => sql).join(' AND '),
    }
  })
}

const many = questions(31, 40)
/** Bare SQL takes up to seconds for each. */
const some = questions(32, 4)

const orders: readonly [field: string, sql: string][] = [
  ['talk', 'talk_ms'],
  ['wait', 'wait_ms'],
  ['employee', 'user_id'],
  ['outcome', 'outcome'],
  ['city', 'city'],
  ['country', 'country'],
]
const orderOf = (nth: number): Ordering => [
  { field: orders[nth % orders.length]![0], descending: nth % 4 < 2 },
]
const latest: Ordering = [{ field: 'start', descending: true }]

const within = (
  name: string,
  value: (bench: Bench) => Promise<number>,
  raw: (bench: Bench) => Promise<number>,
  target = 100,
): Row => ({
  name,
  unit: 'ms',
  target,
  measure: async (bench) => {
    // All calls are in columns by then.
    await bench.client.callHistory.table({ offset: 0, limit: 1 })
    return { value: await value(bench), raw: await raw(bench) }
  },
})

const nths = (count: number) => Array.from({ length: count }, (_, nth) => nth)
const months = nths(12).map((at) => {
  const month = `2025-${String(at + 1).padStart(2, '0')}`
  return { from: `${month}-01`, to: `${month}-28` }
})
const monthSql = `started_at BETWEEN ${Date.parse('2025-03-01')} AND ${Date.parse('2025-03-28')}`
const hourSql = 'started_at / 3600000 % 24'
const weekdaySql = '(started_at / 86400000 + 3) % 7'

/** A million calls: the history, its filters and orders, the table of hours, figures and reports. */
export const calls: readonly Row[] = [
  within(
    'calls.page',
    ({ client }) =>
      p95Of(nths(40), (nth) =>
        client.callHistory.table({
          order: latest,
          offset: ((nth * 7919) % 100) * (callsInBase / 100),
          limit: 100,
        }),
      ),
    ({ raw }) =>
      p95Of(nths(5), (nth) =>
        raw
          .prepare(`SELECT * FROM calls ORDER BY started_at DESC, id DESC LIMIT 100 OFFSET ${nth * 200_000}`)
          .all(),
      ),
  ),
  within(
    'calls.filter',
    ({ client }) =>
      p95Of(many, ({ conditions }) =>
        client.callHistory.table({ filter: { conditions }, order: latest, offset: 0, limit: 100 }),
      ),
    ({ raw }) =>
      p95Of(some, ({ where }) => [
        raw.prepare(`SELECT count(*) FROM calls WHERE ${where}`).get(),
        raw.prepare(`SELECT * FROM calls WHERE ${where} ORDER BY started_at DESC, id DESC LIMIT 100`).all(),
      ]),
  ),
  within(
    'calls.order',
    ({ client }) =>
      p95Of(nths(36), (nth) =>
        client.callHistory.table({
          order: orderOf(nth),
          offset: ((nth * 7919) % 100) * (callsInBase / 100),
          limit: 100,
        }),
      ),
    ({ raw }) =>
      p95Of([0, 1], (nth) =>
        raw.prepare(`SELECT * FROM calls ORDER BY ${orders[nth]![1]}, id LIMIT 100 OFFSET 400000`).all(),
      ),
  ),
  within(
    'calls.heatmap',
    ({ client }) =>
      p95Of([{ conditions: [] }, ...many], ({ conditions }) =>
        client.callHistory.groups({
          filter: { conditions },
          by: [{ field: 'weekday' }, { field: 'hour' }],
          limit: 200,
        }),
      ),
    ({ raw }) =>
      p95Of(some, ({ where }) =>
        raw
          .prepare(`SELECT ${weekdaySql}, ${hourSql}, count(*) FROM calls WHERE ${where} GROUP BY 1, 2`)
          .all(),
      ),
  ),
  within(
    'calls.figures',
    ({ client }) =>
      p95Of([{ conditions: [] }, ...many], ({ conditions }) =>
        client.callHistory.summary({ filter: { conditions }, by: { field: 'employee' } }),
      ),
    ({ raw }) =>
      p95Of(some, ({ where }) =>
        raw
          .prepare(
            `SELECT user_id, count(*), sum(talk_ms), sum(missed) FROM calls WHERE ${where} GROUP BY user_id`,
          )
          .all(),
      ),
  ),
  within(
    'calls.missed',
    ({ client }) => p95Of(nths(20), () => client.callHistory.missed()),
    ({ raw }) =>
      p95Of(nths(5), () =>
        raw
          .prepare(
            'SELECT * FROM calls WHERE missed = 1 AND returned_at IS NULL ORDER BY started_at DESC LIMIT 5000',
          )
          .all(),
      ),
  ),
  within(
    'calls.billing',
    ({ client }) => p95Of(months, (days) => client.callCosts.report({ ...days, by: 'employee' })),
    ({ raw }) =>
      p95Of(nths(5), () =>
        raw
          .prepare(`SELECT user_id, sum(cost), sum(talk_ms) FROM calls WHERE ${monthSql} GROUP BY user_id`)
          .all(),
      ),
  ),
  within(
    'calls.billing.year',
    ({ client }) =>
      p95Of(['month', 'employee', 'client', 'line', 'direction'] as const, (by) =>
        client.callCosts.report({ ...year, by }),
      ),
    ({ raw }) =>
      p95Of(nths(2), () =>
        raw
          .prepare(
            `SELECT user_id, sum(cost), sum(talk_ms) FROM calls WHERE started_at BETWEEN ${Date.parse(year.from)} AND ${Date.parse(year.to)} GROUP BY user_id`,
          )
          .all(),
      ),
    // So much is read only where somebody asks for it, in a thread that nobody else waits for.
    1000,
  ),
  within(
    'calls.results',
    ({ client }) => p95Of(months, (days) => client.callResults.report(days)),
    ({ raw }) =>
      p95Of(nths(5), () =>
        raw
          .prepare(`SELECT user_id, count(*), sum(talk_ms) FROM calls WHERE ${monthSql} GROUP BY user_id`)
          .all(),
      ),
    // Each call once for everybody at whose telephone it rang.
    300,
  ),
  within(
    'calls.norms',
    ({ client }) => p95Of(months, (days) => client.callQuality.facts(days)),
    ({ raw }) =>
      p95Of(nths(5), () =>
        raw.prepare(`SELECT sum(wait_ms <= 20000), sum(missed) FROM calls WHERE ${monthSql}`).get(),
      ),
  ),
  within(
    'calls.of-client',
    ({ client }) => p95Of(nths(40), (nth) => client.calls.page({ clientId: 1 + nth * 31, limit: 30 })),
    ({ raw }) =>
      p95Of(nths(40), (nth) =>
        raw
          .prepare('SELECT * FROM calls WHERE client_id = ? ORDER BY started_at DESC, id DESC LIMIT 30')
          .all(1 + nth * 31),
      ),
  ),
]
