import type { Money } from './contract/lists.ts'

/** Digits behind the point of a currency: 2 of dollars, 0 of yen, 3 of dinars (ISO 4217, as ICU has it). */
export function minorDigits(currency: string): number {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    )
  } catch {
    // No currency at all, by its shape.
    return 2
  }
}

/** An amount in minor units from one as people write it: 12.5 dollars are 1250 cents; rounded half away from zero. */
export const toMinor = (amount: number, currency: string): number =>
  Math.sign(amount) * Math.round(Number(`${Math.abs(amount)}e${minorDigits(currency)}`))

/** As people write it: for showing and for exported files, never for reckoning. */
export const fromMinor = ({ amount, currency }: Money): number => amount / 10 ** minorDigits(currency)

/** Thousandths ("fine" amounts) in a minor unit: what a second on the telephone costs may be less than a coin. */
const finePerMinor = 1000

/** A whole part of whole amounts, rounded half up. The one place where money is rounded when it is divided. */
export const halfUp = (amount: number, parts: number): number =>
  Math.floor((2 * amount + parts) / (2 * parts))

/** A fine amount in minor units, rounded half up. */
export const ofFine = (fine: number): number => halfUp(fine, finePerMinor)

/** A fine amount from one as people write it: 0.0125 dollars are 1250 thousandths of a cent. */
export const toFine = (amount: number, currency: string): number =>
  Math.round(Number(`${amount}e${minorDigits(currency) + 3}`))

/** As people write it, of a price: for showing and for exported files, never for reckoning. */
export const fromFine = (fine: number, currency: string): number => fine / 10 ** (minorDigits(currency) + 3)
