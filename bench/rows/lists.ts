import { p95Of } from '../percentile.ts'
import type { Row } from '../row.ts'
import type { Bench } from '../surroundings.ts'

/** Milliseconds of one work. */
async function took(work: () => Promise<unknown> | unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** A list that a window shows whole, asked for again and again beside one statement that reads its rows. */
const whole = (name: string, sql: string, ask: (bench: Bench) => Promise<unknown>): Row => ({
  name,
  unit: 'ms',
  target: 30,
  async measure(bench) {
    const rows = bench.raw.prepare(sql)
    const rounds = Array.from({ length: 200 })
    return { value: await p95Of(rounds, () => ask(bench)), raw: await p95Of(rounds, () => rows.all()) }
  },
})

/** The office's lists beside very many clients, and what else a window shows whole. */
export const lists: readonly Row[] = [
  {
    name: 'lists.uses',
    unit: 'ms',
    target: 3000,
    async measure({ client, raw }) {
      const each = ['status_id', 'category_id', 'source_id', 'price_list_id'].map((column) =>
        raw.prepare(`SELECT ${column}, count(*) FROM clients WHERE ${column} IS NOT NULL GROUP BY ${column}`),
      )
      const marks = raw.prepare('SELECT entry_id, count(*) FROM client_marks GROUP BY entry_id')
      return {
        value: await took(() => client.lists.uses()),
        raw: await took(() => [...each, marks].map((one) => one.all())),
      }
    },
  },
  {
    // A status that some 160,000 of the million have becomes another one, and comes back.
    name: 'lists.merge',
    unit: 'ms',
    target: 30_000,
    async measure({ client, raw }) {
      const { entries } = await client.lists.all()
      const [from, into] = entries.filter(({ list }) => list === 'status').map(({ id }) => id)
      let merge = 0
      const there = await took(async () => {
        merge = (await client.lists.mergeEntry({ id: from!, into: into! })).merge
      })
      const back = await took(() => client.lists.undoMerge({ merge }))
      const holders = raw.prepare('SELECT id FROM clients WHERE status_id = ?').pluck()
      return { value: Math.max(there, back), raw: await took(() => holders.all(from)) }
    },
  },
  {
    name: 'targets.counts',
    unit: 'ms',
    target: 300,
    async measure({ client, raw }) {
      const known = await client.targets.list()
      if (known.length === 0)
        for (let at = 0; at < 10; at++)
          await client.targets.save({
            name: `Group ${at}`,
            shared: true,
            criteria: { text: '', all: [{ field: 'status', is: 'one-of', values: [1 + (at % 5)] }] },
          })
      await client.targets.counts()
      const count = raw.prepare('SELECT count(*) FROM clients WHERE status_id = ? AND binned_at IS NULL')
      return {
        value: await took(() => client.targets.counts()),
        raw: await took(() => Array.from({ length: 10 }, (_, at) => count.get(1 + (at % 5)))),
      }
    },
  },
  whole('lists.all', 'SELECT * FROM list_entries ORDER BY list, position', ({ client }) =>
    client.lists.all(),
  ),
  whole('views.list', "SELECT * FROM views WHERE list = 'clients'", ({ client }) =>
    client.views.list({ list: 'clients' }),
  ),
  whole('targets.list', 'SELECT * FROM targets ORDER BY folded', ({ client }) => client.targets.list()),
  whole('staff.employees', 'SELECT * FROM users ORDER BY folded', ({ client }) => client.staff.employees()),
]
