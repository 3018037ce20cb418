import type { Tone } from '../../../kit/tone.ts'
import type { Notation } from '../../../shell/language/notation.ts'

/** A result (hundredths of a percent) as it is read. */
export const resultText = (notation: Notation, result: number): string =>
  notation.number(result / 10_000, { style: 'percent', maximumFractionDigits: 1 })

/** From 85 % a call was well held, under 60 % badly. */
export const toneOfResult = (result: number): Tone =>
  result >= 8500 ? 'good' : result < 6000 ? 'bad' : 'warn'
