import type { Bench } from './surroundings.ts'

/** One measured line, as it is printed and written. */
export interface Measured {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | '×' | 'MB'
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

const mostRounds = 3

/**
 * Measures a row, beside bare SQL in the same round. One that does not hold is measured again, three times at most, and
 * its best round counts: what else the computer is busy with slows single rounds, a slow program all of them.
 */
export async function measured(row: Row, bench: Bench): Promise<Measured> {
  const { name, unit, target } = row
  let best = await row.measure(bench)
  for (let round = 1; best.value > target && round < mostRounds; round++) {
    const again = await row.measure(bench)
    if (again.value < best.value) best = again
  }
  const { value, raw } = best
  return { name, value, unit, raw, ratio: value / raw, target, holds: value <= target }
}
