import type Database from 'better-sqlite3'
import { clientFields, customKind, type ClientField } from '../../../app/clientFields.ts'
import type { Source, SourcedField } from '../../columns/shelf.ts'
import type { FieldType } from '../../../app/contract/lists.ts'

const marksOf = (list: 'relation' | 'group') =>
  `(SELECT client_id, entry_id FROM client_marks JOIN list_entries ON id = entry_id AND list = '${list}')`

/** What was not wanted on a card that was merged is not wanted on the one that stayed. */
const refusalsWithMerged = `(SELECT client_id, channel FROM client_refusals UNION
  SELECT merged_into, channel FROM client_refusals JOIN clients ON id = client_id WHERE merged_into IS NOT NULL)`

const sources: Readonly<Record<ClientField, Source>> = {
  name: { of: 'text' },
  kind: { of: 'row', sql: 'c.kind' },
  code: { of: 'text' },
  status: { of: 'row', sql: 'c.status_id' },
  manager: { of: 'row', sql: 'c.manager_id' },
  phone: { of: 'text' },
  email: { of: 'text' },
  contact: { of: 'text' },
  city: { of: 'row', sql: 'c.city' },
  country: { of: 'row', sql: 'c.country' },
  language: { of: 'row', sql: 'c.language' },
  relations: { of: 'many', table: marksOf('relation'), id: 'client_id', column: 'entry_id' },
  category: { of: 'row', sql: 'c.category_id' },
  source: { of: 'row', sql: 'c.source_id' },
  groups: { of: 'many', table: marksOf('group'), id: 'client_id', column: 'entry_id' },
  priceList: { of: 'row', sql: 'c.price_list_id' },
  discount: { of: 'row', sql: 'c.discount' },
  bonusCard: { of: 'text' },
  creditLimit: { of: 'row', sql: 'c.credit_limit', currency: 'c.credit_currency' },
  birthday: { of: 'row', sql: 'c.birthday' },
  refusals: { of: 'many', table: refusalsWithMerged, id: 'client_id', column: 'channel' },
  notes: { of: 'text' },
  created: { of: 'row', sql: 'c.created_at', moment: true },
  maker: { of: 'row', sql: 'c.created_by' },
  changed: { of: 'row', sql: 'c.changed_at', moment: true },
}

/** What stands in a custom field, of a row of `clients`. */
export const customSql = (id: number, part = ''): string => `json_extract(custom, '$."${id}"${part}')`

function customSource({ id, type }: { id: number; type: FieldType }): Source {
  if (type === 'text' || type === 'link') return { of: 'text' }
  if (type !== 'money') return { of: 'row', sql: customSql(id), late: true }
  return { of: 'row', sql: customSql(id, '.amount'), currency: customSql(id, '.currency'), late: true }
}

/** Every field that clients of this office have, by id: those the office defined too, unless it retired them. */
export function sourcedFields(raw: Database.Database): ReadonlyMap<string, SourcedField> {
  const custom = raw.prepare('SELECT id, type FROM custom_fields WHERE retired_at IS NULL').all() as {
    id: number
    type: FieldType
  }[]
  return new Map([
    ...clientFields.map((field) => [field.id, { ...field, source: sources[field.id] }] as const),
    ...custom.map((field) => {
      const kind = customKind(field)
      return [kind.id, { ...kind, source: customSource(field) }] as const
    }),
  ])
}
