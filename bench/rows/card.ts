import { join } from 'node:path'
import Database from 'better-sqlite3'
import { clientsInBase } from '../base/base.ts'
import { random } from '../base/random.ts'
import { p95Of } from '../percentile.ts'
import type { Row } from '../row.ts'

const details = ['names', 'phones', 'emails', 'addresses', 'contacts', 'websites']

const someIds = (seed: number, count: number): number[] => {
  const dice = random(seed)
  return Array.from({ length: count }, () => 1 + dice.below(clientsInBase))
}

/** One client's card: opened, and saved with one note changed. */
export const card: readonly Row[] = [
  {
    name: 'card.read',
    unit: 'ms',
    target: 30,
    async measure({ client, raw }) {
      const ids = someIds(5, 400)
      const row = raw.prepare('SELECT * FROM clients WHERE id = ?')
      const parts = details.map((part) =>
        raw.prepare(`SELECT * FROM client_${part} WHERE client_id = ? ORDER BY position`),
      )
      return {
        value: await p95Of(ids, (id) => client.clients.card({ id })),
        raw: await p95Of(ids, (id) => [row.get(id), ...parts.map((part) => part.all(id))]),
      }
    },
  },
  {
    name: 'card.save',
    unit: 'ms',
    target: 60,
    async measure({ client, folder }) {
      const cards = []
      for (const id of someIds(6, 200)) cards.push(await client.clients.card({ id }))
      const value = await p95Of(cards, ({ id, revision, notes = '' }) =>
        client.clients.save({
          id,
          revision,
          draft: { notes: notes.endsWith('.') ? notes.slice(0, -1) : `${notes}.` },
        }),
      )
      return { value, raw: await p95Of(cards, rawSave(folder)) }
    },
  },
  {
    name: 'card.people',
    unit: 'ms',
    target: 30,
    async measure({ client, raw }) {
      const next = (kind: string) =>
        raw.prepare(`SELECT id FROM clients WHERE id >= ? AND kind = '${kind}' LIMIT 1`).pluck()
      const [organisation, person] = [next('organisation'), next('person')]
      const pairs = someIds(7, 100).map((id) => [organisation.get(id), person.get(id)] as [number, number])
      for (const [at, personId] of pairs)
        // Measured again in the same base, some are there already.
        await client.people.link({ organisation: at, contact: { personId } })
      const links = `SELECT c.* FROM client_contacts cc JOIN clients c`
      const [of, where] = [
        raw.prepare(`${links} ON c.id = cc.person_id WHERE cc.client_id = ?`),
        raw.prepare(`${links} ON c.id = cc.client_id WHERE cc.person_id = ?`),
      ]
      const ids = pairs.flat()
      return {
        value: await p95Of(ids, (id) => client.people.of({ id })),
        raw: await p95Of(ids, (id) => [of.all(id), where.all(id)]),
      }
    },
  },
]

/** One row changed, and one line in a log, safely on the disk: on a connection that writes as the program does. */
function rawSave(folder: string) {
  const raw = new Database(join(folder, 'office.sqlite'))
  raw.pragma('synchronous = FULL')
  const update = raw.prepare(
    'UPDATE clients SET notes = ?, changed_at = ?, revision = revision + 1 WHERE id = ?',
  )
  const log = raw.prepare(
    `INSERT INTO operations (at, user_id, seat, action, subject_type, subject_id, changes) VALUES (?, 1, 'bench', 'clients.save', 'client', ?, '[]')`,
  )
  const save = raw.transaction((id: number, notes: string, at: number) => {
    update.run(notes, at, id)
    log.run(at, id)
  })
  return ({ id, notes = '' }: { id: number; notes?: string | undefined }) =>
    save.immediate(id, notes, Date.now())
}
