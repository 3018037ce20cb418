import type { ClientCard, ClientDraft } from '../../../../app/contract/clients.ts'
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
  contacts: { name: string; position: string }[]
  websites: { address: string }[]
  notes: string
}

export interface AddressValues {
  street: string
  city: string
  region: string
  postcode: string
  country: string
  text: string
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
  'notes',
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
}
export const freshContact = { name: '', position: '' }
export const freshWebsite = { address: '' }

/** An empty card; each list shows its first line, which counts for nothing until it is filled in. */
export const freshCard = (name: string, language: string, country: string): CardValues => ({
  kind: 'organisation',
  names: [{ text: name, language: name === '' ? '' : language }],
  code: '',
  statusId: '',
  managerId: '',
  language: '',
  phones: [freshPhone],
  emails: [freshEmail],
  addresses: [{ ...freshAddress, country }],
  contacts: [],
  websites: [],
  notes: '',
})

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
      ({ street = '', city = '', region = '', postcode = '', country = '', text = '' }) => ({
        street,
        city,
        region,
        postcode,
        country,
        text,
      }),
    ),
    contacts: lines(card.contacts, ({ name, position = '' }) => ({ name, position })),
    websites: lines(card.websites, ({ address }) => ({ address })),
    notes: card.notes ?? '',
  }
}

/** Whether a line of a list has anything in it besides what was chosen for it. */
const filled = {
  names: (row: CardValues['names'][number]) => row.text.trim() !== '',
  phones: (row: CardValues['phones'][number]) => row.typed.trim() !== '',
  emails: (row: CardValues['emails'][number]) => row.address.trim() !== '',
  addresses: ({ country: _country, ...parts }: AddressValues) =>
    Object.values(parts).some((part) => part.trim() !== ''),
  contacts: (row: CardValues['contacts'][number]) => row.name.trim() !== '' || row.position.trim() !== '',
  websites: (row: CardValues['websites'][number]) => row.address.trim() !== '',
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
    contacts: rows('contacts'),
    websites: rows('websites'),
    notes: values.notes,
  }
}

/** Whether a field says the same in both. */
export const same = (a: CardValues, b: CardValues, field: CardField): boolean =>
  JSON.stringify(draftOf(a)[field]) === JSON.stringify(draftOf(b)[field])

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
  return Object.fromEntries(changed.map((field) => [field, draft[field]]))
}
