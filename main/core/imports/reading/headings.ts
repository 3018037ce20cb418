import { countryOf } from '../../../../app/countries.ts'
import { Refusal } from '../../../../app/errors.ts'
import { asciiDigits, fold } from '../../../../app/folding.ts'
import {
  isBlob,
  looksLikeEmail,
  looksLikeKind,
  looksLikeName,
  looksLikePhone,
  looksLikeUrl,
} from './contents.ts'
import type { ImportField } from './heading-words.ts'
import { compact, headingParts, isImportField, readHeading, sayingOf, type Recognised } from './heading.ts'

export { importFields, type ImportField } from './heading-words.ts'

/** What is taken from one column. Plain data: it goes to the window and into a file. */
export interface MappedColumn {
  readonly column: number
  readonly heading: string
  readonly field: ImportField
  /** BCP 47, of a name. */
  readonly language?: string | undefined
  /**
   * Of a phone: mobile, home, work, fax …; of an address: which one of several its parts belong to; of a note:
   * the words before the text ("opening_hours: …"), absent where the column is the client's notes anyway.
   */
  readonly label?: string | undefined
  /** Id of one of the office's own fields, where `field` is `custom`. */
  readonly custom?: number | undefined
}

/** A field that the office defined, by all its names. */
export interface OwnField {
  readonly id: number
  readonly names: readonly string[]
}
export type Mapping = readonly MappedColumn[]

/** A heading that is a letter, a number or a word like "Field 3" leaves the column to its content. */
const saysNothing = (heading: string) =>
  /^(?:[a-z]{0,2}|column|field|spalte|colonne|столбец|поле|колонка|col|f|unnamed|value|data)?\s?\d*$/.test(
    fold(heading),
  )
const isPicture = (heading: string) =>
  /photo|image|picture|logo|avatar|icon|file|path|фото|រូប|chithunzi/.test(fold(heading))

/**
 * What the columns probably are, by headings first, by content where the heading says nothing or leaves it open.
 * Columns of nothing we know go into the notes under their heading, so that nothing is lost; binary ones are left out.
 */
export function suggestMapping(
  headings: readonly string[],
  sample: readonly (readonly string[])[],
  own: readonly OwnField[] = [],
): Mapping {
  const mapping = headings.map((heading, column): MappedColumn => {
    const custom = ownNamed(heading, own)
    if (custom !== undefined) return { column, heading, field: 'custom', custom }
    const values = sample
      .slice(0, 100)
      .map((row) => row[column] ?? '')
      .filter((value) => value.trim() !== '')
    return { column, heading, ...suggestColumn(column, values, headings) }
  })
  return withName(onlyOnce(wholeNames(mapping)), sample)
}

/** The office's own field that is called so; two called the same are told apart by nothing, the first is meant. */
const ownNamed = (name: string, own: readonly OwnField[]): number | undefined =>
  compact(name) === ''
    ? undefined
    : own.find(({ names }) => names.some((one) => compact(one) === compact(name)))?.id

/** The running number of a list: "No.", "№ п/п" and 1, 2, 3 … below. */
function isRunningNumber(heading: string, values: readonly string[]): boolean {
  const first = Number(values[0])
  return (
    /^(?:no|n|nr|nro|sno|srno|noпп|пп|лрно|លរ)?$/.test(compact(heading)) &&
    values.length > 0 &&
    values.every((value, index) => Number(value) === first + index)
  )
}

const asNote = (heading: string): Recognised => ({ field: 'note', label: heading.slice(0, 60) })

function suggestColumn(column: number, values: readonly string[], headings: readonly string[]): Recognised {
  const heading = headings[column]!
  const share = (is: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(is).length / values.length
  if (share(isBlob) >= 0.5 || sayingOf(heading, headings) !== undefined) return { field: 'ignore' }
  if (isRunningNumber(heading, values)) return { field: 'ignore' }
  const known = readHeading(heading)
  if (known) return settled(known, heading, share)
  if (column === 0 && headingParts(heading).length === 2 && headingParts(heading)[1] === 'id')
    return { field: 'code' }
  if (isPicture(heading)) return asNote(heading)
  if (share(looksLikeEmail) >= 0.8) return { field: 'email' }
  if (share(looksLikeUrl) >= 0.8) return { field: 'website' }
  const written = (value: string) =>
    looksLikePhone(value) && (/^\s*\+/.test(asciiDigits(value)) || /[\s()-]/.test(value.trim()))
  if (share(saysNothing(heading) ? looksLikePhone : written) >= 0.8) return { field: 'phone' }
  if (saysNothing(heading) && share((value) => countryOf(value) !== undefined) >= 0.9)
    return { field: 'country' }
  return asNote(heading)
}

/** Headings with two meanings, decided by what stands below. */
function settled(
  known: Recognised,
  heading: string,
  share: (is: (value: string) => boolean) => number,
): Recognised {
  const words = headingParts(heading).join('')
  if (words === 'title' || words === 'titel' || words === 'titre') {
    return {
      field:
        share(
          (value) =>
            value.length <= 12 &&
            /^(mr|mrs|ms|miss|dr|prof|herr|frau|m|mme|mlle|sr|sra|mx|sir|lok)\b/.test(fold(value)),
        ) > 0.5
          ? 'title'
          : 'contactTitle',
    }
  }
  if (known.field === 'contactName' && share(looksLikePhone) > 0.5) return { field: 'phone' }
  if (known.field === 'contactName' && share(looksLikeEmail) > 0.5) return { field: 'email' }
  if (known.field === 'phone' && share(looksLikeEmail) > 0.5) return { field: 'email' }
  if (words === 'номер' && share(looksLikePhone) < 0.5) return asNote(heading)
  if (known.field === 'kind' && share(looksLikeKind) < 0.5) return asNote(heading)
  if (known.field === 'website' && share(looksLikeEmail) > 0.5) return { field: 'email' }
  if (known.field === 'country' && words === 'land' && share((value) => countryOf(value) !== undefined) < 0.5)
    return { field: 'region' }
  return known
}

const single: ReadonlySet<ImportField> = new Set([
  'code',
  'status',
  'manager',
  'birthday',
  'employer',
  'kind',
  'language',
  'category',
  'source',
  'priceList',
  'discount',
  'bonusCard',
  'creditLimit',
  'firstName',
  'lastName',
  'middleName',
  'title',
  'contactTitle',
])

/** Of two columns for what a client has once, the first stays and the others become notes. */
function onlyOnce(mapping: Mapping, fixed: ReadonlySet<number> = new Set()): Mapping {
  const whichOf = ({ field, custom }: MappedColumn) => (custom === undefined ? field : `${field} ${custom}`)
  const taken = new Set(mapping.filter((entry) => fixed.has(entry.column)).map(whichOf))
  return mapping.map((entry) => {
    if (fixed.has(entry.column) || !(single.has(entry.field) || entry.field === 'custom')) return entry
    if (taken.has(whichOf(entry)))
      return { column: entry.column, heading: entry.heading, ...asNote(entry.heading) }
    taken.add(whichOf(entry))
    return entry
  })
}

/**
 * "Nom", "Nombre" and "Имя" are a part of a name only beside another part: alone they are the whole name, beside
 * a company the contact's; and the German "Name" beside "Vorname" is the family name.
 */
function wholeNames(mapping: Mapping): Mapping {
  const count = (field: ImportField) => mapping.filter((entry) => entry.field === field).length
  const [first, last] = [count('firstName'), count('lastName')]
  if ((first > 0 && last > 0) || first + last === 0) return mapping
  const change = (from: ImportField, field: ImportField) =>
    mapping.map((entry) => (entry.field === from ? { ...entry, field } : entry))
  if (first === 1 && count('name') === 1) return change('name', 'lastName')
  if (count('name') > 0) return mapping
  return change(
    first > 0 ? 'firstName' : 'lastName',
    count('company') > 0 && count('contactName') === 0 ? 'contactName' : 'name',
  )
}

const naming: ReadonlySet<ImportField> = new Set([
  'name',
  'company',
  'employer',
  'firstName',
  'lastName',
  'contactName',
])

/** Without a name no row can become a client (NO_NAME_COLUMN). */
export const hasName = (mapping: Mapping) => mapping.some((entry) => naming.has(entry.field))

/** Where no heading speaks of a name, the first column of words is one. */
function withName(mapping: Mapping, sample: readonly (readonly string[])[]): Mapping {
  if (hasName(mapping)) return mapping
  const found = mapping.find((entry) => {
    const values = sample.map((row) => row[entry.column] ?? '').filter((value) => value !== '')
    return (
      entry.field === 'note' &&
      values.length > 0 &&
      values.filter(looksLikeName).length >= values.length * 0.7 &&
      new Set(values).size >= values.length * 0.5
    )
  })
  return found
    ? mapping.map((entry) =>
        entry === found ? { column: entry.column, heading: entry.heading, field: 'name' } : entry,
      )
    : mapping
}

/**
 * A person's own mapping, `{ "Their heading": "field" | { field, language, label } }` or a saved `Mapping`, over a
 * suggested one: columns it does not speak of stay as suggested (by their headings where no suggestion is given),
 * except that a field of the person's choice is not suggested a second time. Throws BAD_MAPPING with the heading and
 * `not-an-object`, `no-such-heading`, `no-such-field`, `bad-language` or `bad-label`.
 */
export function readMapping(
  json: unknown,
  headings: readonly string[],
  suggested: Mapping = suggestMapping(headings, []),
  own: readonly OwnField[] = [],
): Mapping {
  const chosen = new Map<number, MappedColumn>()
  for (const [heading, wish] of wishes(json)) {
    const column = findHeading(heading, headings)
    if (column === undefined) throw new Refusal('BAD_MAPPING', { heading, reason: 'no-such-heading' })
    chosen.set(column, { column, heading: headings[column]!, ...readWish(heading, wish, own) })
  }
  const fixed = new Set(chosen.keys())
  const named = [...chosen.values()].some((entry) => entry.field === 'name' || entry.field === 'company')
  const whole = suggested.map((entry): MappedColumn => {
    const own = chosen.get(entry.column)
    if (own) return own
    const again =
      named && entry.language === undefined && (entry.field === 'name' || entry.field === 'company')
    return again ? { column: entry.column, heading: entry.heading, ...asNote(entry.heading) } : entry
  })
  return onlyOnce(whole, fixed)
}

type Wished = Recognised & Pick<MappedColumn, 'custom'>

function wishes(json: unknown): [string, unknown][] {
  if (Array.isArray(json)) {
    return json.map((entry: unknown): [string, unknown] => {
      if (isObject(entry) && typeof entry['heading'] === 'string') return [entry['heading'], entry]
      throw new Refusal('BAD_MAPPING', { heading: '', reason: 'not-an-object' })
    })
  }
  if (!isObject(json)) throw new Refusal('BAD_MAPPING', { heading: '', reason: 'not-an-object' })
  return Object.entries(json)
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

function findHeading(heading: string, headings: readonly string[]): number | undefined {
  const exact = headings.indexOf(heading)
  if (exact !== -1) return exact
  const alike = headings.findIndex((other) => compact(other) === compact(heading) && compact(heading) !== '')
  return alike === -1 ? undefined : alike
}

function readWish(heading: string, wish: unknown, own: readonly OwnField[]): Wished {
  const refuse = (reason: string) => new Refusal('BAD_MAPPING', { heading, reason })
  if (wish === null || wish === '') return { field: 'ignore' }
  const { field, language, label, custom } = isObject(wish) ? wish : { field: wish }
  if (typeof field !== 'string') throw refuse('no-such-field')
  const id = field === 'custom' ? own.find((one) => one.id === custom)?.id : ownNamed(field, own)
  if (id !== undefined) return { field: 'custom', custom: id }
  if (field === 'custom') throw refuse('no-such-field')
  const known = isImportField(field) ? { field } : readHeading(field)
  if (!known) throw refuse('no-such-field')
  if (language !== undefined && !isLanguage(language)) throw refuse('bad-language')
  if (label !== undefined && (typeof label !== 'string' || label.length > 60)) throw refuse('bad-label')
  return { ...known, ...(language !== undefined && { language }), ...(label !== undefined && { label }) }
}

function isLanguage(text: unknown): text is string {
  if (typeof text !== 'string' || text.length > 35) return false
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
