import type { ClientDraft } from '../../app/contract/clients.ts'
import { isCountryCode } from '../../app/countries.ts'
import { fold } from '../../app/folding.ts'
import { backwards, readPhone } from '../../app/phone.ts'
import { sortKey } from '../../app/sorting.ts'
import { gramsOf } from '../dialect.ts'

/** What the office's own settings add to a card when it is turned into rows. */
export interface OfficeLocale {
  /** See OfficeSettings: fixed from the first start. */
  readonly sortLanguage: string
  readonly country: string
}

/** Every detail of a card that lies in a table of its own, ready to be written. */
export interface DetailRows {
  readonly names: readonly (readonly [
    position: number,
    text: string,
    folded: string,
    language: string | null,
  ])[]
  readonly phones: readonly (readonly [
    number,
    typed: string,
    e164: string | null,
    national: string,
    backwards: string,
    label: string | null,
  ])[]
  readonly emails: readonly (readonly [number, address: string, folded: string, label: string | null])[]
  readonly addresses: readonly (readonly [number, ...(string | null)[]])[]
  readonly contacts: readonly (readonly [
    number,
    name: string,
    folded: string,
    job: string | null,
    personId: number | null,
    since: string | null,
    until: string | null,
  ])[]
  readonly websites: readonly (readonly [number, address: string])[]
  readonly links: readonly (readonly [
    kind: 'messenger' | 'social',
    number,
    network: string,
    address: string,
  ])[]
  readonly notes: readonly (readonly [number, text: string, language: string])[]
  /** Ids of entries. */
  readonly marks: readonly (readonly [number])[]
}

/** Columns of `clients` that follow from the details. */
export interface DerivedColumns {
  readonly name: string
  readonly sort_key: string
  readonly city: string | null
  readonly country: string | null
}

export const addressColumns = ['street', 'city', 'region', 'postcode', 'country', 'text', 'language'] as const

/** Columns of `clients` beside those that follow from the details, as they stand in a card. */
export const cardColumns = (draft: ClientDraft) => ({
  kind: draft.kind,
  code: draft.code || null,
  status_id: draft.statusId ?? null,
  manager_id: draft.managerId ?? null,
  language: draft.language ?? null,
  notes: draft.notes ?? '',
  category_id: draft.categoryId ?? null,
  source_id: draft.sourceId ?? null,
  price_list_id: draft.priceListId ?? null,
  discount: draft.discount ?? null,
  bonus_card: draft.bonusCard || null,
  credit_limit: draft.creditLimit?.amount ?? null,
  credit_currency: draft.creditLimit?.currency ?? null,
  birthday: draft.birthday ?? null,
  photo: draft.photo ?? null,
  custom: JSON.stringify(
    Object.fromEntries(Object.entries(draft.custom ?? {}).filter(([, value]) => value !== null)),
  ),
})

const foldEmail = (address: string): string => address.trim().toLowerCase()

/** The name that the table sorts by: the one in the office's sort language, else the first. */
export function mainName(names: ClientDraft['names'], language: string): string {
  return (names.find((name) => name.language === language) ?? names[0]!).text
}

/** `usual`: what a client counts as of which nothing is said, an entry of the list of kinds. */
export function detailRows(draft: ClientDraft, office: OfficeLocale, usual: number | undefined): DetailRows {
  const homeCountry = draft.addresses?.find((address) => address.country)?.country ?? office.country
  const country = isCountryCode(homeCountry) ? homeCountry : undefined
  return {
    names: draft.names.map((name, at) => [at, name.text, fold(name.text), name.language ?? null]),
    phones: (draft.phones ?? []).map((phone, at) => {
      const read = readPhone(phone.typed, country)
      return [at, read.typed, read.e164, read.national, backwards(read.digits), phone.label ?? null]
    }),
    emails: (draft.emails ?? []).map((email, at) => [
      at,
      email.address,
      foldEmail(email.address),
      email.label ?? null,
    ]),
    addresses: (draft.addresses ?? []).map((address, at) => [
      at,
      ...addressColumns.map((part) => address[part] ?? null),
    ]),
    contacts: (draft.contacts ?? []).map((contact, at) => [
      at,
      contact.name,
      fold(contact.name),
      contact.position ?? null,
      contact.personId ?? null,
      contact.since ?? null,
      contact.until ?? null,
    ]),
    websites: (draft.websites ?? []).map((website, at) => [at, website.address]),
    links: [
      ...(draft.messengers ?? []).map(
        ({ network, address }, at) => ['messenger', at, network, address] as const,
      ),
      ...(draft.socialPages ?? []).map(
        ({ network, address }, at) => ['social', at, network, address] as const,
      ),
    ],
    notes: (draft.otherNotes ?? []).map(({ text, language }, at) => [at, text, language]),
    marks: [
      ...new Set([...(draft.relationIds ?? (usual === undefined ? [] : [usual])), ...(draft.groupIds ?? [])]),
    ].map((id) => [id] as const),
  }
}

export function derivedColumns(
  draft: Pick<ClientDraft, 'names' | 'addresses'>,
  office: OfficeLocale,
): DerivedColumns {
  const name = mainName(draft.names, office.sortLanguage)
  const placed = draft.addresses?.find((address) => address.city ?? address.country)
  return {
    name,
    sort_key: sortKey(name, office.sortLanguage),
    city: placed?.city ?? null,
    country: placed?.country ?? null,
  }
}

/** What full-text search holds of a client. */
export function searchGrams({ names, contacts }: Pick<DetailRows, 'names' | 'contacts'>): string {
  return gramsOf(
    names.map(([, , folded]) => folded),
    contacts.map(([, , folded]) => folded),
  )
}
