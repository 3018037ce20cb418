import { likeness, nearlyAlike } from '../../app/likeness.ts'
import type { DuplicateGroup } from '../../app/contract/duplicates.ts'
import type { ReadingConnection } from '../connection.ts'
import { groupPairs } from './duplicateGroups.ts'
import { Pairs, signs } from './duplicatePairs.ts'
import { reasonsOf } from './duplicateReasons.ts'
import { NameTable, similarNames } from './similarNames.ts'
import type { ClientScope } from './visible.ts'

/** A number or an address of more clients is a switchboard's. */
const mostSharing = 20
/** Digits in which two numbers agree, and how many a number needs at least. */
const tail = 9
const shortestNumber = 6

/** The statements of the search, as text: their plans are tested. None of them sorts. */
export const statements = {
  inUse: (scope: ClientScope) => `SELECT id, kind = 'organisation' FROM clients WHERE binned_at IS NULL
    ${scope.ownedBy === undefined ? '' : `AND (manager_id = ${Number(scope.ownedBy)} OR created_by = ${Number(scope.ownedBy)})`}
    ${scope.relations === undefined ? '' : `AND EXISTS (SELECT 1 FROM client_marks WHERE client_id = clients.id AND entry_id IN (${scope.relations.map(Number).join(', ')}))`}
    ${scope.unfinishedImport === undefined ? '' : `AND import_id IS NOT ${Number(scope.unfinishedImport)}`}`,
  phones: `SELECT substr(backwards, 1, ${tail}), client_id FROM client_phones ORDER BY backwards`,
  emails: 'SELECT folded, client_id FROM client_emails ORDER BY folded',
  names: 'SELECT client_id, folded FROM client_names ORDER BY client_id, position',
  distinct: 'SELECT first, second FROM client_distinct',
} as const

/**
 * Clients who may be in the base twice, the surest groups first, and how many groups there are. For a reader: it looks
 * at every number, address and name once, in the order of an index, and at no pair that shares nothing. A million
 * clients need some 150 MB in plain arrays and well under a minute.
 */
export function findDuplicates(
  base: ReadingConnection,
  limit: number,
  scope: ClientScope,
): { total: number; groups: DuplicateGroup[] } {
  const { raw } = base
  const iterate = <Row extends unknown[]>(sql: string) => raw.prepare(sql).raw().iterate() as Iterable<Row>
  const last = (raw.prepare('SELECT max(id) FROM clients').pluck().get() as number | null) ?? 0
  // 0: not there for this person; 1: a person; 2: an organisation.
  const kinds = new Uint8Array(last + 1)
  for (const [id, organisation] of iterate<[number, number]>(statements.inUse(scope)))
    kinds[id] = 1 + organisation

  const pairs = new Pairs()
  for (const [sql, shortest, sign] of [
    [statements.phones, shortestNumber, signs.phone],
    [statements.emails, 1, signs.email],
  ] as const)
    pairSharing(iterate<[string, number]>(sql), shortest, kinds, (a, b) => pairs.add(a, b, sign))

  const names = new NameTable(last)
  for (const [id, folded] of iterate<[number, string]>(statements.names))
    if (kinds[id] !== 0 && folded !== '') names.add(id, likeness(folded, kinds[id] === 2))
  names.close()
  similarNames(names, (a, b, same) => pairs.add(a, b, same ? signs.name : signs.similarName))

  const apart = new Map<number, number[]>()
  for (const [first, second] of iterate<[number, number]>(statements.distinct)) {
    apart.set(first, [...(apart.get(first) ?? []), second])
    apart.set(second, [...(apart.get(second) ?? []), first])
  }
  // What two share is surer where their names agree too, however common the name is.
  const joined = pairs.joined((a, b) => {
    const [own, others] = [names.of(a), names.of(b)]
    if (own.some((name) => others.includes(name))) return signs.name
    return own.some((name) => others.some((other) => nearlyAlike(name, other))) ? signs.similarName : 0
  })
  const { total, groups } = groupPairs(joined, last, apart, limit)
  return { total, groups: groups.map(({ ids, score }) => ({ ids, score, reasons: reasonsOf(raw, ids) })) }
}

/** Tells of all pairs that have the same text, from rows in the order of the texts. */
function pairSharing(
  rows: Iterable<[text: string, id: number]>,
  shortest: number,
  kinds: Uint8Array,
  tell: (a: number, b: number) => void,
): void {
  let present = ''
  let ids: number[] = []
  const end = () => {
    if (ids.length < 2 || ids.length > mostSharing) return
    for (let at = 0; at < ids.length; at++)
      for (let other = at + 1; other < ids.length; other++) tell(ids[at]!, ids[other]!)
  }
  for (const [text, id] of rows) {
    if (kinds[id] === 0 || text.length < shortest) continue
    if (text !== present) {
      end()
      present = text
      ids = []
    }
    if (ids.length <= mostSharing && !ids.includes(id)) ids.push(id)
  }
  end()
}
