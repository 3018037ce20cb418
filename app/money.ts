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
