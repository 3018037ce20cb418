import type { ExportField } from '../../../../app/contract/clientExport.ts'
import { countryName, countryOf, isCountryCode } from '../../../../app/countries.ts'
import type { ClientLink } from '../../../../app/contract/clients.ts'
import type { CustomField, CustomValue, Money } from '../../../../app/contract/lists.ts'
import { fromMinor, minorDigits } from '../../../../app/money.ts'
import type { Language } from '../../../../app/languages.ts'
import type { StoredCard } from '../../../../db/clients/card.ts'
import type { ClientExtent } from '../../../../db/clients/extent.ts'
import { addressLine } from '../../imports/reading/addresses.ts'
import { clientWords } from '../words.ts'

/** One column of an exported table. */
export interface Column {
  readonly heading: string
  /** Letters that are seen at once. */
  readonly width: number
  /** Empty where the client has none. */
  value(card: StoredCard): string
}

/** What the office has beside its clients: names of entries and managers, by id, and fields of its own. */
export interface ExportLists {
  readonly managers: ReadonlyMap<number, string>
  /** Entries of all lists, statuses too. */
  readonly entries: ReadonlyMap<number, string>
  /** The office's own fields that the person sees. */
  readonly custom: readonly CustomField[]
}

/** A country as the reader calls it, where the import knows it by that name; else its code. */
export function countryWord(code: string, language: Language): string {
  if (!isCountryCode(code)) return code
  const name = countryName(code, language)
  return countryOf(name) === code ? name : code
}

/**
 * The columns of a table of clients, in the reader's words and so that our own import knows each by its heading:
 * "Phone 2", and beside it "Phone 2 - used for". As many of each as the client with the most of them has.
 */
export function exportColumns(
  fields: ReadonlySet<ExportField>,
  extent: ClientExtent,
  lists: ExportLists,
  language: Language,
): Column[] {
  const words = clientWords(language)
  const { fields: named } = words
  const { usedFor, language: inLanguage, address, addressText } = words.export.columns
  const label = (text: string | undefined) =>
    text === undefined ? '' : text in words.labels ? words.labels[text as keyof typeof words.labels] : text
  const country = remembering((code: string) => countryWord(code, language))
  const one = (heading: string, width: number, value: Column['value']): Column[] => [
    { heading, width, value },
  ]
  const { fromList } = words.export
  const links = (all: readonly ClientLink[] | undefined) =>
    (all ?? []).map(({ network, address }) => `${network}: ${address}`).join('; ')
  const { names, ofField } = textsOf(lists, language)
  const when = (field: ExportField, columns: () => Column[]) => (fields.has(field) ? columns() : [])
  return [
    ...numbered(extent.names, named.name, (heading, at) => [
      ...one(heading, 32, ({ names }) => names[at]?.text ?? ''),
      ...one(`${heading} - ${inLanguage}`, 10, ({ names }) => names[at]?.language ?? ''),
    ]),
    ...when('kind', () => one(named.kind, 14, ({ kind }) => words.kinds[kind])),
    ...when('code', () => one(named.code, 12, ({ code }) => code ?? '')),
    ...when('status', () => one(named.status, 14, ({ statusId }) => lists.entries.get(statusId ?? 0) ?? '')),
    ...when('manager', () =>
      one(named.manager, 18, ({ managerId }) => lists.managers.get(managerId ?? 0) ?? ''),
    ),
    ...when('phones', () =>
      numbered(extent.phones, named.phone, (heading, at) => [
        ...one(heading, 18, ({ phones }) => phones?.[at]?.typed ?? ''),
        ...(extent.phoneLabels
          ? one(`${heading} - ${usedFor}`, 10, ({ phones }) => label(phones?.[at]?.label))
          : []),
      ]),
    ),
    ...when('emails', () =>
      numbered(extent.emails, named.email, (heading, at) => [
        ...one(heading, 26, ({ emails }) => emails?.[at]?.address ?? ''),
        ...(extent.emailLabels
          ? one(`${heading} - ${usedFor}`, 10, ({ emails }) => label(emails?.[at]?.label))
          : []),
      ]),
    ),
    ...when('addresses', () =>
      numbered(extent.addresses, address, (group, at) => {
        const part = (name: string, width: number, key: 'street' | 'city' | 'region' | 'postcode') =>
          one(heading(name), width, ({ addresses }) => addresses?.[at]?.[key] ?? '')
        const heading = (name: string) => (extent.addresses > 1 ? `${group} - ${name}` : name)
        return [
          ...part(named.street, 30, 'street'),
          ...part(named.city, 18, 'city'),
          ...part(named.region, 18, 'region'),
          ...part(named.postcode, 12, 'postcode'),
          ...one(heading(named.country), 16, ({ addresses }) => {
            const code = addresses?.[at]?.country
            return code === undefined ? '' : country(code)
          }),
          ...one(heading(addressText), 30, ({ addresses }) => {
            const own = addresses?.[at]
            if (own?.text === undefined) return ''
            // What its parts say by themselves is not said twice.
            const named = own.country === undefined ? undefined : country(own.country)
            return own.text === addressLine({ ...own, named, country: own.country }) ? '' : own.text
          }),
        ]
      }),
    ),
    ...when('contacts', () =>
      numbered(extent.contacts, words.columns.contact, (heading, at) => [
        ...one(heading, 24, ({ contacts }) => contacts?.[at]?.name ?? ''),
        ...one(`${heading} - ${named.position}`, 18, ({ contacts }) => contacts?.[at]?.position ?? ''),
      ]),
    ),
    ...when('websites', () =>
      numbered(extent.websites, named.website, (heading, at) =>
        one(heading, 26, ({ websites }) => websites?.[at]?.address ?? ''),
      ),
    ),
    ...when('language', () => one(named.language, 10, ({ language: own }) => own ?? '')),
    ...when('relations', () => one(named.relations, 16, ({ relationIds }) => names(relationIds))),
    ...when('category', () => one(fromList.category, 16, ({ categoryId }) => names(idsOf(categoryId)))),
    ...when('groups', () => one(fromList.groups, 20, ({ groupIds }) => names(groupIds))),
    ...when('source', () => one(fromList.source, 16, ({ sourceId }) => names(idsOf(sourceId)))),
    ...when('birthday', () => one(named.birthday, 12, ({ birthday }) => birthday ?? '')),
    ...when('messengers', () => one(named.messengers, 24, ({ messengers }) => links(messengers))),
    ...when('socialPages', () => one(named.socialPages, 24, ({ socialPages }) => links(socialPages))),
    ...when('priceList', () => one(named.priceList, 14, ({ priceListId }) => names(idsOf(priceListId)))),
    ...when('discount', () =>
      one(`${named.discount}, %`, 10, ({ discount }) =>
        typeof discount === 'number' ? String(discount / 100) : '',
      ),
    ),
    ...when('bonusCard', () => one(named.bonusCard, 14, ({ bonusCard }) => bonusCard ?? '')),
    ...when('creditLimit', () =>
      one(named.creditLimit, 16, ({ creditLimit }) => (creditLimit ? amount(creditLimit) : '')),
    ),
    ...when('custom', () =>
      lists.custom.flatMap((field) =>
        one(field.names[language] ?? field.name, 18, ({ custom }) => ofField(field, custom?.[field.id])),
      ),
    ),
    ...when('notes', () => one(named.notes, 40, ({ notes }) => notes ?? '')),
  ]
}

/** Entries and values of the office's own fields as texts, in tables and vCards alike. */
export function textsOf(lists: ExportLists, language: Language) {
  const words = clientWords(language).export
  const names = (ids: readonly number[] | undefined) =>
    (ids ?? []).map((id) => lists.entries.get(id) ?? '').join('; ')
  const ofField = ({ type }: CustomField, value: CustomValue | null | undefined): string => {
    if (value === null || value === undefined) return ''
    if (typeof value === 'object') return amount(value)
    if (typeof value === 'boolean') return value ? words.yes : words.no
    return type === 'choice' ? names([Number(value)]) : String(value)
  }
  return { names, ofField }
}

const idsOf = (id: number | null | undefined): number[] => (id ? [id] : [])

/** In plain figures, which every spreadsheet and our own import read. */
const amount = (money: Money): string =>
  `${fromMinor(money).toFixed(minorDigits(money.currency))} ${money.currency}`

/** "Phone" where there is one at most, else "Phone 1", "Phone 2" … */
const numbered = (count: number, word: string, columns: (heading: string, at: number) => Column[]) =>
  Array.from({ length: count }, (_, at) => columns(count > 1 ? `${word} ${at + 1}` : word, at)).flat()

function remembering(make: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(key)
    known.set(key, made)
    return made
  }
}
