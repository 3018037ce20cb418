/** How much of something, in thousandths of its unit: an integer, so that sums are exact. Half a kilogram is 500. */
export type Quantity = number & { readonly thousandths: unique symbol }

/** Of one whole unit. */
export const thousandths = 1000

/** From whole thousandths; throws RangeError for anything else. */
export function quantity(amount: number): Quantity {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of thousandths: ${amount}`)
  return amount as Quantity
}

/** From a quantity as people write it (1.5), rounded to thousandths, half away from zero. */
export const toQuantity = (written: number): Quantity =>
  quantity(Math.sign(written) * Math.round(Number(`${Math.abs(written)}e3`)))

/** As people write it: for showing, never for reckoning. */
export const fromQuantity = (amount: Quantity): number => amount / thousandths

export const plus = (a: Quantity, b: Quantity): Quantity => quantity(a + b)
export const less = (a: Quantity, b: Quantity): Quantity => quantity(a - b)
