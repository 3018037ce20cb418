import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPosted, post } from '../accounting/posting.ts'
import { nothingHeld } from '../accounting/holding.ts'
import { quantity } from '../quantity.ts'
import {
  amountsOf,
  changed,
  emptyBasket,
  givenByHand,
  saleOf,
  settle,
  tooMuch,
  totalsOfBasket,
  withMore,
  without,
  type BasketLine,
} from './basket.ts'
import { readTyped } from './typed.ts'

const water: BasketLine = {
  item: 1,
  name: 'Water 0.5 l',
  unit: 'pcs',
  goods: true,
  quantity: quantity(1000),
  price: 60,
  percent: 0,
  tax: { rate: 1000, included: true },
}
const rice: BasketLine = { ...water, item: 2, name: 'Rice', unit: 'kg', price: 145, quantity: quantity(1285) }

describe('what is typed at the counter', () => {
  it.each([
    ['3*', { kind: 'quantity', quantity: 3000 }],
    ['0,35 *', { kind: 'quantity', quantity: 350 }],
    ['.5*', { kind: 'quantity', quantity: 500 }],
    ['៣*', { kind: 'quantity', quantity: 3000 }],
    ['٣*', { kind: 'quantity', quantity: 3000 }],
    ['12×4820024700016', { kind: 'item', text: '4820024700016', quantity: 12_000 }],
    ['2*green tea', { kind: 'item', text: 'green tea', quantity: 2000 }],
    ['-10%', { kind: 'discount', percent: 1000 }],
    ['-2,5 %', { kind: 'discount', percent: 250 }],
    ['4820024700016', { kind: 'item', text: '4820024700016' }],
    ['  tea ', { kind: 'item', text: 'tea' }],
    ['', { kind: 'nothing' }],
    // No quantities: they are looked for as they stand.
    ['0*', { kind: 'item', text: '0*' }],
    ['4820024700016*', { kind: 'item', text: '4820024700016*' }],
    ['-101%', { kind: 'item', text: '-101%' }],
  ])('reads %j', (typed, read) => {
    expect(readTyped(typed)).toEqual(read)
  })
})

describe('a basket', () => {
  it('joins more of the same to its line, and says which', () => {
    const one = withMore(emptyBasket, water)
    const two = withMore(one.basket, rice)
    const three = withMore(two.basket, { ...water, quantity: quantity(2000) })
    expect(three.at).toBe(0)
    expect(three.basket.lines.map((line) => line.quantity)).toEqual([3000, 1285])
  })

  it('keeps apart what has another price or was reduced by hand', () => {
    const reduced = changed(withMore(emptyBasket, water).basket, 0, { percent: 500 })
    const more = withMore(reduced, water)
    expect(more.at).toBe(1)
    expect(withMore(more.basket, { ...water, price: 55 }).basket.lines).toHaveLength(3)
    expect(without(more.basket, 0).lines).toEqual([water])
  })

  it('takes the best of the discounts, not their sum; the limit asks only for what is given by hand', () => {
    const lines = [water, { ...water, item: 3, price: 1000, percent: 1500 }]
    const basket = {
      lines,
      percent: 500,
      client: { id: 7, name: 'Sok Dara', percent: 1000, priceList: null },
    }
    expect(amountsOf(basket)).toEqual([54, 850])
    expect(givenByHand(basket)).toBe(1500)
    expect(givenByHand({ ...basket, lines: [water] })).toBe(500)
    expect(givenByHand(emptyBasket)).toBe(0)
  })
})

describe('paying', () => {
  it('gives change in cash only, whatever else is given', () => {
    expect(settle(1000, [])).toEqual({ open: 1000, change: 0, payments: [] })
    expect(settle(1000, [{ kind: 'card', amount: 600 }])).toMatchObject({ open: 400, change: 0 })
    const both = [
      { kind: 'card', amount: 600 },
      { kind: 'cash', amount: 500 },
    ] as const
    expect(settle(1000, both)).toEqual({
      open: 0,
      change: 100,
      payments: [
        { kind: 'card', amount: 600 },
        { kind: 'cash', amount: 400 },
      ],
    })
    expect(tooMuch(1000, [{ kind: 'card', amount: 1100 }])).toBe(100)
    expect(tooMuch(1000, [{ kind: 'cash', amount: 5000 }])).toBe(0)
  })

  it('posts whatever was bought and paid: in balance, and to the last unit', () => {
    const line = fc.record({
      item: fc.integer({ min: 1, max: 5 }),
      quantity: fc.integer({ min: 1, max: 20_000 }).map(quantity),
      price: fc.integer({ min: 0, max: 100_000 }),
      percent: fc.integer({ min: 0, max: 10_000 }),
      goods: fc.boolean(),
      tax: fc.option(fc.record({ rate: fc.integer({ min: 0, max: 3000 }), included: fc.boolean() })),
    })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100_000 }),
        (lines, percent, byCard, more) => {
          const basket = { lines: lines.map((one) => ({ ...water, ...one })), percent, client: null }
          const { total } = totalsOfBasket(basket)
          expect(amountsOf(basket).reduce((sum, amount) => sum + amount, 0)).toBe(total)
          const card = Math.floor((total * byCard) / 100)
          const cash = total - card + more
          const { open, change, payments } = settle(total, [
            { kind: 'card', amount: card },
            { kind: 'cash', amount: cash },
          ])
          expect({ open, change }).toEqual({ open: 0, change: more })
          const policy = { currency: 'USD', method: 'average', negative: true } as const
          const sale = saleOf(basket, { currency: 'USD', warehouse: 1 }, payments)
          expect(isPosted(post(sale, '1', policy, () => nothingHeld))).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
