import { quantity, type Quantity } from '../quantity.ts'
import { isChecked, withCheckDigit } from './gtin.ts'

/**
 * How the office's scales print what they weighed: an EAN-13 of a prefix, the number of the goods, and how much of it or
 * for how much. Every office sets its own; `itemDigits` and `valueDigits` fill what the prefix and the check digit leave.
 */
export interface ScaleFormat {
  /** Two or three digits, from 20 to 29. */
  readonly prefix: string
  readonly itemDigits: number
  readonly valueDigits: number
  readonly value: 'weight' | 'price' | 'count'
  /** Of a weight: digits behind the point of a kilogram, mostly 3. Of a price in minor units, and of a count, 0. */
  readonly decimals: number
}

/** What a scale says: which goods by the number that it knows them by, and one of the other three. */
export interface Weighed {
  readonly item: string
  readonly weight?: Quantity
  /** Minor units. */
  readonly price?: number
  readonly count?: number
}

const mostDecimals = 3

/** Whether the parts make an EAN-13. */
export const isFormat = ({ prefix, itemDigits, valueDigits, decimals }: ScaleFormat): boolean =>
  /^2\d{1,2}$/.test(prefix) &&
  itemDigits > 0 &&
  valueDigits > 0 &&
  prefix.length + itemDigits + valueDigits === 12 &&
  decimals >= 0 &&
  decimals <= mostDecimals

/** What a code says by one of these formats, the longest prefix first; undefined where it is none of a scale. */
export function readScale(code: string, formats: readonly ScaleFormat[]): Weighed | undefined {
  if (code.length !== 13 || !isChecked(code)) return undefined
  const format = formats
    .filter((one) => isFormat(one) && code.startsWith(one.prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0]
  if (!format) return undefined
  const end = format.prefix.length + format.itemDigits
  const item = code.slice(format.prefix.length, end)
  const value = Number(code.slice(end, -1))
  if (format.value === 'weight')
    return { item, weight: quantity(value * 10 ** (mostDecimals - format.decimals)) }
  return format.value === 'price' ? { item, price: value } : { item, count: value }
}

/** The code that a scale would print. `value` in what the format counts by. Throws RangeError for what does not fit in. */
export function scaleCode(format: ScaleFormat, item: string, value: number): string {
  const [number, amount] = [
    item.padStart(format.itemDigits, '0'),
    String(value).padStart(format.valueDigits, '0'),
  ]
  const code = `${format.prefix}${number}${amount}`
  if (!isFormat(format) || !/^\d{12}$/.test(code))
    throw new RangeError(`${item} with ${value} does not fit in`)
  return withCheckDigit(code)
}
