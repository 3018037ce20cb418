import { join } from 'node:path'
import Database from 'better-sqlite3'
import { random } from '../base/random.ts'
import type { OfficeClient } from '../officeProcess.ts'
import { percentile } from '../percentile.ts'
import type { Row } from '../row.ts'

/** One thing done to a hundred thousand clients of a million, and taken back. */
const count = 100_000
/** Every third, so that they do not all lie side by side. */
const ids = Array.from({ length: count }, (_, at) => 1 + at * 3)

/** Milliseconds until the last of the steps is told. */
async function ended(begin: Promise<AsyncIterable<unknown>>): Promise<{ took: number; last: unknown }> {
  const from = performance.now()
  let last: unknown
  for await (const step of await begin) last = step
  return { took: performance.now() - from, last }
}

/** Gives all of them another status, however they stand; returns how long it took, and the change. */
async function changed(client: OfficeClient): Promise<{ took: number; mass: number }> {
  const act = { do: 'set', field: 'category', value: null } as const
  const { entries } = await client.lists.all()
  const value = entries.find(({ list }) => list === 'category')!.id
  const begin = client.mass.run({ target: { ids }, act: { ...act, value } })
  const { took, last } = await ended(begin as Promise<AsyncIterable<unknown>>)
  return { took, mass: (last as { ended: { mass: number } }).ended.mass }
}

const undone = async (client: OfficeClient, id: number) =>
  (await ended(client.mass.undo({ id }) as Promise<AsyncIterable<unknown>>)).took

/** The same rows changed by bare better-sqlite3 in one transaction, with what each had beside it; then put back. */
function bare(folder: string): number {
  const raw = new Database(join(folder, 'office.sqlite'))
  raw.pragma('synchronous = FULL')
  raw.pragma('cache_size = -65536')
  raw.exec(
    'CREATE TEMP TABLE had (client_id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, before TEXT) STRICT',
  )
  const [had, update] = [
    raw.prepare('INSERT INTO had SELECT id, revision, category_id FROM clients WHERE id = ?'),
    raw.prepare(
      'UPDATE clients SET category_id = ?, changed_at = ?, changed_by = 1, revision = revision + 1 WHERE id = ?',
    ),
  ]
  const from = performance.now()
  raw
    .transaction(() => {
      for (const id of ids) {
        had.run(id)
        update.run(6, Date.now(), id)
      }
    })
    .immediate()
  const took = performance.now() - from
  raw.exec('UPDATE clients SET category_id = NULL WHERE id IN (SELECT client_id FROM had)')
  raw.close()
  return took
}

export const mass: readonly Row[] = [
  {
    name: 'mass.set.100000',
    unit: 'ms',
    target: 5_000,
    async measure({ client, folder }) {
      const { took, mass } = await changed(client)
      const back = await undone(client, mass)
      process.stderr.write(`  taken back in ${Math.round(back)} ms\n`)
      return { value: Math.max(took, back), raw: bare(folder) }
    },
  },
  {
    name: 'mass.calls-meanwhile',
    unit: 'ms',
    target: 60,
    async measure({ client, other }) {
      const dice = random(21)
      const times = async (isOver: () => boolean) => {
        const found: number[] = []
        for (let at = 0; !isOver(); at++) {
          const from = performance.now()
          await (at % 2 === 0
            ? client.clients.card({ id: 1 + dice.below(900_000) })
            : client.clients.search({ text: ['sok', 'dara', '012 3', 'an'][dice.below(4)]! }))
          found.push(performance.now() - from)
        }
        return percentile(found, 0.95)
      }
      const running = { over: false }
      const work = changed(other).finally(() => (running.over = true))
      const value = await times(() => running.over)
      await undone(other, (await work).mass)
      const until = performance.now() + 3000
      return { value, raw: await times(() => performance.now() > until) }
    },
  },
]
