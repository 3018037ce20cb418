import type { CustomField, ListId } from './contract/lists.ts'
import { customName } from './custom.ts'
import type { RecordField } from './fields.ts'

/** A field of clients by which the table, charts and target groups choose, order, group and count. */
export interface ClientFieldKind extends RecordField {
  readonly values?: 'kinds' | 'entries' | 'people' | 'countries' | 'languages' | 'channels' | 'words'
}

/** Every field, once: a new one needs its line here and where it stands in the base (`db/clients/columns/sources.ts`). */
export const clientFields = [
  { id: 'name', type: 'text' },
  { id: 'kind', type: 'choice', values: 'kinds' },
  { id: 'code', type: 'text' },
  { id: 'status', type: 'choice', values: 'entries', hides: 'client.status' },
  { id: 'manager', type: 'choice', values: 'people', hides: 'client.manager' },
  { id: 'phone', type: 'text', hides: 'client.phones' },
  { id: 'email', type: 'text', hides: 'client.emails' },
  { id: 'contact', type: 'text', hides: 'client.contacts' },
  { id: 'city', type: 'choice', values: 'words', hides: 'client.addresses' },
  { id: 'country', type: 'choice', values: 'countries', hides: 'client.addresses' },
  { id: 'language', type: 'choice', values: 'languages' },
  { id: 'relations', type: 'choice', values: 'entries', many: true },
  { id: 'category', type: 'choice', values: 'entries', hides: 'client.category' },
  { id: 'source', type: 'choice', values: 'entries', hides: 'client.source' },
  { id: 'groups', type: 'choice', values: 'entries', many: true, hides: 'client.groups' },
  { id: 'priceList', type: 'choice', values: 'entries', hides: 'client.priceList' },
  { id: 'discount', type: 'number', scale: 100, hides: 'client.discount' },
  { id: 'bonusCard', type: 'text', hides: 'client.bonusCard' },
  { id: 'creditLimit', type: 'money', hides: 'client.creditLimit' },
  { id: 'birthday', type: 'date', hides: 'client.birthday' },
  { id: 'refusals', type: 'choice', values: 'channels', many: true },
  { id: 'notes', type: 'text', hides: 'client.notes' },
  { id: 'created', type: 'date' },
  { id: 'maker', type: 'choice', values: 'people' },
  { id: 'changed', type: 'date' },
] as const satisfies readonly ClientFieldKind[]

export type ClientField = (typeof clientFields)[number]['id']

const fieldsOfLists: Partial<Record<ListId, ClientField>> = {
  relation: 'relations',
  group: 'groups',
  price: 'priceList',
}

/** The field whose values are the entries of a list. */
export const fieldOfList = (list: ListId): string =>
  list.startsWith('field.') ? `custom.${list.slice('field.'.length)}` : (fieldsOfLists[list] ?? list)

/** A field of the office's own, by which one asks as by any other. */
export const customKind = ({ id, type }: Pick<CustomField, 'id' | 'type'>): ClientFieldKind => ({
  id: `custom.${id}`,
  type: type === 'link' ? 'text' : type,
  hides: customName(id),
  ...(type === 'choice' ? { values: 'entries' } : {}),
})

/** Names are put in order by a key of their own; other texts are for finding. */
export const isSortable = ({ id, type, many }: ClientFieldKind): boolean =>
  id === 'name' || (type !== 'text' && !many)
