import type { ExportFormat } from '../../app/contract/clientExport.ts'
import type { Row } from '../row.ts'
import { someTexts } from './report.ts'
import { exported } from './export.ts'

const formats: readonly ExportFormat[] = ['csv', 'xlsx']

/**
 * What the office's process has of its own after searching, paging, filtering and exporting, at its most: memory that
 * no other program could have. Pages of the base that the system keeps mapped are not in it: they are the system's, which
 * takes them back as it likes. As `raw` the same process as it is ready.
 */
export const memory: readonly Row[] = [
  {
    name: 'memory.office',
    unit: 'MB',
    target: 400,
    async measure(bench) {
      await bench.restart()
      const raw = bench.memory()
      let most = raw
      const watch = setInterval(() => (most = Math.max(most, bench.memory())), 100)
      const { client } = bench
      for (const text of someTexts(bench.raw)) await client.clients.search({ text })
      for (let offset = 0; offset < 1_000_000; offset += 50_000) await client.clients.page({ offset })
      for (const field of ['city', 'status', 'changed'])
        for (const text of ['an', 'smith', '', 'co'])
          await client.clients.page({ order: [{ field }], filter: { text, kind: 'person' }, offset: 1000 })
      await client.clients.groups({ by: [{ field: 'city' }, { field: 'status' }] })
      for (const format of formats) await exported(bench, format)
      clearInterval(watch)
      return { value: Math.max(most, bench.memory()), raw }
    },
  },
]
