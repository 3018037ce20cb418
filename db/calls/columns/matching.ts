import type Database from 'better-sqlite3'
import type { CallFilter } from '../../../app/contract/callHistory.ts'
import type { Condition } from '../../../app/criteria.ts'
import { endingDigits, readCallerNumber } from '../../../app/callerNumber.ts'
import { asciiDigits, words } from '../../../app/folding.ts'
import type { Choosing } from '../../columns/area.ts'
import { keepAll, keepOnly, maskOfAll, slotsOf, type Mask } from '../../columns/matching.ts'
import type { RecordTable } from '../../columns/table.ts'
import { idsNamed } from '../../clients/columns/texts.ts'
import type { Reading } from '../../tables.ts'
import type { CallScope } from './area.ts'

/** Which calls are meant, of those that the asker reaches; see Area. */
export function callMaskOf(
  table: RecordTable,
  kysely: Reading,
  { filter, ids, except }: Choosing<CallFilter>,
  { ownedBy, numbers, names, country }: CallScope,
  stillWanted: () => void,
): Mask {
  const mask = maskOfAll(table, ids, except)
  if (ownedBy !== undefined)
    keepOnly(
      mask,
      slotsOf(table, [pluck(table.raw, 'SELECT call_id FROM call_people WHERE user_id = ?', ownedBy)]),
    )
  keepAll(
    table,
    mask,
    filter.conditions ?? [],
    (condition) => callsByText(table.raw, condition, country),
    stillWanted,
  )
  const text = filter.text?.trim() ?? ''
  if (text !== '') {
    const found = new Uint8Array(mask.length)
    if (numbers)
      for (const slot of slotsOf(table, [withNumber(table.raw, text, country, false)])) found[slot] = 1
    if (names && words(text).length > 0) {
      stillWanted()
      const named = new Set(idsNamed({ kysely, raw: table.raw }, text, false))
      const { codes, values } = table.coded('client')
      const fits = Uint8Array.from(values, ([client]) => (named.has(Number(client)) ? 1 : 0))
      for (let slot = 0; slot < found.length; slot++) found[slot]! |= fits[codes[slot]!]!
    }
    for (let slot = 0; slot < mask.length; slot++) mask[slot]! &= found[slot]!
  }
  stillWanted()
  return mask
}

const pluck = (
  raw: Database.Database,
  query: string,
  ...parameters: readonly (string | number)[]
): number[] =>
  raw
    .prepare(query)
    .pluck()
    .all(...parameters) as number[]

/** Fewer digits are part of too many numbers. */
const leastDigits = 2

/** Ids of calls with this number, whole and in any notation, with these digits among its last nine, or beginning with them. */
function withNumber(raw: Database.Database, text: string, country: string, begins: boolean): number[] {
  const whole = readCallerNumber(text, country)
  if (whole.e164 !== null)
    return pluck(raw, "SELECT id FROM calls WHERE ending = ? AND ending <> ''", whole.ending)
  const digits = asciiDigits(text).replace(/\D/g, '').replace(/^0+/, '').slice(-endingDigits)
  if (digits.length < leastDigits) return []
  const backwards = [...digits].reverse().join('')
  const has = begins ? `substr(ending, -${digits.length}) = ?` : 'instr(ending, ?) > 0'
  return pluck(raw, `SELECT id FROM calls WHERE ending <> '' AND ${has}`, backwards)
}

/** Ids of calls whose number or note has a text, or that have such a thing at all. */
function callsByText(raw: Database.Database, condition: Condition, country: string): number[] {
  const ofNumber = condition.field === 'number'
  if (condition.is === 'empty' || condition.is === 'filled')
    return pluck(raw, `SELECT id FROM calls WHERE ${ofNumber ? 'ending' : 'note'} <> ''`)
  if (condition.is !== 'contains' && condition.is !== 'begins') return []
  const begins = condition.is === 'begins'
  if (ofNumber) return withNumber(raw, condition.text, country, begins)
  const pattern = condition.text.trim().replace(/[\\%_]/g, (letter) => `\\${letter}`)
  return pluck(
    raw,
    String.raw`SELECT id FROM calls WHERE note <> '' AND note LIKE ? ESCAPE '\'`,
    `${begins ? '' : '%'}${pattern}%`,
  )
}
