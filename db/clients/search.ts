import { AsYouType } from 'libphonenumber-js/max'
import type { Expression, SqlBool } from 'kysely'
import { isCountryCode } from '../../app/countries.ts'
import { asciiDigits, fold, words } from '../../app/folding.ts'
import { readPhone } from '../../app/phone.ts'
import { pairMatch, trigramMatch } from '../dialect.ts'
import type { Reading } from '../tables.ts'
import { inScope, type ClientScope } from './visible.ts'

export interface SearchScope extends ClientScope {
  /** The office's country: how numbers without a country code are read. */
  readonly country: string
  readonly phones: boolean
  readonly emails: boolean
  readonly contacts: boolean
}

export interface Found {
  readonly id: number
  /** The phone, e-mail or code by which it was found; absent where it was the name. */
  readonly foundBy?: string
}

/** More than these are not weighed against each other; whoever sees so many types another letter. */
const mostCandidates = 300
const longestDigits = 9
/** Sorts after every folded text that begins with what stands before it. */
const afterAll = '\u{10ffff}'

/**
 * Finds clients by any part of a name, any phone in any notation, the beginning of an e-mail address, or a code;
 * the best first: the name itself, its beginning, the beginning of a word, inside a word, a contact person.
 */
export async function searchClients(
  base: Reading,
  text: string,
  limit: number,
  scope: SearchScope,
): Promise<Found[]> {
  const found = new Map<number, Found>()
  const add = (id: number, foundBy?: string) => {
    if (!found.has(id)) found.set(id, foundBy === undefined ? { id } : { id, foundBy })
  }
  for (const row of await byCode(base, text.trim(), scope)) add(row.id, row.code!)
  if (scope.phones) for (const row of await byPhone(base, text, limit, scope)) add(row.id, row.typed)
  if (scope.emails) for (const row of await byEmail(base, text, limit, scope)) add(row.id, row.address)
  const named = await byName(base, text, scope)
  for (const id of await bestFirst(base, named, fold(text))) add(id)
  return [...found.values()].slice(0, limit)
}

async function byCode(base: Reading, code: string, scope: SearchScope) {
  if (code === '') return []
  return base
    .selectFrom('clients')
    .select(['id', 'code'])
    .where('code', '=', code)
    .where('binned_at', 'is', null)
    .where((eb) => inScope(eb, scope))
    .limit(20)
    .execute()
}

/** Conditions on `client_phones` that a typed number comes to: by its last digits, or by its beginning. None for what is no number. */
export function phoneRanges(
  text: string,
  country: string,
): { column: 'backwards' | 'national'; from: string }[] {
  const plain = asciiDigits(text).trim()
  if (!/^[+(]?[\d\s().\-/]+$/.test(plain)) return []
  const digits = plain.replace(/\D/g, '')
  if (digits.length < 3) return []
  const home = isCountryCode(country) ? country : undefined
  const { e164, national } = readPhone(plain, home)
  const ending = digits.slice(-longestDigits).split('').reverse().join('')
  if (e164 !== null)
    return [{ column: 'backwards', from: e164.slice(1).split('').reverse().join('').slice(0, longestDigits) }]
  const typing = new AsYouType()
  typing.input(plain)
  const beginnings = new Set([
    national,
    plain.startsWith('+') ? (typing.getNumber()?.nationalNumber ?? '') : '',
  ])
  return [
    { column: 'backwards', from: ending },
    ...[...beginnings]
      .filter((start) => start.length >= 3)
      .map((from) => ({ column: 'national' as const, from })),
  ]
}

async function byPhone(base: Reading, text: string, limit: number, scope: SearchScope) {
  const rows: { id: number; typed: string }[] = []
  for (const { column, from } of phoneRanges(text, scope.country)) {
    const some = await base
      .selectFrom('client_phones')
      .innerJoin('clients', 'clients.id', 'client_id')
      .select(['clients.id', 'typed'])
      .where(column, '>=', from)
      .where(column, '<', from + afterAll)
      .where('binned_at', 'is', null)
      .where((eb) => inScope(eb as never, scope))
      .orderBy(column)
      .limit(limit)
      .execute()
    rows.push(...some)
  }
  return rows
}

async function byEmail(base: Reading, text: string, limit: number, scope: SearchScope) {
  const start = text.trim().toLowerCase()
  if (!/^[^\s@]{3,}(@\S*)?$/.test(start)) return []
  return base
    .selectFrom('client_emails')
    .innerJoin('clients', 'clients.id', 'client_id')
    .select(['clients.id', 'address'])
    .where('folded', '>=', start)
    .where('folded', '<', start + afterAll)
    .where('binned_at', 'is', null)
    .where((eb) => inScope(eb as never, scope))
    .orderBy('folded')
    .limit(limit)
    .execute()
}

async function byName(base: Reading, text: string, scope: SearchScope): Promise<number[]> {
  const folded = fold(text)
  if (folded === '') return []
  const beginning = await base
    .selectFrom('client_names')
    .innerJoin('clients', 'clients.id', 'client_id')
    .select('clients.id')
    .where('folded', '>=', folded)
    .where('folded', '<', folded + afterAll)
    .where('binned_at', 'is', null)
    .where((eb) => inScope(eb as never, scope))
    .orderBy('folded')
    .limit(60)
    .execute()
  const conditions = containing(text, scope.contacts)
  if (conditions.length === 0) return beginning.map((row) => row.id)
  const [first, ...more] = conditions
  const inside = await base
    .selectFrom(first!.table)
    .innerJoin('clients', 'clients.id', `${first!.table}.rowid`)
    .select('clients.id')
    .where(first!.match)
    .where((eb) =>
      eb.and(
        more.map(({ table, match }) =>
          eb('clients.id', 'in', eb.selectFrom(table).select('rowid').where(match)),
        ),
      ),
    )
    .where('binned_at', 'is', null)
    .where((eb) => inScope(eb as never, scope))
    .limit(mostCandidates)
    .execute()
  return [...new Set([...beginning, ...inside].map((row) => row.id))]
}

interface Containing {
  readonly table: 'client_search' | 'client_pairs'
  readonly match: Expression<SqlBool>
}

/** What full-text search is asked for these words: the long ones by trigrams, the short ones by pairs of letters. */
export function containing(text: string, contacts: boolean): Containing[] {
  const all = words(text)
  const long = all.filter((word) => word.length >= 3)
  const short = all.filter((word) => word.length < 3)
  return [
    ...(long.length > 0
      ? [
          {
            table: 'client_search' as const,
            match: trigramMatch(long, contacts ? ['names', 'contacts'] : ['names']),
          },
        ]
      : []),
    ...(short.length > 0 ? [{ table: 'client_pairs' as const, match: pairMatch(short) }] : []),
  ]
}

/** Puts candidates in order of how well their names fit. */
async function bestFirst(base: Reading, ids: readonly number[], wanted: string): Promise<number[]> {
  if (ids.length === 0) return []
  const names = await base
    .selectFrom('client_names')
    .select(['client_id', 'folded'])
    .where('client_id', 'in', [...ids])
    .execute()
  const best = new Map<number, { fit: number; folded: string }>()
  for (const { client_id, folded } of names) {
    const fit = fitOf(folded, wanted)
    const known = best.get(client_id)
    if (!known || fit < known.fit) best.set(client_id, { fit, folded })
  }
  return [...best]
    .sort(
      ([, a], [, b]) => a.fit - b.fit || a.folded.length - b.folded.length || (a.folded < b.folded ? -1 : 1),
    )
    .map(([id]) => id)
}

function fitOf(folded: string, wanted: string): number {
  if (folded === wanted) return 0
  if (folded.startsWith(wanted)) return 1
  if (folded.includes(` ${wanted}`)) return 2
  return folded.includes(wanted) ? 3 : 4
}
