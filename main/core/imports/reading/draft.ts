import { longest } from '../../../../app/contract/clients.ts'
import { isBirthday } from '../../../../app/birthday.ts'
import type { ProblemReason } from '../../../../app/contract/imports.ts'
import { countryOf, type CountryCode } from '../../../../app/countries.ts'
import { readPhone, splitPhones } from '../../../../app/phone.ts'
import { addressesOf, type DraftAddress } from './addresses.ts'
import { isBlob, kindNamed, looksLikeEmail } from './contents.ts'
import { isDayFirst, isNoDate, line, lines, namesOfCell, readDate } from './cells.ts'
import { isAddress, readLabel, readLanguage, type Saying } from './heading.ts'
import type { ImportField, MappedColumn, Mapping, OwnField } from './headings.ts'
import {
  listedFields,
  type DraftedRow,
  type DraftPhone,
  type Employer,
  type ImportedClient,
  type ImportProblem,
  type ListedField,
} from './imported.ts'
import { kindGuess } from './kinds.ts'
import { naming, type DraftName, type Kind } from './naming.ts'
import { sayingsOf, type Sayings } from './sayings.ts'
import type { RowProblem, TableRow } from './table.ts'
import { draftOfCard } from './vcard/draft.ts'
import { readWebsite } from './websites.ts'

export interface DraftOptions {
  /** The office's country: how phone numbers of rows without a country are read. */
  readonly country?: CountryCode | undefined
  /** First rows: what kind of clients they are, whether dates have the day first. */
  readonly sample?: readonly TableRow[]
  /** The office's own fields, which a vCard names itself. */
  readonly own?: readonly OwnField[]
}

/** Makes drafts of rows by a mapping. The returned function is pure and never throws. */
export function drafter(mapping: Mapping, options: DraftOptions = {}): (row: TableRow) => DraftedRow {
  const sample = (options.sample ?? []).filter((row) => row.problem === undefined).map((row) => row.values)
  const guess = kindGuess(mapping, sample)
  const dates = mapping.filter((entry) => entry.field === 'birthday')
  const dayFirst = isDayFirst(
    sample.flatMap((row) => dates.map((entry) => row[entry.column] ?? '')),
    options.country,
  )
  const sayings = sayingsOf(mapping)
  const linked = mapping.some(({ field }) => field === 'employer')
  return (row) => {
    if (row.card) return draftOfCard(row.card, row.row, { ...options, linked })
    if (row.problem) return refused(row, row.problem)
    return new RowReading(row, mapping, { ...options, guess, dayFirst, sayings }).drafted()
  }
}

function refused({ row, mended }: TableRow, reason: RowProblem): DraftedRow {
  return { row, mended, draft: null, problems: [{ row, field: 'row', reason, refused: true }] }
}

interface Ways extends DraftOptions {
  readonly guess: (name: string) => Kind
  readonly dayFirst: boolean
  readonly sayings: Sayings
}

interface Cell extends MappedColumn {
  readonly value: string
}

const none: readonly Cell[] = []

/** One row being read: collects problems and what goes into the notes. */
class RowReading {
  readonly #row: TableRow
  readonly #cells: Cell[] = []
  readonly #byField = new Map<ImportField, Cell[]>()
  readonly #ways: Ways
  readonly #notes: string[] = []
  readonly #problems: ImportProblem[] = []

  constructor(row: TableRow, mapping: Mapping, ways: Ways) {
    this.#row = row
    this.#ways = ways
    for (const { column, heading, field, language, label, custom } of mapping) {
      const value = row.values[column] ?? ''
      if (field === 'ignore' || value.trim() === '' || (field === 'note' && isBlob(value))) continue
      const cell: Cell = { column, heading, field, language, label, custom, value }
      this.#cells.push(cell)
      const alike = this.#byField.get(field)
      if (alike) alike.push(cell)
      else this.#byField.set(field, [cell])
    }
  }

  drafted(): DraftedRow {
    const { row, mended } = this.#row
    for (const cell of this.#cells) if (cell.value.includes('\ufffd')) this.#problem(cell.field, 'unreadable')
    const { addresses, country } = this.#addresses()
    const naming = this.#naming()
    const birthday = this.#birthday()
    const draft: ImportedClient = {
      ...naming,
      ...optional('code', this.#text('code', 100)),
      phones: this.#phones(country),
      ...this.#emails(),
      addresses,
      websites: this.#websites(),
      ...optional('status', this.#text('status', longest.short)),
      ...optional('manager', this.#text('manager', longest.name)),
      ...optional('language', this.#language()),
      ...optional('birthday', birthday),
      ...this.#lists(),
      ...this.#custom(),
      notes: this.#allNotes(),
    }
    if (draft.names.length === 0) this.#problem('name', 'no-name', true)
    const isRefused = this.#problems.some((problem) => problem.refused)
    return { row, mended, draft: isRefused ? null : draft, problems: this.#problems }
  }

  #problem(field: ImportField, reason: ProblemReason, refused = false): void {
    if (this.#problems.some((known) => known.field === field && known.reason === reason)) return
    this.#problems.push({ row: this.#row.row, field, reason, refused })
  }

  /** What has no place of its own: into the notes under its heading. */
  #keep(cell: Cell, value = cell.value, reason?: ProblemReason): void {
    this.#notes.push(
      `${cell.label !== undefined && cell.field === 'note' ? cell.label : cell.heading}: ${lines(value)}`,
    )
    if (reason) this.#problem(cell.field, reason)
  }

  #of(field: ImportField): readonly Cell[] {
    return this.#byField.get(field) ?? none
  }

  /** The first value of a field that a client has once; further ones are kept as notes. */
  #text(field: ImportField, most: number): string | undefined {
    const [first, ...others] = this.#of(field)
    for (const other of others) this.#keep(other)
    if (!first) return undefined
    const value = line(first.value)
    if (value.length <= most) return value === '' ? undefined : value
    this.#keep(first, value, 'too-long')
    return undefined
  }

  #naming(): Pick<ImportedClient, 'kind' | 'names' | 'contacts' | 'employer'> {
    const texts = (field: ImportField) => this.#of(field).map((cell) => line(cell.value))
    const said = {
      names: this.#names('name'),
      companies: this.#names('company'),
      first: texts('firstName'),
      middle: texts('middleName'),
      last: texts('lastName'),
      contacts: this.#of('contactName')
        .flatMap((cell) => cell.value.split(/[;\r\n]+/))
        .map(line)
        .filter((name) => name !== ''),
    }
    const rowKind = this.#kind()
    const [employer] = this.#of('employer')
    // Where the row names nobody who works there, it is the organisation's own.
    const isOwn = employer !== undefined && naming(said, rowKind, this.#ways.guess).names.length === 0
    if (isOwn) said.companies.push(...this.#names('employer'))
    const { kind, names, people } = naming(said, rowKind, this.#ways.guess)
    if (names.some((name) => name.text.length > longest.name)) this.#problem('name', 'too-long', true)
    for (const title of this.#of('title')) this.#keep(title)
    if (!employer || isOwn) return { kind, names, contacts: this.#contacts(people) }
    const name = line(employer.value)
    if (kind === 'person' && name.length <= longest.name)
      return { kind, names, contacts: this.#contacts(people, true), employer: this.#employer(name) }
    this.#keep(employer, employer.value, name.length <= longest.name ? undefined : 'too-long')
    return { kind, names, contacts: this.#contacts(people) }
  }

  #employer(name: string): Employer {
    const position = this.#position()
    return { name, ...(position === undefined ? {} : { position }) }
  }

  /** What somebody is at the organisation, where a card can hold it. */
  #position(): string | undefined {
    const [cell] = this.#of('contactTitle')
    const text = cell && line(cell.value)
    return text !== undefined && text.length <= longest.short ? text : undefined
  }

  #names(field: 'name' | 'company' | 'employer'): DraftName[] {
    return this.#of(field).flatMap((cell) => {
      const said = this.#said(cell, 'language')
      if (said !== undefined) {
        const language = readLanguage(said)
        return [{ text: line(cell.value), ...(language === undefined ? {} : { language }) }]
      }
      if (cell.language === undefined) return namesOfCell(cell.value).map((text) => ({ text }))
      return [{ text: line(cell.value), language: cell.language }]
    })
  }

  #kind(): Kind | undefined {
    const cell = this.#of('kind')[0]
    const kind = cell && kindNamed(cell.value)
    if (cell && !kind) this.#keep(cell, cell.value, 'unknown-kind')
    return kind
  }

  /** `taken`: the position is the client's own, where they work. */
  #contacts(people: readonly string[], taken = false): { name: string; position?: string }[] {
    const [position, ...others] = this.#of('contactTitle')
    for (const other of others) this.#keep(other)
    const text = this.#position()
    const fits = text !== undefined && people.length > 0 && !taken
    if (position && !fits && !(taken && text !== undefined)) this.#keep(position)
    if (people.some((name) => name.length > longest.name)) this.#problem('contactName', 'too-long', true)
    const positions = this.#positions()
    return people.map((name, index) => {
      const own = positions.get(name) ?? (index === 0 && fits ? text : undefined)
      return { name, ...(own !== undefined && { position: own }) }
    })
  }

  /** Where each contact person has a column of their own for what they are. */
  #positions(): Map<string, string> {
    const positions = new Map<string, string>()
    for (const cell of this.#of('contactName')) {
      const position = this.#said(cell, 'position') ?? ''
      if (position.length > longest.short) this.#keep(cell, position, 'too-long')
      else if (position !== '') positions.set(line(cell.value), position)
    }
    return positions
  }

  #addresses(): { addresses: DraftAddress[]; country: CountryCode | undefined } {
    const cells = this.#cells.filter((cell) => isAddress(cell.field))
    const addresses = addressesOf(
      cells
        .map((cell) => ({ ...cell, value: line(cell.value) }))
        .filter((cell) => {
          const isLong = cell.field === 'street' || cell.field === 'addressText'
          const most = isLong ? longest.line : cell.field === 'postcode' ? 60 : longest.short
          const fits = cell.value.length <= most && cell.value !== ''
          if (cell.value.length > most) this.#keep(cell, cell.value, 'too-long')
          return fits
        }),
    )
    const unknown = cells.find(
      (cell) => cell.field === 'country' && countryOf(line(cell.value)) === undefined,
    )
    if (unknown) this.#keep(unknown, unknown.value, 'unknown-country')
    return { addresses, country: addresses.find((address) => address.country !== undefined)?.country }
  }

  /** By the country of the row; by the office's only where the row names none at all. */
  #phones(country: CountryCode | undefined): DraftPhone[] {
    const foreign = this.#of('country').length > 0
    const phones = new Map<string, DraftPhone>()
    for (const cell of this.#of('phone')) {
      const label = this.#label(cell)
      for (const typed of splitPhones(cell.value).map(line)) {
        const phone = readPhone(typed, country ?? (foreign ? undefined : this.#ways.country))
        if (phone.digits === '') this.#keep(cell, typed, /^null$/i.test(typed) ? undefined : 'bad-phone')
        else if (typed.length > longest.short) this.#keep(cell, typed, 'too-long')
        else if (!phones.has(`${phone.digits} ${label}`))
          phones.set(`${phone.digits} ${label}`, label === undefined ? phone : { ...phone, label })
      }
    }
    return [...phones.values()]
  }

  /** What another column says of this one; undefined where none does. */
  #said(cell: Cell, what: Saying['what']): string | undefined {
    const column = this.#ways.sayings.get(cell.column)?.[what]
    return column === undefined ? undefined : line(this.#row.values[column] ?? '')
  }

  /** Google says in a column of its own what a number is. */
  #label(cell: Cell): string | undefined {
    const text = this.#said(cell, 'label')?.replace(/^\*\s*/, '') ?? ''
    return text === '' ? cell.label : (readLabel(text) ?? text.slice(0, 60))
  }

  #emails(): Pick<ImportedClient, 'emails' | 'emailLabels'> {
    const emails: string[] = []
    const labels: Record<string, string> = {}
    for (const cell of this.#of('email')) {
      const label = this.#label(cell)
      for (const part of cell.value.split(/[\s,;|]*(?:[;,|\r\n]|:::)[\s,;|:]*|\s+(?=[^\s<]+@)/)) {
        const text = line(part)
        const address = text.replace(/^mailto:/i, '').replace(/^[^<]*<\s*([^<>\s]+)\s*>$/, '$1')
        if (text === '') continue
        if (!looksLikeEmail(address)) this.#keep(cell, text, 'bad-email')
        else if (address.length > longest.short) this.#keep(cell, text, 'too-long')
        else if (!emails.some((known) => known.toLowerCase() === address.toLowerCase())) {
          emails.push(address)
          if (label !== undefined) labels[address] = label
        }
      }
    }
    return { emails, ...(Object.keys(labels).length > 0 && { emailLabels: labels }) }
  }

  #language(): string | undefined {
    const cell = this.#of('language')[0]
    const language = cell && readLanguage(line(cell.value))
    if (cell && language === undefined) this.#keep(cell)
    return language
  }

  #websites(): string[] {
    const websites = new Set<string>()
    for (const cell of this.#of('website')) {
      for (const text of cell.value.includes('#')
        ? [line(cell.value)]
        : line(cell.value).split(/\s*(?:;|,\s|:::|\s)\s*/)) {
        if (text === '') continue
        const website = readWebsite(text)
        if (website === undefined) this.#keep(cell, text, 'bad-url')
        else if (website.length > longest.line) this.#keep(cell, text, 'too-long')
        else websites.add(website)
      }
    }
    return [...websites]
  }

  /** What the office's lists decide about: a text of each field, several columns of one joined. */
  #lists(): Pick<ImportedClient, 'lists'> {
    const lists: Partial<Record<ListedField, string>> = {}
    for (const field of listedFields) {
      const text = this.#of(field)
        .map((cell) => line(cell.value))
        .join('; ')
      if (text !== '') lists[field] = text
    }
    return Object.keys(lists).length === 0 ? {} : { lists }
  }

  #custom(): Pick<ImportedClient, 'custom'> {
    const cells = this.#of('custom')
    if (cells.length === 0) return {}
    return { custom: new Map(cells.map((cell) => [cell.custom!, line(cell.value)])) }
  }

  #birthday(): string | undefined {
    const [cell, ...others] = this.#of('birthday')
    for (const other of others) this.#keep(other)
    if (!cell || isNoDate(cell.value)) return undefined
    // Our own notation of a day without its year.
    const own = line(cell.value)
    if (own.startsWith('--') && isBirthday(own)) return own
    const date = readDate(cell.value, this.#ways.dayFirst)
    if (date === undefined) this.#keep(cell, cell.value, 'bad-date')
    return date
  }

  #allNotes(): string[] {
    const own = this.#of('note')
      .filter((cell) => cell.label === undefined)
      .map((cell) => lines(cell.value))
    for (const cell of this.#of('note')) if (cell.label !== undefined) this.#keep(cell)
    const notes = [...own, ...this.#notes].filter((note) => note !== '')
    if (notes.join('\n').length > longest.note) this.#problem('note', 'too-long', true)
    return notes
  }
}

function optional<K extends string>(key: K, value: string | undefined) {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>
}
