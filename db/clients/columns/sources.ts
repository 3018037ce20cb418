import type Database from 'better-sqlite3'
import {
  clientFields,
  customKind,
  type ClientField,
  type ClientFieldKind,
} from '../../../app/clientFields.ts'
import type { FieldType } from '../../../app/contract/lists.ts'

/** Where a field stands in the base. */
export type Source =
  /** An expression over a row of `clients c`, and of money that of its currency. `moment`: in milliseconds, a day otherwise. */
  | {
      readonly of: 'client'
      readonly sql: string
      readonly currency?: string
      readonly moment?: true
      /** Not read before somebody asks for it. */
      readonly late?: true
    }
  /** Several of a client: rows of a table with `client_id`. */
  | { readonly of: 'many'; readonly table: string; readonly column: string }
  /** Text that is found in the base itself and not kept in columns. */
  | { readonly of: 'text' }

const marksOf = (list: 'relation' | 'group') =>
  `(SELECT client_id, entry_id FROM client_marks JOIN list_entries ON id = entry_id AND list = '${list}')`

const sources: Readonly<Record<ClientField, Source>> = {
  name: { of: 'text' },
  kind: { of: 'client', sql: 'c.kind' },
  code: { of: 'text' },
  status: { of: 'client', sql: 'c.status_id' },
  manager: { of: 'client', sql: 'c.manager_id' },
  phone: { of: 'text' },
  email: { of: 'text' },
  contact: { of: 'text' },
  city: { of: 'client', sql: 'c.city' },
  country: { of: 'client', sql: 'c.country' },
  language: { of: 'client', sql: 'c.language' },
  relations: { of: 'many', table: marksOf('relation'), column: 'entry_id' },
  category: { of: 'client', sql: 'c.category_id' },
  source: { of: 'client', sql: 'c.source_id' },
  groups: { of: 'many', table: marksOf('group'), column: 'entry_id' },
  priceList: { of: 'client', sql: 'c.price_list_id' },
  discount: { of: 'client', sql: 'c.discount' },
  bonusCard: { of: 'text' },
  creditLimit: { of: 'client', sql: 'c.credit_limit', currency: 'c.credit_currency' },
  birthday: { of: 'client', sql: 'c.birthday' },
  notes: { of: 'text' },
  created: { of: 'client', sql: 'c.created_at', moment: true },
  maker: { of: 'client', sql: 'c.created_by' },
  changed: { of: 'client', sql: 'c.changed_at', moment: true },
}

/** A field with what the columns need to know of it. */
export interface SourcedField extends ClientFieldKind {
  readonly source: Source
}

/** What stands in a custom field, of a row of `clients`. */
export const customSql = (id: number, part = ''): string => `json_extract(custom, '$."${id}"${part}')`

function customSource({ id, type }: { id: number; type: FieldType }): Source {
  if (type === 'text' || type === 'link') return { of: 'text' }
  if (type !== 'money') return { of: 'client', sql: customSql(id), late: true }
  return { of: 'client', sql: customSql(id, '.amount'), currency: customSql(id, '.currency'), late: true }
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
