import type { ClientExport, ExportFormat } from '../../app/contract/clientExport.ts'
import { p95Of, percentile } from '../percentile.ts'
import { rawByName } from '../rawSearch.ts'
import type { Row } from '../row.ts'
import type { Bench } from '../surroundings.ts'
import { callsUntil, someTexts } from './report.ts'

const count = 100_000
const ids = Array.from({ length: count }, (_, at) => at + 1)

/** Through the API of another window, until the last byte has been fetched. */
export async function exported({ other }: Pick<Bench, 'other'>, format: ExportFormat): Promise<void> {
  const asked: Partial<ClientExport> & Pick<ClientExport, 'format' | 'language'> = {
    ids,
    format,
    language: 'en',
  }
  let file: { id: string; size: number } | null = null
  for await (const step of await other.clients.export(asked)) file = step.file
  if (!file) throw new Error('There is no file.')
  for (let offset = 0; offset < file.size;)
    offset += (await other.clients.exported({ id: file.id, offset })).size
}

/** The same clients with all their details by bare SQL, in the same order and slices. */
function bareReading({ raw }: Bench): void {
  const inOrder = raw
    .prepare('SELECT id FROM clients WHERE id <= ? AND binned_at IS NULL ORDER BY sort_key, id')
    .pluck()
    .all(count)
  const details = ['names', 'phones', 'emails', 'addresses', 'contacts', 'websites'].map((table) =>
    raw.prepare(`SELECT * FROM client_${table} WHERE client_id IN (SELECT value FROM json_each(?))`),
  )
  const clients = raw.prepare('SELECT * FROM clients WHERE id IN (SELECT value FROM json_each(?))')
  for (let at = 0; at < inOrder.length; at += 500) {
    const some = JSON.stringify(inOrder.slice(at, at + 500))
    for (const rows of [clients, ...details]) rows.all(some)
  }
}

async function timeOf(work: () => Promise<void> | void): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const asFile = (format: ExportFormat, target: number): Row => ({
  name: `export.${format}.100000`,
  unit: 'ms',
  target,
  measure: async (bench) => ({
    value: await timeOf(() => exported(bench, format)),
    raw: await timeOf(() => bareReading(bench)),
  }),
})

/** 100,000 of a million clients as a file, beside merely reading them; and what others feel of it. */
export const exporting: readonly Row[] = [
  asFile('csv', 15_000),
  asFile('xlsx', 30_000),
  {
    name: 'export.calls-meanwhile',
    unit: 'ms',
    target: 60,
    async measure(bench) {
      const ended = { yes: false }
      const work = exported(bench, 'xlsx').finally(() => (ended.yes = true))
      const times = await callsUntil(bench, () => ended.yes)
      await work
      return { value: percentile(times, 0.95), raw: await p95Of(someTexts(bench.raw), rawByName(bench.raw)) }
    },
  },
]
