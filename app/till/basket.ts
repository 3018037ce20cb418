import { discountOf, totalsOf, totalsOfLine, type LineTotals } from '../accounting/totals.ts'
import { share } from '../accounting/amounts.ts'
import type { Payment, PaymentKind, PricedLine, Sale, Tax } from '../accounting/documents.ts'
import { plus, thousandths, type Quantity } from '../quantity.ts'

/** One kind of goods in a basket, as it is being sold. */
export interface BasketLine {
  readonly item: number
  readonly name: string
  /** Of the item's own unit, in the office's words. */
  readonly unit: string
  /** A service moves no stock. */
  readonly goods: boolean
  readonly quantity: Quantity
  /** Of one whole unit, in minor units. */
  readonly price: number
  /** What the cashier takes off this line, in hundredths of a percent. */
  readonly percent: number
  readonly tax: Tax | null
}

/** What lies on the counter, before it is paid. */
export interface Basket {
  readonly lines: readonly BasketLine[]
  /** What the cashier takes off the whole, in hundredths of a percent. */
  readonly percent: number
  readonly client: Buyer | null
}

/** Whose basket it is, with what their card gives: a discount, and the price list that counts for them. */
export interface Buyer {
  readonly id: number
  readonly name: string
  readonly percent: number
  readonly priceList: number | null
}

export const emptyBasket: Basket = { lines: [], percent: 0, client: null }

/** More of the same joins its line: the same price, and nothing was taken off it by hand. Returns which line it is. */
export function withMore(basket: Basket, line: BasketLine): { basket: Basket; at: number } {
  const same = basket.lines.findIndex(
    (known) => known.item === line.item && known.price === line.price && known.percent === 0,
  )
  if (same < 0 || line.percent > 0)
    return { basket: { ...basket, lines: [...basket.lines, line] }, at: basket.lines.length }
  return {
    basket: changed(basket, same, { quantity: plus(basket.lines[same]!.quantity, line.quantity) }),
    at: same,
  }
}

export const changed = (basket: Basket, at: number, change: Partial<BasketLine>): Basket => ({
  ...basket,
  lines: basket.lines.map((line, place) => (place === at ? { ...line, ...change } : line)),
})

export const without = (basket: Basket, at: number): Basket => ({
  ...basket,
  lines: basket.lines.filter((_, place) => place !== at),
})

/** Discounts do not add up: of the line's, the whole receipt's and the client's own the best one counts. */
export const percentOf = (basket: Basket, line: BasketLine): number =>
  Math.max(line.percent, basket.percent, basket.client?.percent ?? 0)

/** The lines as they are posted: discounts are amounts. */
export function pricedLines(basket: Basket): PricedLine[] {
  return basket.lines.map((line) => {
    const { item, goods, quantity, price, tax } = line
    return {
      item,
      goods,
      quantity,
      price,
      discount: discountOf(share(price, quantity, thousandths), percentOf(basket, line)),
      tax,
    }
  })
}

export const totalsOfBasket = (basket: Basket): LineTotals => totalsOf(pricedLines(basket))

/** What each line comes to, in their order. */
export const amountsOf = (basket: Basket): number[] =>
  pricedLines(basket).map((line) => totalsOfLine(line).total)

/** The most that the cashier takes off by hand, for the limit of the till: what the client's card gives is not asked. */
export const givenByHand = (basket: Basket): number =>
  Math.max(0, ...basket.lines.map((line) => Math.max(line.percent, basket.percent)))

export interface Settled {
  /** What is still to be paid. */
  readonly open: number
  /** What goes back, in cash. */
  readonly change: number
  /** What stays in the till, by kind; once nothing is open. */
  readonly payments: readonly Payment[]
}

/**
 * What is open after what was given (of cash it may be more than is asked), and the change. Only cash can be more than is asked; of another kind what is too
 * much is not taken (`tooMuch`).
 */
export function settle(total: number, given: readonly Payment[]): Settled {
  const sums = new Map<PaymentKind, number>()
  for (const { kind, amount } of given) sums.set(kind, (sums.get(kind) ?? 0) + amount)
  const cash = sums.get('cash') ?? 0
  const paid = [...sums.values()].reduce((sum, amount) => sum + amount, 0)
  const change = Math.min(cash, Math.max(0, paid - total))
  sums.set('cash', cash - change)
  return {
    open: Math.max(0, total - paid),
    change,
    payments: [...sums].filter(([, amount]) => amount > 0).map(([kind, amount]) => ({ kind, amount })),
  }
}

/** How much more than is asked was given without cash, which cannot be given back from the till. */
export const tooMuch = (total: number, given: readonly Payment[]): number =>
  Math.max(0, given.reduce((sum, { kind, amount }) => (kind === 'cash' ? sum : sum + amount), 0) - total)

/** The document of a basket that is paid. */
export function saleOf(
  basket: Basket,
  where: { readonly currency: string; readonly warehouse: number },
  payments: readonly Payment[],
): Sale {
  return { kind: 'sale', ...where, client: basket.client?.id ?? null, lines: pricedLines(basket), payments }
}
