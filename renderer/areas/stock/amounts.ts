import { fromQuantity, quantity } from '../../../app/quantity.ts'
import type { Notation } from '../../shell/language/notation.ts'

/** Thousandths of a unit as people write them. */
export const quantityText = (notation: Notation, amount: number): string =>
  notation.number(fromQuantity(quantity(amount)), { maximumFractionDigits: 3 })

/** An amount in minor units; nothing where it is not to be seen, or there is none. */
export const amountText = (notation: Notation, amount: number | null, currency: string | null): string =>
  amount === null || currency === null ? '' : notation.money({ amount, currency })
