import { thousandths } from '../quantity.ts'
import { share } from './amounts.ts'
import type { PricedLine } from './documents.ts'

/** What a line comes to, in minor units. `net` and `tax` together are the `total`. */
export interface LineTotals {
  /** Price times quantity. */
  readonly gross: number
  readonly net: number
  readonly tax: number
  readonly total: number
}

const wholePercent = 10_000

/** Rounded here, line by line; what stands under a document is the sum of its lines. */
export function totalsOfLine({ price, quantity, discount, tax }: PricedLine): LineTotals {
  const gross = share(price, quantity, thousandths)
  const asked = gross - discount
  if (tax === null) return { gross, net: asked, tax: 0, total: asked }
  const { rate, included } = tax
  const amount = share(asked, rate, included ? wholePercent + rate : wholePercent)
  return included
    ? { gross, net: asked - amount, tax: amount, total: asked }
    : { gross, net: asked, tax: amount, total: asked + amount }
}

/** A discount of hundredths of a percent as an amount, for `PricedLine.discount`. */
export const discountOf = (gross: number, percent: number): number => share(gross, percent, wholePercent)

export function totalsOf(lines: readonly PricedLine[]): LineTotals {
  const sum = { gross: 0, net: 0, tax: 0, total: 0 }
  for (const line of lines) {
    const one = totalsOfLine(line)
    sum.gross += one.gross
    sum.net += one.net
    sum.tax += one.tax
    sum.total += one.total
  }
  return sum
}
