import { AsYouType } from 'libphonenumber-js/max'
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import { isCountryCode } from '../../app/countries.ts'
import { asciiDigits, fold, words } from '../../app/folding.ts'
import { backwards, readPhone } from '../../app/phone.ts'
import { among, beginsWith, gramsAreUnsure, hasGrams, includes, type GramPlace } from '../dialect.ts'
import type { Reading, Tables } from '../tables.ts'
import { inScope, type ClientScope } from './visible.ts'

export interface SearchScope extends ClientScope {
  /** The office's country: how numbers without a country code are read. */
  readonly country: string
  readonly phones: boolean
  readonly emails: boolean
  readonly contacts: boolean
  readonly bonusCards: boolean
}

export interface Found {
  readonly id: number
  /** The phone, e-mail, code or bonus card by which it was found; absent where it was the name. */
  readonly foundBy?: string
}

/** More than these are not weighed against each other; whoever sees so many types another letter. */
const mostCandidates = 300
const mostBeginnings = 60
const longestDigits = 9

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
  if (scope.bonusCards)
    for (const row of await byBonusCard(base, text.trim(), scope)) add(row.id, row.bonus_card!)
  if (scope.phones) for (const row of await byPhone(base, text, limit, scope)) add(row.id, row.typed)
  if (scope.emails) for (const row of await byEmail(base, text, limit, scope)) add(row.id, row.address)
  if (found.size < limit)
    for (const id of await bestFirst(base, await byName(base, text, limit, scope), text)) add(id)
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

async function byBonusCard(base: Reading, number: string, scope: SearchScope) {
  if (number === '') return []
  return base
    .selectFrom('clients')
    .select(['id', 'bonus_card'])
    .where('bonus_card', '=', number)
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
  const ending = backwards(digits.slice(-longestDigits))
  if (e164 !== null) return [{ column: 'backwards', from: backwards(e164.slice(1)).slice(0, longestDigits) }]
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
      .where(beginsWith(column, from))
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
    .where(beginsWith('folded', start))
    .where('binned_at', 'is', null)
    .where((eb) => inScope(eb as never, scope))
    .orderBy('folded')
    .limit(limit)
    .execute()
}

/** Candidates whose name begins with the text, then with words that begin so, then those that have it anywhere. */
async function byName(base: Reading, text: string, limit: number, scope: SearchScope): Promise<number[]> {
  const folded = fold(text)
  if (folded === '') return []
  const beginning = await base
    .selectFrom('client_names')
    .innerJoin('clients', 'clients.id', 'client_id')
    .select('clients.id')
    .where(beginsWith('folded', folded))
    .where('binned_at', 'is', null)
    .where((eb) => inScope(eb as never, scope))
    .orderBy('folded')
    .limit(mostBeginnings)
    .execute()
  const found = new Set(beginning.map((row) => row.id))
  const anywhere = scope.contacts ? 'names-and-contacts' : 'names'
  for (const place of ['beginnings', anywhere] as const) {
    if (found.size >= limit) break
    const some = await base
      .selectFrom('client_search')
      .innerJoin('clients', 'clients.id', 'client_search.rowid')
      .select('clients.id')
      .where(hasGrams(words(text), place))
      .where((eb) => hasWords(eb as never, words(text), place, 'clients.id'))
      .where('binned_at', 'is', null)
      .where((eb) => inScope(eb as never, scope))
      .limit(mostCandidates)
      .execute()
    for (const { id } of some) found.add(id)
  }
  return [...found]
}

/** Whether the words that grams leave open are really there, in the names of the client whose id stands in `client`. */
export function hasWords(
  eb: ExpressionBuilder<Tables, 'clients'>,
  wanted: readonly string[],
  place: GramPlace,
  client: 'clients.id' | 'client_search.rowid',
): ExpressionWrapper<Tables, 'clients', SqlBool> {
  const occurs = (table: 'client_names' | 'client_contacts', word: string) =>
    eb.exists(
      eb
        .selectFrom(table)
        .select('client_id')
        .whereRef('client_id', '=', client as 'clients.id')
        .where(includes('folded', word)),
    )
  return eb.and(
    wanted
      .filter(gramsAreUnsure)
      .map((word) =>
        place === 'names-and-contacts'
          ? eb.or([occurs('client_names', word), occurs('client_contacts', word)])
          : occurs('client_names', word),
      ),
  )
}

/** Puts candidates in order of how well their names fit. */
async function bestFirst(base: Reading, ids: readonly number[], text: string): Promise<number[]> {
  if (ids.length === 0) return []
  const names = await base
    .selectFrom('client_names')
    .select(['client_id', 'folded'])
    .where(among('client_id', ids))
    .execute()
  const [wanted, parts] = [fold(text), words(text)]
  const best = new Map<number, { fit: number; folded: string }>()
  for (const { client_id, folded } of names) {
    const fit = fitOf(folded, wanted, parts)
    const known = best.get(client_id)
    if (!known || fit < known.fit) best.set(client_id, { fit, folded })
  }
  return [...best]
    .sort(
      ([, a], [, b]) => a.fit - b.fit || a.folded.length - b.folded.length || (a.folded < b.folded ? -1 : 1),
    )
    .map(([id]) => id)
}

/** 0 the name itself, 1 its beginning, 2 the beginning of a word, 3 inside a word, 4 its words apart, 5 somebody else's name. */
function fitOf(folded: string, wanted: string, parts: readonly string[]): number {
  if (folded === wanted) return 0
  if (folded.startsWith(wanted)) return 1
  if (folded.includes(` ${wanted}`)) return 2
  if (folded.includes(wanted)) return 3
  return parts.every((part) => folded.includes(part)) ? 4 : 5
}
