import type Database from 'better-sqlite3'
import type { Condition } from '../../../app/criteria.ts'
import { asciiDigits, fold, words } from '../../../app/folding.ts'
import { backwards } from '../../../app/phone.ts'
import { beginsWith, hasGrams } from '../../dialect.ts'
import type { Reading } from '../../tables.ts'
import { hasWords, phoneRanges, type SearchScope } from '../search.ts'
import { customSql } from './sources.ts'

/** Ids of clients by what SQLite knows of their texts; whether they are reached, the columns say. */

interface Base {
  readonly kysely: Reading
  readonly raw: Database.Database
}

interface Query {
  compile(): { readonly sql: string; readonly parameters: readonly unknown[] }
}

/** The numbers alone: a third of the time that rows take. */
function idsOf({ raw }: Base, query: Query): number[] {
  const { sql, parameters } = query.compile()
  return raw
    .prepare(sql)
    .pluck()
    .all(...parameters) as number[]
}

/** Everybody whom the search over the table finds: by any part of a name, a number, an e-mail's beginning or a code. */
export function idsWithText(base: Base, text: string, scope: SearchScope): number[][] {
  const { kysely } = base
  const asked = text.trim()
  const byPhone = scope.phones ? phoneRanges(asked, scope.country) : []
  return [
    idsOf(base, kysely.selectFrom('clients').select('id').where('code', '=', asked)),
    ...(scope.bonusCards
      ? [idsOf(base, kysely.selectFrom('clients').select('id').where('bonus_card', '=', asked))]
      : []),
    ...(words(asked).length > 0 ? [idsNamed(base, asked, scope.contacts)] : []),
    ...byPhone.map(({ column, from }) =>
      idsOf(base, kysely.selectFrom('client_phones').select('client_id').where(beginsWith(column, from))),
    ),
    ...(scope.emails && asked.includes('@')
      ? [
          idsOf(
            base,
            kysely
              .selectFrom('client_emails')
              .select('client_id')
              .where(beginsWith('folded', asked.toLowerCase())),
          ),
        ]
      : []),
  ]
}

/** With every word of the text in their names. */
export function idsNamed(base: Base, text: string, contacts: boolean): number[] {
  const place = contacts ? 'names-and-contacts' : 'names'
  return idsOf(
    base,
    base.kysely
      .selectFrom('client_search')
      .select('rowid')
      .where(hasGrams(words(text), place))
      .where((eb) => hasWords(eb as never, words(text), place, 'client_search.rowid')),
  )
}

/** Where each text that is found in the base stands: its table, the text, and the column by which it is found. */
const places = {
  code: { table: 'clients', id: 'id', column: 'code' },
  name: { table: 'client_names', id: 'client_id', column: 'folded' },
  phone: { table: 'client_phones', id: 'client_id', column: 'backwards' },
  email: { table: 'client_emails', id: 'client_id', column: 'folded' },
  contact: { table: 'client_contacts', id: 'client_id', column: 'folded' },
  bonusCard: { table: 'clients', id: 'id', column: 'bonus_card' },
  notes: { table: 'clients', id: 'id', column: 'notes' },
} as const

const isPlace = (field: string): field is keyof typeof places => Object.hasOwn(places, field)

/** A text of the office's own stands on the client's row. */
const placeOf = (field: string) =>
  isPlace(field)
    ? places[field]
    : { table: 'clients', id: 'id', column: customSql(Number(field.slice('custom.'.length))) }

/** Ids of those whose text holds or begins with another, or that have such a text at all. */
export function idsByText(base: Base, field: string, condition: Condition, scope: SearchScope): number[] {
  const { table, id, column } = placeOf(field)
  const all = `SELECT ${id} FROM ${table} WHERE`
  const ids = (where: string, ...parameters: string[]) =>
    base.raw
      .prepare(`${all} ${where}`)
      .pluck()
      .all(...parameters) as number[]
  if (condition.is === 'empty' || condition.is === 'filled')
    return ids(table === 'clients' ? `${column} <> ''` : 'position = 0')
  if (condition.is !== 'contains' && condition.is !== 'begins') return []
  const text = condition.text.trim()
  const begins = condition.is === 'begins'
  switch (field) {
    case 'phone': {
      const digits = asciiDigits(text).replace(/\D/g, '')
      if (digits === '') return []
      if (!begins) return ids('instr(backwards, ?) > 0', backwards(digits))
      return phoneRanges(text, scope.country)
        .filter((range) => range.column === 'national')
        .flatMap((range) =>
          idsOf(
            base,
            base.kysely
              .selectFrom('client_phones')
              .select('client_id')
              .where(beginsWith('national', range.from)),
          ),
        )
    }
    case 'name':
      if (!begins) return words(text).length > 0 ? idsNamed(base, text, false) : []
      return idsOf(
        base,
        base.kysely
          .selectFrom('client_names')
          .select('client_id')
          .where(beginsWith('folded', fold(text))),
      )
    case 'email':
      return ids(begins ? 'instr(folded, ?) = 1' : 'instr(folded, ?) > 0', text.toLowerCase())
    case 'contact':
      return ids(begins ? 'instr(folded, ?) = 1' : 'instr(folded, ?) > 0', fold(text))
    case 'code':
    case 'bonusCard':
      return ids(like(column), pattern(text, begins))
    default: {
      // SQLite knows large and small of the first letters of the alphabet only: other scripts are asked for each way.
      const ways = [...new Set([text, text.toLowerCase(), text.toUpperCase(), capitalised(text)])]
      return ids(ways.map(() => like(column)).join(' OR '), ...ways.map((way) => pattern(way, begins)))
    }
  }
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()

const like = (column: string) => String.raw`${column} LIKE ? ESCAPE '\'`

const pattern = (text: string, begins: boolean) =>
  `${begins ? '' : '%'}${text.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`
