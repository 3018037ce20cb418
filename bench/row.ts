import type { Bench } from './surroundings.ts'

/** One measured line, as it is printed and written. */
export interface Measured {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | '×'
  /** The same work by bare better-sqlite3 on the same file in the same run. */
  readonly raw: number
  /** value / raw */
  readonly ratio: number
  /** The most that `value` may be. */
  readonly target: number
  readonly holds: boolean
}

/** A line of the bench. Those of one topic stand in one file of `rows/`. */
export interface Row {
  /** Words in kebab-case joined by dots; stays the same for good. */
  readonly name: string
  readonly unit: Measured['unit']
  readonly target: number
  measure(bench: Bench): Promise<{ value: number; raw: number }>
}

export async function measured(row: Row, bench: Bench): Promise<Measured> {
  const { value, raw } = await row.measure(bench)
  const { name, unit, target } = row
  return { name, value, unit, raw, ratio: value / raw, target, holds: value <= target }
}
