import type { ClientFilter } from '../../app/contract/clients.ts'
import type { Condition, Ordering } from '../../app/criteria.ts'
import { clientsInBase } from '../base/base.ts'
import { random } from '../base/random.ts'
import { p95Of } from '../percentile.ts'
import type { Row } from '../row.ts'
import type { Bench } from '../surroundings.ts'

/** What is asked about many clients at once, by fields that have no index. */
interface Question {
  readonly conditions: Condition[]
  readonly order: Ordering
  readonly offset: number
  /** The same in SQL. */
  readonly where: string
  readonly by: string
}

const orders: [field: string, sql: string][] = [
  ['city', 'city'],
  ['country', 'country'],
  ['status', '(SELECT position FROM list_entries s WHERE s.id = status_id)'],
  ['manager', '(SELECT folded FROM users u WHERE u.id = manager_id)'],
  ['created', 'created_at'],
  ['kind', 'kind'],
]

/** Filters of one to three conditions under orders by one or two fields, all different, on pages anywhere. */
function questions(count: number): Question[] {
  const dice = random(11)
  return Array.from({ length: count }, (_, nth) => {
    const [first, second] = [dice.one(orders), dice.one(orders)]
    const [descending, status] = [dice.chance(0.5), 1 + dice.below(5)]
    // No two ask for the same, so nothing is answered from memory.
    const kind = nth % 2 === 0 ? 'person' : 'organisation'
    const text = 'aeioun'[nth % 6]!
    const choices: [Condition, string][] = [
      [{ field: 'kind', is: 'one-of', values: [kind] }, `kind = '${kind}'`],
      [
        { field: 'status', is: 'none-of', values: [status, null] },
        `status_id IS NOT NULL AND status_id <> ${status}`,
      ],
      [{ field: 'city', is: 'contains', text }, `instr(lower(city), '${text}') > 0`],
      [{ field: 'manager', is: 'empty' }, 'manager_id IS NULL'],
    ]
    const chosen = choices.filter((_one, at) => ((nth >> 1) + 1) & (1 << at))
    return {
      conditions: chosen.map(([condition]) => condition),
      order: [
        { field: first[0], descending },
        { field: second[0], descending: !descending },
      ],
      offset: dice.below(20_000),
      where: ['binned_at IS NULL', ...chosen.map(([, sql]) => sql)].join(' AND '),
      by: `${first[1]} ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${second[1]} ${descending ? 'ASC' : 'DESC'} NULLS LAST, sort_key, id`,
    }
  })
}

const many = questions(30)
/** Bare SQL takes seconds for each. */
const some = many.slice(0, 4)

const within = (
  name: string,
  value: (bench: Bench) => Promise<number>,
  raw: (bench: Bench) => Promise<number>,
): Row => ({
  name,
  unit: 'ms',
  target: 300,
  measure: async (bench) => {
    // All clients are in columns by then.
    await bench.client.clients.count({})
    return { value: await value(bench), raw: await raw(bench) }
  },
})

const filterOf = ({ conditions }: Question): ClientFilter => ({ conditions })

/** Two letters that very many names have, beside a filter that makes each question another. */
const withAn = Array.from({ length: 12 }, (_, nth) => ({
  text: 'an',
  conditions: [{ field: 'code', is: 'contains' as const, text: String(nth) }].slice(0, nth % 3),
  order: [{ field: orders[nth % orders.length]![0] }],
}))

/** Any filter, order, grouping and count, beside SQL that says the same. */
export const columns: readonly Row[] = [
  {
    name: 'columns.first',
    unit: 'ms',
    target: 6000,
    async measure(bench) {
      await bench.restart()
      const [value = 0] = [await p95Of([1], () => bench.client.clients.count({ filter: { kind: 'person' } }))]
      return {
        value,
        raw: await p95Of([1], () =>
          bench.raw
            .prepare(
              'SELECT id, revision, kind, status_id, manager_id, city, country, language, created_at, created_by, changed_at FROM clients WHERE binned_at IS NULL',
            )
            .raw()
            .all(),
        ),
      }
    },
  },
  within(
    'columns.page',
    ({ client }) =>
      p95Of(many, (one) =>
        client.clients.page({ filter: filterOf(one), order: one.order, offset: one.offset }),
      ),
    ({ raw }) =>
      p95Of(some, ({ where, by, offset }) => [
        raw.prepare(`SELECT count(*) FROM clients WHERE ${where}`).get(),
        raw.prepare(`SELECT * FROM clients WHERE ${where} ORDER BY ${by} LIMIT 100 OFFSET ${offset}`).all(),
      ]),
  ),
  within(
    'columns.page.all-by-field',
    ({ client }) =>
      p95Of(
        Array.from({ length: 20 }, (_, nth) => nth),
        (nth) =>
          client.clients.page({
            order: [{ field: orders[nth % orders.length]![0], descending: nth % 2 === 0 }],
            offset: ((nth * 7919) % 100) * (clientsInBase / 100),
          }),
      ),
    ({ raw }) =>
      p95Of([0, 1], (nth) =>
        raw
          .prepare(
            `SELECT * FROM clients WHERE binned_at IS NULL ORDER BY ${orders[nth]![1]}, sort_key, id LIMIT 100 OFFSET 400000`,
          )
          .all(),
      ),
  ),
  within(
    'columns.page.text-an',
    ({ client }) => p95Of(withAn, ({ order, ...filter }) => client.clients.page({ filter, order })),
    ({ raw }) =>
      p95Of([0, 1, 2], () =>
        raw
          .prepare(
            `SELECT * FROM clients WHERE id IN (SELECT rowid FROM client_search WHERE client_search MATCH '"an"') ORDER BY city, sort_key, id LIMIT 100`,
          )
          .all(),
      ),
  ),
  within(
    'columns.count',
    ({ client }) => p95Of(many, (one) => client.clients.count({ filter: filterOf(one) })),
    ({ raw }) => p95Of(some, ({ where }) => raw.prepare(`SELECT count(*) FROM clients WHERE ${where}`).get()),
  ),
  within(
    'columns.groups',
    ({ client }) =>
      p95Of(many, (one, by = [{ field: 'city' }, { field: 'status' }, { field: 'created' }]) =>
        client.clients.groups({ filter: filterOf(one), by: by.slice(0, 1 + (one.offset % 3)) }),
      ),
    ({ raw }) =>
      p95Of(some, ({ where }) =>
        raw
          .prepare(`SELECT city, status_id, count(*) FROM clients WHERE ${where} GROUP BY 1, 2 ORDER BY 1, 2`)
          .all(),
      ),
  ),
  within(
    'columns.choices',
    ({ client }) =>
      p95Of(many, (one) =>
        client.clients.choices({
          field: one.order[0]!.field === 'created' ? 'city' : one.order[0]!.field,
          filter: filterOf(one),
        }),
      ),
    ({ raw }) =>
      p95Of(some, ({ where }) =>
        raw.prepare(`SELECT city, count(*) FROM clients WHERE ${where} GROUP BY 1 ORDER BY 1`).all(),
      ),
  ),
  within(
    'columns.page.after-a-change',
    async ({ client }) => {
      const cards = await Promise.all([5, 50_000, 500_000, 900_000].map((id) => client.clients.card({ id })))
      return p95Of(cards, async ({ id, revision, names }) => {
        const [first, ...others] = names
        await client.clients.save({
          id,
          revision,
          draft: { names: [{ ...first!, text: `${first!.text}.` }, ...others] },
        })
        await client.clients.page({ order: [{ field: 'city' }] })
      })
    },
    ({ raw }) =>
      p95Of([0, 1], () =>
        raw
          .prepare('SELECT * FROM clients WHERE binned_at IS NULL ORDER BY city, sort_key, id LIMIT 100')
          .all(),
      ),
  ),
]
