import type { Value } from '../../app/criteria.ts'
import { sortKey } from '../../app/sorting.ts'
import { countryName, isCountryCode } from '../../app/countries.ts'
import type { Language } from '../../app/languages.ts'
import type { RecordTable } from './table.ts'

/** How the values of a field follow each other, by code. */
export class Ranks {
  readonly #table: RecordTable
  readonly #language: Language
  readonly #sortLanguage: string

  /** `language` is the reader's: countries are in order as they read them. */
  constructor(table: RecordTable, { language, sortLanguage }: { language: Language; sortLanguage: string }) {
    this.#table = table
    this.#language = language
    this.#sortLanguage = sortLanguage
  }

  /** The rank of each code of a field, from 0; the same for equals. */
  of(field: string): Int32Array {
    const { values } = this.#table.coded(field)
    const keys = this.keysOf(
      field,
      values.map((own) => own[0] ?? null),
    )
    const codes = Int32Array.from(keys, (_, code) => code).sort((a, b) => compare(keys[a]!, keys[b]!))
    const ranks = new Int32Array(codes.length)
    codes.forEach((code, at) => {
      const before = codes[at - 1]
      ranks[code] = before !== undefined && keys[before] === keys[code] ? ranks[before]! : at
    })
    return ranks
  }

  /** What values are put in order by. */
  keysOf(field: string, values: readonly Value[]): (string | number)[] {
    const kind = this.#table.fields.get(field)?.values
    const places = kind === 'entries' || kind === 'people' ? this.#places(kind) : undefined
    return values.map((value) => {
      if (value === null) return ''
      if (places) return places.get(value) ?? places.size
      if (typeof value === 'number') return value
      const word = kind === 'countries' && isCountryCode(value) ? countryName(value, this.#language) : value
      return sortKey(word, this.#sortLanguage)
    })
  }

  /** Where the entries of a list stand. */
  #places(list: 'entries' | 'people'): Map<Value, number> {
    const ids = this.#table.raw
      .prepare(
        list === 'entries'
          ? 'SELECT id FROM list_entries ORDER BY list, position, id'
          : 'SELECT id FROM users ORDER BY folded, id',
      )
      .pluck()
      .all() as number[]
    return new Map(ids.map((id, at) => [id, at]))
  }
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
