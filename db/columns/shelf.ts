import type Database from 'better-sqlite3'
import type { RecordField } from '../../app/fields.ts'
import type { Value } from '../../app/criteria.ts'

/** Where a field stands in the base. */
export type Source =
  /** An expression over a row `c` of the shelf's table, and of money that of its currency. `moment`: in milliseconds, a day otherwise. */
  | {
      readonly of: 'row'
      readonly sql: string
      readonly currency?: string
      readonly moment?: true
      /** Not read before somebody asks for it. */
      readonly late?: true
      /** What is made of the value before it is kept: of a moment its hour. */
      readonly as?: (value: Value) => Value
    }
  /** Several of a record: rows of a table, with the record's id in the column `of`. */
  | { readonly of: 'many'; readonly table: string; readonly id: string; readonly column: string }
  /** Text that is found in the base itself and not kept in columns. */
  | { readonly of: 'text' }

/** A field with what the columns need to know of it. */
export interface SourcedField extends RecordField {
  readonly source: Source
}

/** Which records of the base stand in columns, and in which order they stand by themselves. */
export interface Shelf {
  /** Their table, whose rows are `c`. */
  readonly table: 'clients' | 'calls'
  /** Which of its rows, said of `c`. */
  readonly where: string
  /** The order that is kept ready: its field, and the column of the table that the base has in an index before the id. */
  readonly order: {
    readonly field: string
    readonly column: string
    /** The part of `where` that the index has too. */
    readonly where: string
  }
  /** A number of 31 bits that is another one whenever a row's place in that order is. */
  readonly version: string
  /** Every field, by id; read anew for every question, as the office may define another. */
  readonly fields: (raw: Database.Database) => ReadonlyMap<string, SourcedField>
}
