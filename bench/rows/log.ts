import { join } from 'node:path'
import Database from 'better-sqlite3'
import { p95Of } from '../percentile.ts'
import type { Row } from '../row.ts'
import type { Bench } from '../surroundings.ts'

const lines = 500_000
/** Milliseconds from one line to the next: two years of the log. */
const step = (2 * 365 * 86_400_000) / lines

/** A log as an office has it after some years; kept with the base, as nothing takes lines out of a log. */
function filled({ folder, raw }: Bench): void {
  const standing = raw.prepare('SELECT count(*) FROM operations').pluck().get() as number
  if (standing >= lines) return
  const writing = new Database(join(folder, 'office.sqlite'))
  const add = writing.prepare(
    `INSERT INTO operations (at, user_id, seat, action, subject_type, subject_id, subject_name, changes)
     VALUES (?, 1, 'bench', ?, 'client', ?, 'Somebody', ?)`,
  )
  const changes = JSON.stringify([{ field: 'client.notes', before: 'x'.repeat(80), after: 'y'.repeat(80) }])
  const from = Date.now() - lines * step
  writing.transaction(() => {
    for (let at = 0; at < lines; at++)
      add.run(Math.round(from + at * step), at % 3 === 0 ? 'clients.create' : 'clients.save', 1 + at, changes)
  })()
  writing.close()
}

const few = Array.from({ length: 5 })

/** The log of two busy years: its latest page, a page of one day of long ago, and how many lines each day has. */
export const log: readonly Row[] = [
  {
    name: 'log.page',
    unit: 'ms',
    target: 150,
    async measure(bench) {
      filled(bench)
      const { client, raw } = bench
      const when = new Date(Date.now() - 300 * 86_400_000).toISOString().slice(0, 10)
      const rows = raw.prepare('SELECT * FROM operations ORDER BY id DESC LIMIT 100')
      const count = raw.prepare('SELECT count(*) FROM operations')
      return {
        value: await p95Of(few, async () => {
          await client.log.page({})
          await client.log.page({ within: { when } })
        }),
        raw: await p95Of(few, () => [rows.all(), count.get()]),
      }
    },
  },
  {
    name: 'log.groups',
    unit: 'ms',
    target: 1500,
    async measure(bench) {
      filled(bench)
      const { client, raw } = bench
      const days = raw.prepare(
        "SELECT date(at / 1000, 'unixepoch', 'localtime') AS day, count(*) FROM operations GROUP BY day",
      )
      return {
        value: await p95Of(few, () => client.log.groups({ by: 'when' })),
        raw: await p95Of(few, () => days.all()),
      }
    },
  },
]
