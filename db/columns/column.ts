import type { Value } from '../../app/criteria.ts'

/**
 * One field of all records, as numbers that lie side by side: a million are looked through in a millisecond. A slot is a
 * record's place in every column.
 */
export type Column = Coded | Numbers

const none: readonly Value[] = []

/** Codes by slot. */
export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>

/** What holds codes below `count`. */
const widthFor = (count: number) =>
  count <= 0x100 ? Uint8Array : count <= 0x1_0000 ? Uint16Array : Int32Array

/**
 * A field whose values repeat: each combination of values that a record has is written once and known by its number,
 * so whatever is asked of a value is asked once, not for each record. Number 0 is of those that have none.
 */
export class Coded {
  readonly kind = 'coded'
  /** As narrow as the codes allow: most fields have a few values, and a million numbers of four bytes each are 4 MB. */
  codes: Codes
  /** The values of each code. */
  readonly values: (readonly Value[])[] = [none]
  readonly #known = new Map<Value, number>()

  readonly #many: boolean

  /** `many`: what is set are JSON lists of values. */
  constructor(capacity: number, many: boolean) {
    this.codes = new Uint8Array(capacity)
    this.#many = many
  }

  grow(capacity: number): void {
    this.#keep(new (widthFor(this.values.length))(capacity))
  }

  #keep(more: Codes): void {
    more.set(this.codes)
    this.codes = more
  }

  set(slot: number, value: Value): void {
    // A new value may make the codes wider, so it is looked up first.
    const code = value === null || value === '' ? 0 : (this.#known.get(value) ?? this.#add(value))
    this.codes[slot] = code
  }

  #add(value: string | number): number {
    const values = this.#many ? (JSON.parse(String(value)) as Value[]) : [value]
    const code = values.length === 0 ? 0 : this.values.push(values) - 1
    this.#known.set(value, code)
    const Width = widthFor(this.values.length)
    if (Width.BYTES_PER_ELEMENT > this.codes.BYTES_PER_ELEMENT) this.#keep(new Width(this.codes.length))
    return code
  }
}

/** A field of amounts, dates or moments; NaN where it is empty. */
export class Numbers {
  readonly kind = 'numbers'
  values: Float64Array<ArrayBuffer>

  constructor(capacity: number) {
    this.values = new Float64Array(capacity).fill(Number.NaN)
  }

  grow(capacity: number): void {
    const more = new Float64Array(capacity).fill(Number.NaN)
    more.set(this.values)
    this.values = more
  }

  set(slot: number, value: Value): void {
    this.values[slot] = typeof value === 'string' ? dayNumber(value) : (value ?? Number.NaN)
  }
}

/** A day as a number that sorts as it does: 2026-11-21 is 20261121, and --11-21, of no year, 1121. NaN for anything else. */
export function dayNumber(day: string): number {
  const parts = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(day)
  if (!parts) return Number.NaN
  return (parts[1] === '-' ? 0 : Number(parts[1])) * 10_000 + Number(parts[2]) * 100 + Number(parts[3])
}
