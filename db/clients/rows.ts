import type { ClientDraft } from '../../app/contract/clients.ts'
import { isCountryCode } from '../../app/countries.ts'
import { fold } from '../../app/folding.ts'
import { readPhone } from '../../app/phone.ts'
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
  readonly contacts: readonly (readonly [number, name: string, folded: string, job: string | null])[]
  readonly websites: readonly (readonly [number, address: string])[]
}

/** Columns of `clients` that follow from the details. */
export interface DerivedColumns {
  readonly name: string
  readonly sort_key: string
  readonly city: string | null
  readonly country: string | null
}

const foldEmail = (address: string): string => address.trim().toLowerCase()

/** The name that the table sorts by: the one in the office's sort language, else the first. */
export function mainName(names: ClientDraft['names'], language: string): string {
  return (names.find((name) => name.language === language) ?? names[0]!).text
}

export function detailRows(draft: ClientDraft, office: OfficeLocale): DetailRows {
  const homeCountry = draft.addresses?.find((address) => address.country)?.country ?? office.country
  const country = isCountryCode(homeCountry) ? homeCountry : undefined
  return {
    names: draft.names.map((name, at) => [at, name.text, fold(name.text), name.language ?? null]),
    phones: (draft.phones ?? []).map((phone, at) => {
      const read = readPhone(phone.typed, country)
      return [
        at,
        read.typed,
        read.e164,
        read.national,
        [...read.digits].reverse().join(''),
        phone.label ?? null,
      ]
    }),
    emails: (draft.emails ?? []).map((email, at) => [
      at,
      email.address,
      foldEmail(email.address),
      email.label ?? null,
    ]),
    addresses: (draft.addresses ?? []).map((address, at) => [
      at,
      ...[address.street, address.city, address.region, address.postcode, address.country, address.text].map(
        (part) => part ?? null,
      ),
    ]),
    contacts: (draft.contacts ?? []).map((contact, at) => [
      at,
      contact.name,
      fold(contact.name),
      contact.position ?? null,
    ]),
    websites: (draft.websites ?? []).map((website, at) => [at, website.address]),
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
