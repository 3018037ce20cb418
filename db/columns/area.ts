import type { Language } from '../../app/languages.ts'
import type { Reading } from '../tables.ts'
import type { Mask } from './matching.ts'
import type { Shelf } from './shelf.ts'
import type { RecordTable } from './table.ts'

/** Which records are meant: of those in a table the ones for which all of it is true. */
export interface Choosing<Filter> {
  readonly filter: Filter
  /** Only these of them, */
  readonly ids?: readonly number[] | undefined
  /** or all but these. */
  readonly except?: readonly number[] | undefined
}

/** Who asks: what they reach, and in which order they read words. */
export interface Asker<Scope> {
  readonly scope: Scope
  readonly language: Language
  /** The office's own, see OfficeSettings. */
  readonly sortLanguage: string
}

/** What columns have to know of one kind of record. */
export interface Area<Filter, Scope> {
  /** The records that are mostly asked for. */
  readonly usual: Shelf
  /** Where those stand that a filter is about. */
  readonly shelfOf: (filter: Filter) => Shelf
  /** Which are meant, as far as who asks reaches. `stillWanted` throws where nobody waits any more. */
  readonly maskOf: (
    table: RecordTable,
    kysely: Reading,
    choosing: Choosing<Filter>,
    scope: Scope,
    stillWanted: () => void,
  ) => Mask
}
