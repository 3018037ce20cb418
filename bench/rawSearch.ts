import type Database from 'better-sqlite3'
import { fold, words } from '../app/folding.ts'
import { phoneRanges } from '../db/clients/search.ts'
import { country } from './base/base.ts'

/** What a hit shows, fetched with it. */
const hit = `c.id, c.kind, c.name, c.status_id, c.city, c.country,
  (SELECT json_group_array(json_array(text, language)) FROM client_names t WHERE t.client_id = c.id) AS names,
  (SELECT typed FROM client_phones t WHERE t.client_id = c.id AND t.position = 0) AS phone`
const most = 20
const last = '\u{10ffff}'

/**
 * Search by name in bare SQL: names that begin with the text by their index, others by the full-text index, in order
 * of fit, twenty of them. One statement, prepared once.
 */
export function rawByName(raw: Database.Database): (text: string) => unknown[] {
  const search = raw.prepare(`
    WITH found(id) AS (
      SELECT * FROM (SELECT client_id FROM client_names WHERE folded >= :text AND folded < :end ORDER BY folded LIMIT 60)
      UNION SELECT * FROM (SELECT rowid FROM client_search WHERE client_search MATCH :grams LIMIT 300)
    ), fits AS (
      SELECT n.client_id AS id, min(CASE WHEN n.folded = :text THEN 0 WHEN n.folded >= :text AND n.folded < :end THEN 1
        WHEN instr(n.folded, ' ' || :text) THEN 2 WHEN instr(n.folded, :text) THEN 3 ELSE 4 END) AS fit, length(n.folded) AS length
      FROM found JOIN client_names n ON n.client_id = found.id GROUP BY n.client_id
    )
    SELECT ${hit} FROM fits JOIN clients c ON c.id = fits.id WHERE c.binned_at IS NULL ORDER BY fit, length LIMIT ${most}`)
  return (typed) => {
    const text = fold(typed)
    return search.all({ text, end: text + last, grams: gramsOf(words(typed)) })
  }
}

/** Three letters after three letters of every word, and its last three, as the index holds them. */
const gramsOf = (all: readonly string[]): string =>
  all
    .map((word) => [...word])
    .flatMap((letters) => {
      const last = Math.max(0, letters.length - 3)
      const starts = Array.from({ length: Math.ceil(last / 3) }, (_, at) => at * 3)
      return [...starts, last].map((at) => `"${letters.slice(at, at + 3).join('')}"`)
    })
    .join(' AND ')

/** Search by phone in bare SQL: the last digits or the first ones, by the index of each. */
export function rawByPhone(raw: Database.Database): (text: string) => unknown[] {
  const by = (column: string) =>
    raw.prepare(`SELECT ${hit}, p.typed FROM client_phones p JOIN clients c ON c.id = p.client_id
      WHERE p.${column} >= ? AND p.${column} < ? AND c.binned_at IS NULL ORDER BY p.${column} LIMIT ${most}`)
  const statements = { backwards: by('backwards'), national: by('national') }
  return (typed) =>
    phoneRanges(typed, country).flatMap(({ column, from }) => statements[column].all(from, from + last))
}
