import { writeFileSync } from 'node:fs'
import { measured, type Measured, type Row } from './row.ts'
import { calls } from './rows/calls.ts'
import { card } from './rows/card.ts'
import { columns } from './rows/columns.ts'
import { desk } from './rows/desk.ts'
import { duplicates } from './rows/duplicates.ts'
import { exporting } from './rows/export.ts'
import { importing } from './rows/import.ts'
import { lists } from './rows/lists.ts'
import { log } from './rows/log.ts'
import { mass } from './rows/mass.ts'
import { memory } from './rows/memory.ts'
import { page } from './rows/page.ts'
import { photos } from './rows/photos.ts'
import { popup } from './rows/popup.ts'
import { posting } from './rows/posting.ts'
import { report } from './rows/report.ts'
import { ring } from './rows/ring.ts'
import { scroll } from './rows/scroll.ts'
import { search } from './rows/search.ts'
import { start } from './rows/start.ts'
import { timeline } from './rows/timeline.ts'
import { readSettings } from './settings.ts'
import { prepare } from './surroundings.ts'
import { table } from './table.ts'

/**
 * Measures what the office promises, beside bare better-sqlite3 doing the same on the same file.
 *   npm run bench [-- NAME…] [-- --json FILE] [--fresh]
 * NAME picks rows by the beginning of their names. Ends with 1 where a row does not hold.
 * Rows of a new topic come as a file of `rows/` and into this list.
 */
const rows: readonly Row[] = [
  ...start,
  ...search,
  ...page,
  ...columns,
  ...memory,
  ...calls,
  ...card,
  ...desk,
  ...duplicates,
  ...exporting,
  ...importing,
  ...lists,
  ...log,
  ...mass,
  ...photos,
  ...popup,
  ...posting,
  ...report,
  ...ring,
  ...scroll,
  ...timeline,
]

async function main(): Promise<void> {
  const { names, json, fresh } = readSettings(process.argv.slice(2))
  const chosen = rows.filter((row) => names.length === 0 || names.some((name) => row.name.startsWith(name)))
  if (chosen.length === 0)
    throw new Error(`No such row. There are: ${rows.map((row) => row.name).join(', ')}`)
  const bench = await prepare(fresh)
  const done: Measured[] = []
  try {
    for (const row of chosen) {
      process.stderr.write(`${row.name} …\n`)
      done.push(await measured(row, bench))
    }
  } finally {
    await bench.close()
  }
  process.stdout.write(`${table(done).join('\n')}\n`)
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(done, null, 2)}\n`)
  if (done.some((row) => !row.holds)) process.exitCode = 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
