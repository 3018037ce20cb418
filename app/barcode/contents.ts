import { quantity, type Quantity } from '../quantity.ts'
import { share } from '../accounting/amounts.ts'
import type { Element } from './gs1.ts'

/** What the elements of a code say of the goods it stands on. Days are YYYY-MM-DD. */
export interface Contents {
  /** 14 digits; of a box that of what is in it (`count` pieces). */
  gtin?: string
  /** Of a pallet or parcel. */
  sscc?: string
  batch?: string
  serial?: string
  produced?: string
  packed?: string
  bestBefore?: string
  sellBy?: string
  expires?: string
  count?: number
  /** Net, in thousandths of a kilogram. */
  weight?: Quantity
  /** With its decimals as they are printed; `currency` is the number of ISO 4217 where the code says it. */
  price?: { readonly amount: number; readonly decimals: number; readonly currency?: string }
}

const texts = { '10': 'batch', '21': 'serial', '00': 'sscc', '01': 'gtin', '02': 'gtin' } as const
const days = {
  '11': 'produced',
  '13': 'packed',
  '15': 'bestBefore',
  '16': 'sellBy',
  '17': 'expires',
} as const

/** `year`: the present one, by which two digits are understood. A day that there is not is passed over. */
export function contentsOf(elements: readonly Element[], year: number): Contents {
  const contents: Contents = {}
  for (const { id, value } of elements) {
    if (id in texts) contents[texts[id as keyof typeof texts]] = value
    else if (id in days) {
      const day = dayOf(value, year)
      if (day !== undefined) contents[days[id as keyof typeof days]] = day
    } else if (id === '30' || id === '37') contents.count = Number(value)
    else if (id.startsWith('310')) contents.weight = weightOf(value, Number(id[3]))
    else if (id.startsWith('392')) contents.price = { amount: Number(value), decimals: Number(id[3]) }
    else if (id.startsWith('393') && value.length > 3)
      contents.price = {
        amount: Number(value.slice(3)),
        decimals: Number(id[3]),
        currency: value.slice(0, 3),
      }
  }
  return contents
}

const weightOf = (value: string, decimals: number): Quantity =>
  quantity(share(Number(value), 1000, 10 ** decimals))

/**
 * YYMMDD. The century is the one that brings the year nearest to now (GS1 General Specifications, 7.12); the day 00 is the
 * last of the month.
 */
function dayOf(value: string, now: number): string | undefined {
  const [yy, month, day] = [value.slice(0, 2), value.slice(2, 4), value.slice(4, 6)].map(Number) as [
    number,
    number,
    number,
  ]
  const apart = yy - (now % 100)
  const century = Math.floor(now / 100) + (apart >= 51 ? -1 : apart <= -50 ? 1 : 0)
  const year = century * 100 + yy
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day > last) return undefined
  const two = (figure: number) => String(figure).padStart(2, '0')
  return `${year}-${two(month)}-${two(day === 0 ? last : day)}`
}
