import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toQuantity } from '../quantity.ts'
import type { ClientReturn, Document, GoodsReceipt, PricedLine, Sale } from './documents.ts'
import { nothingHeld, quantityHeld, valueHeld, type CostMethod } from './holding.ts'
import { isPosted, post, undo, type Policy, type Posting, type Unpostable } from './posting.ts'
import { stockKey, type StockState } from './stock.ts'
import { totalsOf } from './totals.ts'

/** A ledger as the base keeps one: balances by account, counterparty and currency, and what lies where. */
class Books {
  readonly policy: Policy
  readonly balances = new Map<string, number>()
  readonly moved = new Map<string, { quantity: number; value: number }>()
  readonly #held = new Map<string, StockState>()
  #documents = 0

  constructor(method: CostMethod, negative = false) {
    this.policy = { method, negative, currency: 'USD' }
  }

  held = (item: number, warehouse: number): StockState =>
    this.#held.get(stockKey(item, warehouse)) ?? nothingHeld

  post(document: Document): Posting | Unpostable {
    return this.#write(post(document, String(++this.#documents), this.policy, this.held))
  }

  /** Throws where it cannot be posted. */
  posted(document: Document): Posting {
    const result = this.post(document)
    if (!isPosted(result)) throw new Error(JSON.stringify(result))
    return result
  }

  undo(posting: Posting): Posting | Unpostable {
    return this.#write(undo(posting, String(++this.#documents), this.policy, this.held))
  }

  #write(result: Posting | Unpostable): Posting | Unpostable {
    if (!isPosted(result)) return result
    for (const { account, counterparty, currency, amount } of result.entries) {
      const key = [account, counterparty ?? '', currency].join(' ').trim()
      const sum = (this.balances.get(key) ?? 0) + amount
      if (sum === 0) this.balances.delete(key)
      else this.balances.set(key, sum)
    }
    for (const { item, warehouse, quantity, value } of result.moves) {
      const key = stockKey(item, warehouse)
      const before = this.moved.get(key) ?? { quantity: 0, value: 0 }
      this.moved.set(key, { quantity: before.quantity + quantity, value: before.value + value })
    }
    for (const [key, state] of result.holdings) this.#held.set(key, state)
    return result
  }

  balance(account: string): number {
    return this.balances.get(account) ?? 0
  }

  /** Everything that must stay as it was when something is done and undone. */
  standing() {
    const stock = [...this.#held].map(([key, state]) => [key, quantityHeld(state), valueHeld(state)] as const)
    return {
      balances: [...this.balances].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      stock: stock.filter(([, quantity, value]) => quantity !== 0 || value !== 0).toSorted(),
    }
  }

  /** What is true of the books at every moment. */
  check(): void {
    const currencies = new Map<string, number>()
    for (const [key, amount] of this.balances) {
      const currency = key.slice(-3)
      currencies.set(currency, (currencies.get(currency) ?? 0) + amount)
    }
    for (const sum of currencies.values()) expect(sum).toBe(0)
    let worth = 0
    for (const [key, state] of this.#held) {
      expect(this.moved.get(key) ?? { quantity: 0, value: 0 }).toEqual({
        quantity: quantityHeld(state),
        value: valueHeld(state),
      })
      for (const { quantity, value } of state.layers) {
        expect(quantity).toBeGreaterThan(0)
        expect(value).toBeGreaterThanOrEqual(0)
      }
      expect(state.owed.value).toBeGreaterThanOrEqual(0)
      if (!this.policy.negative) expect(state.owed.quantity).toBe(0)
      worth += valueHeld(state)
    }
    expect(this.balance('goods  USD')).toBe(worth)
  }
}

const line = (item: number, quantity: number, price: number, more: Partial<PricedLine> = {}): PricedLine => ({
  item,
  goods: true,
  quantity: toQuantity(quantity),
  price,
  discount: 0,
  tax: null,
  ...more,
})
const receipt = (lines: PricedLine[], more: Partial<GoodsReceipt> = {}): GoodsReceipt => ({
  kind: 'goods-receipt',
  supplier: 7,
  warehouse: 1,
  currency: 'USD',
  lines,
  ...more,
})
function sale(lines: PricedLine[], more: Partial<Sale> = {}): Sale {
  const payments = [{ kind: 'cash' as const, amount: totalsOf(lines).total }]
  return { kind: 'sale', client: null, warehouse: 1, currency: 'USD', lines, payments, ...more }
}

describe.each(['average', 'fifo'] as const)('posting at %s cost', (method) => {
  it('sells what was bought: stock, cost, tax and money', () => {
    const books = new Books(method)
    books.posted(receipt([line(1, 10, 100), line(2, 3, 333)]))
    books.posted(receipt([line(1, 10, 200, { tax: { rate: 1000, included: false } })]))
    const vat = { rate: 1000, included: true }
    const sold = [line(1, 12, 500, { tax: vat }), line(9, 1, 250, { goods: false })]
    books.posted(
      sale(sold, {
        client: 5,
        payments: [
          { kind: 'cash', amount: 3000 },
          { kind: 'card', amount: 2000 },
          { kind: 'bonus', amount: 250 },
          { kind: 'credit', amount: 1000 },
        ],
      }),
    )
    books.check()
    const cost = method === 'average' ? 1800 : 1400
    expect(Object.fromEntries(books.balances)).toEqual({
      'goods  USD': 3999 - cost,
      'payables 7 USD': -4199,
      'taxPaid  USD': 200,
      'sales  USD': -5455,
      'services  USD': -250,
      'taxDue  USD': -545,
      'cash  USD': 3000,
      'cards  USD': 2000,
      'bonuses 5 USD': 250,
      'receivables 5 USD': 1000,
      'costOfSales  USD': cost,
    })
  })

  it('says all that is missing at once, and who could owe what is not paid', () => {
    const books = new Books(method)
    books.posted(receipt([line(1, 2, 100)]))
    const asked = sale([line(1, 1, 300), line(1, 1.5, 300), line(2, 1, 5)], {
      payments: [
        { kind: 'cash', amount: 700 },
        { kind: 'credit', amount: 55 },
      ],
    })
    expect(books.post(asked)).toEqual({
      unpaid: 55,
      shortages: [
        { item: 1, warehouse: 1, asked: 1500, there: 1000 },
        { item: 2, warehouse: 1, asked: 1000, there: 0 },
      ],
    })
    books.check()
    expect(books.balance('cash  USD')).toBe(0)
  })

  it('keeps currencies apart and values stock in the office’s own', () => {
    const books = new Books(method)
    // 4100 riel are a dollar; the riel has no minor unit here.
    const inRiel = { currency: 'KHR', rate: { of: 4100, into: 100 } }
    books.posted(receipt([line(1, 3, 10_000), line(2, 1, 999)], inRiel))
    books.check()
    expect(Object.fromEntries(books.balances)).toEqual({
      'payables 7 KHR': -30_999,
      'exchange  KHR': 30_999,
      'exchange  USD': -756,
      'goods  USD': 732 + 24,
    })
    expect(() => books.post(receipt([line(1, 1, 1)], { currency: 'KHR' }))).toThrow(RangeError)
  })

  it('sells before it comes where the office allows that, and settles it when it does', () => {
    const books = new Books(method, true)
    books.posted(receipt([line(1, 1, 100)]))
    books.posted(sale([line(1, 3, 300)]))
    books.check()
    expect(books.balance('costOfSales  USD')).toBe(300)
    books.posted(receipt([line(1, 5, 120)]))
    books.check()
    // Two went out at 1.00 each and cost 1.20.
    expect(books.balance('costDifference  USD')).toBe(40)
    expect(books.balance('goods  USD')).toBe(360)
  })

  it('gives back what is owed at the cost at which it went out, not at that of all that is owed', () => {
    const books = new Books(method, true)
    // Nobody knows yet what it costs.
    books.posted({ kind: 'write-off', warehouse: 1, lines: [line(1, 1, 0)] })
    books.undo(books.posted(receipt([line(1, 1, 100)])))
    const before = books.standing()
    books.undo(books.posted({ kind: 'stock-take', warehouse: 1, lines: [line(1, -2, 0)] }))
    books.check()
    expect(books.standing()).toEqual(before)
  })

  it('writes off, moves, finds and misses things at what they cost', () => {
    const books = new Books(method)
    books.posted({ kind: 'opening-stock', warehouse: 1, lines: [{ ...line(1, 10, 0), value: 1000 }] })
    books.posted({ kind: 'write-off', warehouse: 1, lines: [line(1, 1, 0)] })
    books.posted({ kind: 'transfer', warehouse: 1, into: 2, lines: [line(1, 4, 0)] })
    books.posted({ kind: 'stock-take', warehouse: 1, lines: [line(1, -2, 0)] })
    books.posted({ kind: 'stock-take', warehouse: 2, lines: [line(1, 1, 0)] })
    const back = { kind: 'supplier-return', supplier: 7, warehouse: 2, currency: 'USD' } as const
    books.posted({ ...back, lines: [line(1, 1, 90)] })
    books.posted({
      kind: 'money',
      direction: 'out',
      place: 'bank',
      counterparty: 7,
      currency: 'USD',
      amount: 5,
    })
    books.check()
    expect(Object.fromEntries(books.balances)).toEqual({
      'goods  USD': 300 + 400,
      'opening  USD': -1000,
      'writeOffs  USD': 100,
      'shortage  USD': 200,
      'surplus  USD': -100,
      'costDifference  USD': 10,
      'payables 7 USD': 95,
      'bank  USD': -5,
    })
  })

  const amount = fc.integer({ min: 0, max: 100_000 })
  const tax = fc.option(fc.record({ rate: fc.integer({ min: 0, max: 3000 }), included: fc.boolean() }))
  const pricedLine = fc
    .record({
      item: fc.integer({ min: 1, max: 3 }),
      goods: fc.boolean(),
      quantity: fc.integer({ min: 1, max: 9000 }).map((thousandth) => toQuantity(thousandth / 1000)),
      price: amount,
      tax,
    })
    .map((one): PricedLine => ({ ...one, discount: 0 }))
  const lines = fc.array(pricedLine, { minLength: 1, maxLength: 4 })
  const warehouse = fc.integer({ min: 1, max: 2 })
  const priced = fc.record({
    lines,
    warehouse,
    currency: fc.constantFrom('USD', 'KHR'),
    rate: fc.constant({ of: 4100, into: 100 }),
  })
  const document: fc.Arbitrary<Document> = fc.oneof(
    priced.map((one): Document => receipt(one.lines, one)),
    priced.map((one): Document => receipt(one.lines, one)),
    priced.map((one): Document => sale(one.lines, one)),
    priced.map((one): Document => ({ ...sale(one.lines, one), kind: 'client-return' }) as ClientReturn),
    priced.map((one): Document => ({ ...one, kind: 'supplier-return', supplier: 7 })),
    fc.record({ warehouse, lines }).map((one): Document => ({ ...one, kind: 'write-off' })),
    fc
      .record({ warehouse, lines })
      .map((one): Document => ({ ...one, kind: 'transfer', into: 3 - one.warehouse })),
    fc
      .record({ warehouse, lines, missing: fc.boolean() })
      .map(({ warehouse: at, lines: counted, missing }): Document => {
        const sign = missing ? -1 : 1
        const differences = counted.map((one) => ({
          ...one,
          quantity: toQuantity((sign * one.quantity) / 1000),
        }))
        return { kind: 'stock-take', warehouse: at, lines: differences }
      }),
  )
  /** What happens on one day: a document, or one of those posted before undone, and perhaps what was just done. */
  const days = fc.array(
    fc.record({ document, undoAt: fc.option(fc.nat(), { freq: 4 }), again: fc.boolean() }),
    { minLength: 1, maxLength: 60 },
  )

  it.each([false, true])(
    'balances after any days of trading, undone and repeated; more sold than there is: %s',
    (negative) => {
      fc.assert(
        fc.property(days, (all) => {
          const books = new Books(method, negative)
          const posted: Posting[] = []
          for (const { document: one, undoAt, again } of all) {
            const before = books.standing()
            const result = books.post(one)
            books.check()
            if (!isPosted(result)) {
              expect(books.standing()).toEqual(before)
              continue
            }
            if (again) {
              // Undone at once, everything is as it was.
              expect(isPosted(books.undo(result))).toBe(true)
              books.check()
              expect(books.standing()).toEqual(before)
            } else posted.push(result)
            if (undoAt !== null && posted.length > 0) {
              const [old] = posted.splice(undoAt % posted.length, 1)
              if (!isPosted(books.undo(old!))) posted.push(old!)
              books.check()
            }
          }
        }),
        { numRuns: 300 },
      )
    },
  )

  it('loses no cent however often it is bought and sold in parts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ bought: fc.integer({ min: 1, max: 5000 }), price: amount }), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 30 }),
        (receipts, shares) => {
          const books = new Books(method)
          let there = 0
          for (const { bought, price } of receipts) {
            books.posted(receipt([line(1, bought / 1000, price)]))
            there += bought
          }
          const paid = 0 - books.balance('payables 7 USD')
          for (const part of shares) {
            const quantity = Math.floor((there * part) / 1000)
            if (quantity === 0) continue
            books.posted(sale([line(1, quantity / 1000, 100)]))
            there -= quantity
          }
          if (there > 0) books.posted(sale([line(1, there / 1000, 100)]))
          expect(books.balance('goods  USD')).toBe(0)
          expect(books.balance('costOfSales  USD')).toBe(paid)
        },
      ),
      { numRuns: 300 },
    )
  })
})

it('adds up to the sum of its lines, with tax in the price or on it', () => {
  const lines = [
    line(1, 3, 333, { tax: { rate: 1900, included: true } }),
    line(1, 0.335, 1000, { tax: { rate: 1000, included: false }, discount: 35 }),
  ]
  // 9.99 holds 1.60 of tax; 3.35 less 0.35 bears 0.30.
  expect(totalsOf(lines)).toEqual({ gross: 999 + 335, net: 839 + 300, tax: 160 + 30, total: 999 + 330 })
})
