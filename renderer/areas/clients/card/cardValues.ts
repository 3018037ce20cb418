import type { ClientCard, ClientDraft, ClientLink } from '../../../../app/contract/clients.ts'
import type { CustomValue, Money } from '../../../../app/contract/lists.ts'
import type { HideableField } from '../../../../app/rights.ts'

/** What stands in the fields of the card: texts, '' where nothing is said. */
export interface CardValues {
  kind: ClientDraft['kind']
  names: { text: string; language: string }[]
  code: string
  statusId: string
  managerId: string
  language: string
  phones: { typed: string; label: string }[]
  emails: { address: string; label: string }[]
  addresses: AddressValues[]
  contacts: { name: string; position: string; personId: string; since: string; until: string }[]
  websites: { address: string }[]
  notes: string
  relationIds: number[]
  categoryId: string
  sourceId: string
  groupIds: number[]
  priceListId: string
  /** Percent, as one writes it. */
  discount: number | null
  bonusCard: string
  creditLimit: Money | null
  /** YYYY-MM-DD or --MM-DD; unfinished while it is being typed. */
  birthday: string
  messengers: ClientLink[]
  socialPages: ClientLink[]
  otherNotes: { text: string; language: string }[]
  /** By `customKey` of the field. */
  custom: Record<string, CustomValue | null>
}

/** Under which name a custom field stands in the form: a bare number would be taken for a place in a list. */
export const customKey = (id: number | string): `f${string}` => `f${id}`
const customId = (key: string): string => key.slice(1)

export interface AddressValues {
  street: string
  city: string
  region: string
  postcode: string
  country: string
  text: string
  language: string
}

export type CardField = keyof CardValues

/** Every field of the card in the order of reading. */
export const cardFields = [
  'kind',
  'statusId',
  'names',
  'phones',
  'emails',
  'addresses',
  'contacts',
  'managerId',
  'language',
  'code',
  'websites',
  'relationIds',
  'categoryId',
  'sourceId',
  'groupIds',
  'birthday',
  'messengers',
  'socialPages',
  'priceListId',
  'discount',
  'bonusCard',
  'creditLimit',
  'custom',
  'notes',
  'otherNotes',
] as const satisfies readonly CardField[]

/** What a role can be kept from, by field. */
export const hideable: Partial<Record<CardField, HideableField>> = {
  phones: 'client.phones',
  emails: 'client.emails',
  addresses: 'client.addresses',
  contacts: 'client.contacts',
  notes: 'client.notes',
  statusId: 'client.status',
  managerId: 'client.manager',
  otherNotes: 'client.notes',
  categoryId: 'client.category',
  sourceId: 'client.source',
  groupIds: 'client.groups',
  priceListId: 'client.priceList',
  discount: 'client.discount',
  bonusCard: 'client.bonusCard',
  creditLimit: 'client.creditLimit',
  birthday: 'client.birthday',
  messengers: 'client.messengers',
  socialPages: 'client.socialPages',
}

export const freshName = { text: '', language: '' }
export const freshPhone = { typed: '', label: '' }
export const freshEmail = { address: '', label: '' }
export const freshAddress: AddressValues = {
  street: '',
  city: '',
  region: '',
  postcode: '',
  country: '',
  text: '',
  language: '',
}
export const freshContact = { name: '', position: '', personId: '', since: '', until: '' }
export const freshWebsite = { address: '' }
export const freshMessenger: ClientLink = { network: 'Telegram', address: '' }
export const freshPage: ClientLink = { network: 'Facebook', address: '' }
export const freshNote = { text: '', language: '' }

/** An empty card; each list shows its first line, which counts for nothing until it is filled in. */
export const freshCard = (
  name: string,
  language: string,
  country: string,
  relationIds: number[] = [],
  phone = '',
): CardValues => ({
  kind: 'organisation',
  names: [{ text: name, language: name === '' ? '' : language }],
  code: '',
  statusId: '',
  managerId: '',
  language: '',
  phones: [{ ...freshPhone, typed: phone }],
  emails: [freshEmail],
  addresses: [{ ...freshAddress, country }],
  contacts: [],
  websites: [],
  notes: '',
  relationIds,
  categoryId: '',
  sourceId: '',
  groupIds: [],
  priceListId: '',
  discount: null,
  bonusCard: '',
  creditLimit: null,
  birthday: '',
  messengers: [],
  socialPages: [],
  otherNotes: [],
  custom: {},
})

/** What a new card is compared with: nothing is said in it. */
export const emptyCard = freshCard('', '', '')

export function valuesOf(card: ClientCard): CardValues {
  const lines = <Row, Value>(rows: readonly Row[] | undefined, value: (row: Row) => Value) =>
    (rows ?? []).map(value)
  return {
    kind: card.kind,
    names: lines(card.names, ({ text, language = '' }) => ({ text, language })),
    code: card.code ?? '',
    statusId: String(card.statusId ?? ''),
    managerId: String(card.managerId ?? ''),
    language: card.language ?? '',
    phones: lines(card.phones, ({ typed, label = '' }) => ({ typed, label })),
    emails: lines(card.emails, ({ address, label = '' }) => ({ address, label })),
    addresses: lines(
      card.addresses,
      ({ street = '', city = '', region = '', postcode = '', country = '', text = '', language = '' }) => ({
        street,
        city,
        region,
        postcode,
        country,
        text,
        language,
      }),
    ),
    contacts: lines(card.contacts, ({ name, position = '', personId, since = '', until = '' }) => ({
      name,
      position,
      personId: personId === undefined ? '' : String(personId),
      since,
      until,
    })),
    websites: lines(card.websites, ({ address }) => ({ address })),
    notes: card.notes ?? '',
    relationIds: card.relationIds ?? [],
    categoryId: String(card.categoryId ?? ''),
    sourceId: String(card.sourceId ?? ''),
    groupIds: card.groupIds ?? [],
    priceListId: String(card.priceListId ?? ''),
    discount: typeof card.discount === 'number' ? card.discount / 100 : null,
    bonusCard: card.bonusCard ?? '',
    creditLimit: card.creditLimit ?? null,
    birthday: card.birthday ?? '',
    messengers: card.messengers ?? [],
    socialPages: card.socialPages ?? [],
    otherNotes: card.otherNotes ?? [],
    custom: Object.fromEntries(
      Object.entries(card.custom ?? {}).map(([id, value]) => [customKey(id), value]),
    ),
  }
}

/** Whether a line of a list has anything in it besides what was chosen for it. */
const filled = {
  names: (row: CardValues['names'][number]) => row.text.trim() !== '',
  phones: (row: CardValues['phones'][number]) => row.typed.trim() !== '',
  emails: (row: CardValues['emails'][number]) => row.address.trim() !== '',
  addresses: ({ country: _country, language: _language, ...parts }: AddressValues) =>
    Object.values(parts).some((part) => part.trim() !== ''),
  contacts: (row: CardValues['contacts'][number]) => row.name.trim() !== '' || row.position.trim() !== '',
  websites: (row: CardValues['websites'][number]) => row.address.trim() !== '',
  messengers: (row: ClientLink) => row.address.trim() !== '',
  socialPages: (row: ClientLink) => row.address.trim() !== '',
  otherNotes: (row: CardValues['otherNotes'][number]) => row.text.trim() !== '',
}
export type ListName = keyof typeof filled

/** Lines that count, with their place in the form: an issue of the schema is told at the field it came from. */
function lines<Name extends ListName>(values: CardValues, name: Name) {
  const rows = values[name] as CardValues[Name][number][]
  const counts = filled[name] as (row: CardValues[Name][number]) => boolean
  return rows.flatMap((row, place) => (counts(row) ? [{ row, place }] : []))
}

export const placesOf = (values: CardValues, name: ListName): number[] =>
  lines(values, name).map(({ place }) => place)

/** Without the texts that are empty: the contract leaves out what nobody filled in. */
function given<Row extends object>(row: Row): { [Key in keyof Row]?: Row[Key] } {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => typeof value === 'string' && value.trim() !== ''),
  ) as { [Key in keyof Row]?: Row[Key] }
}

const idOf = (text: string) => (text === '' ? null : Number(text))

/** What the fields say, for the office; empty lines are left out, and the photo has no field. Not yet checked. */
export function draftOf(values: CardValues): Required<Pick<ClientDraft, CardField>> {
  const rows = <Name extends ListName>(name: Name) =>
    lines(values, name).map(({ row }) => given(row)) as never
  return {
    kind: values.kind,
    names: rows('names'),
    code: values.code.trim(),
    statusId: idOf(values.statusId),
    managerId: idOf(values.managerId),
    language: values.language === '' ? null : values.language,
    phones: rows('phones'),
    emails: rows('emails'),
    addresses: rows('addresses'),
    contacts: lines(values, 'contacts').map(({ row: { personId, ...row } }) => ({
      ...given(row),
      ...(personId === '' ? {} : { personId: Number(personId) }),
    })) as never,
    websites: rows('websites'),
    notes: values.notes,
    // In the order of their ids, so that ticking to and fro changes nothing.
    relationIds: [...values.relationIds].sort((a, b) => a - b),
    categoryId: idOf(values.categoryId),
    sourceId: idOf(values.sourceId),
    groupIds: [...values.groupIds].sort((a, b) => a - b),
    priceListId: idOf(values.priceListId),
    discount: values.discount === null ? null : Math.round(values.discount * 100),
    bonusCard: values.bonusCard.trim(),
    creditLimit: values.creditLimit,
    birthday: values.birthday === '' ? null : values.birthday,
    messengers: rows('messengers'),
    socialPages: rows('socialPages'),
    otherNotes: rows('otherNotes'),
    custom: Object.fromEntries(
      Object.entries(values.custom).map(([key, value]) => [
        customId(key),
        value === '' ? null : (value ?? null),
      ]),
    ),
  }
}

/** Whether a field says the same in both. */
export const same = (a: CardValues, b: CardValues, field: CardField): boolean =>
  field === 'custom'
    ? Object.keys(changedCustom(a, b)).length === 0
    : JSON.stringify(draftOf(a)[field]) === JSON.stringify(draftOf(b)[field])

/** Of the custom fields those that say something else, as they are now. */
function changedCustom(base: CardValues, values: CardValues): NonNullable<ClientDraft['custom']> {
  const [before, after] = [draftOf(base).custom ?? {}, draftOf(values).custom ?? {}]
  const ids = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const [was, is] = [before[id] ?? null, after[id] ?? null]
      return JSON.stringify(was) === JSON.stringify(is) ? [] : [[id, is]]
    }),
  )
}

/** What the person changed and may change: the rest is not sent, so it stays as it is. */
export function changedDraft(
  base: CardValues,
  values: CardValues,
  sees: (field: HideableField) => boolean,
): Partial<ClientDraft> {
  const draft = draftOf(values)
  const changed = cardFields.filter((field) => {
    const right = hideable[field]
    return (right === undefined || sees(right)) && !same(base, values, field)
  })
  return Object.fromEntries(
    changed.map((field) => [field, field === 'custom' ? changedCustom(base, values) : draft[field]]),
  )
}
