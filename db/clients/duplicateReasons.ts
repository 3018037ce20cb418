import type Database from 'better-sqlite3'
import type { DuplicateGroup } from '../../app/contract/duplicates.ts'
import { likeness, nearlyAlike } from '../../app/likeness.ts'

type Reason = DuplicateGroup['reasons'][number]

const tail = 9

/** What the clients of one group have in common, in the words of their cards. */
export function reasonsOf(raw: Database.Database, ids: readonly number[]): Reason[] {
  const all = <Row>(sql: string) =>
    raw
      .prepare(`${sql} WHERE client_id IN (SELECT value FROM json_each(?)) ORDER BY client_id, position`)
      .all(JSON.stringify(ids)) as (Row & { id: number })[]
  const phones = all<{ text: string; key: string }>(
    `SELECT client_id AS id, typed AS text, substr(backwards, 1, ${tail}) AS key FROM client_phones`,
  )
  const emails = all<{ text: string; key: string }>(
    'SELECT client_id AS id, address AS text, folded AS key FROM client_emails',
  )
  const names = all<{ text: string; folded: string; organisation: number }>(
    `SELECT client_id AS id, text, folded, (SELECT kind = 'organisation' FROM clients WHERE clients.id = client_id) AS organisation
     FROM client_names`,
  )
  const like = names
    .filter(({ folded }) => folded !== '')
    .map(({ id, text, folded, organisation }) => ({ id, text, key: likeness(folded, organisation === 1) }))
  const same = shared(like, 'name')
  const told = new Set(same.flatMap((reason) => reason.ids))
  return [
    ...shared(
      phones.filter(({ key }) => key.length > 0),
      'phone',
    ),
    ...shared(emails, 'email'),
    ...same,
    ...similar(like, told),
  ]
}

function shared(rows: readonly { id: number; text: string; key: string }[], why: Reason['why']): Reason[] {
  const byKey = new Map<string, { value: string; ids: Set<number> }>()
  for (const { id, text, key } of rows) {
    const known = byKey.get(key)
    if (known) known.ids.add(id)
    else byKey.set(key, { value: text, ids: new Set([id]) })
  }
  return [...byKey.values()]
    .filter(({ ids }) => ids.size > 1)
    .map(({ value, ids }) => ({ why, value, ids: [...ids] }))
}

/** Names that differ by a slip, of clients of whom the same name does not already say it. */
function similar(
  rows: readonly { id: number; text: string; key: string }[],
  told: ReadonlySet<number>,
): Reason[] {
  const reasons: Reason[] = []
  for (const [place, one] of rows.entries()) {
    const alike = rows
      .slice(place + 1)
      .filter((other) => other.id !== one.id && other.key !== one.key && nearlyAlike(one.key, other.key))
      .filter((other) => !told.has(one.id) || !told.has(other.id))
    if (alike.length > 0)
      reasons.push({
        why: 'similarName',
        value: one.text,
        ids: [one.id, ...new Set(alike.map(({ id }) => id))],
      })
  }
  return reasons
}
