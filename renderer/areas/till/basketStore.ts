import { create } from 'zustand'
import type { Offered } from '../../../app/contract/till.ts'
import { emptyBasket, type Basket, type Buyer } from '../../../app/till/basket.ts'
import type { Payment } from '../../../app/accounting/documents.ts'

/** What lies on the counter of this computer: kept, so that a crash or a reload takes nothing from the counter. */
interface Counter {
  readonly basket: Basket
  /** The chosen line. */
  readonly at: number
  readonly given: readonly Payment[]
}

const kept = 'counterpart.counter'
const nothing: Counter = { basket: emptyBasket, at: -1, given: [] }

function before(): Counter {
  try {
    return { ...nothing, ...(JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Counter>) }
  } catch {
    return nothing
  }
}

export const useCounter = create<Counter>(before)
useCounter.subscribe((state) => localStorage.setItem(kept, JSON.stringify(state)))

export const clearCounter = (): void => useCounter.setState(nothing)

/** Puts another basket on the counter. What was given for the one before stays given as long as there is one. */
export const setBasket = (basket: Basket, at: number): void =>
  useCounter.setState(({ given }) => ({
    basket,
    at: Math.min(at, basket.lines.length - 1),
    given: basket.lines.length === 0 ? [] : given,
  }))

/** Another buyer may have other prices; what a cashier took off by hand stays. */
export function setBuyer(client: Buyer | null, offers: readonly Offered[]): void {
  const prices = new Map(offers.map(({ item, price }) => [item, price]))
  useCounter.setState(({ basket }) => ({
    basket: {
      ...basket,
      client,
      lines: basket.lines.map((line) => ({ ...line, price: prices.get(line.item) ?? line.price })),
    },
    given: [],
  }))
}

const keptTill = 'counterpart.till'

/** Which till stands at this computer, as somebody chose here. */
export const chosenTill = (): number | undefined => Number(localStorage.getItem(keptTill)) || undefined
export const chooseTill = (id: number): void => localStorage.setItem(keptTill, String(id))
