import { beforeEach, expect, test } from 'vitest'
import type { BasketAsked } from '../../../app/contract/till.ts'
import { quantity } from '../../../app/quantity.ts'
import { draft, refusal, testOffice, type Person, type TestOffice } from '../testOffice.ts'

let office: TestOffice
let owner: Person
let cashier: Person
let rice: number
let tea: number
let delivery: number
let till: number
let shift: number

beforeEach(async () => {
  office = await testOffice()
  owner = await office.owner()
  const { ask } = owner
  const lists = (await ask.lists.all()).entries
  const retail = lists.find(({ key }) => key === 'price.retail')!.id
  const wholesale = lists.find(({ key }) => key === 'price.wholesale')!.id
  const made = async (
    name: string,
    kind: 'goods' | 'service',
    cents: number,
    more = cents,
    tax: number | null = null,
  ) =>
    (
      await ask.items.create({
        kind,
        names: [{ text: name, language: 'en' }],
        units: [{ unit: 'piece', factor: 1000 }],
        tax,
        prices: [
          { listId: retail, unit: 'piece', since: '2020-01-01', price: { amount: cents, currency: 'USD' } },
          { listId: wholesale, unit: 'piece', since: '2020-01-01', price: { amount: more, currency: 'USD' } },
        ],
      })
    ).id
  rice = await made('Rice', 'goods', 145, 120, 1000)
  tea = await made('Tea', 'goods', 300)
  delivery = await made('Delivery', 'service', 200)
  const warehouse = (await ask.warehouses.save({ name: 'Shop', branchId: null })).id
  const posted = await ask.documents.post({
    content: {
      kind: 'opening-stock', day: '2020-01-01', warehouseId: warehouse, intoId: null, supplierId: null,
      currency: 'USD', rate: null, note: '',
      lines: [rice, tea].map((itemId) => ({ itemId, quantity: 10_000, price: 100, taxRate: 0, taxIncluded: false })),
    },
  }) // prettier-ignore
  if (!('id' in posted)) throw new Error(JSON.stringify(posted))
  till = (await ask.till.save({ name: 'Till 1', warehouse, mostPercent: 1000 })).id
  cashier = await office.person({ rights: ['till.sell', 'till.return', 'items.see', 'clients.see'] })
  shift = (await cashier.ask.till.openShift({ till, cash: 5000 })).shift!.id
})

const basket = (
  lines: readonly (readonly [item: number, pieces: number, percent?: number])[],
  client: number | null = null,
) =>
  ({
    lines: lines.map(([item, pieces, percent = 0]) => ({ item, quantity: quantity(pieces * 1000), percent })),
    percent: 0,
    client,
  }) satisfies BasketAsked
const cash = (amount: number) => [{ kind: 'cash' as const, amount }]
const lying = async () =>
  Object.fromEntries(
    (await owner.ask.stock.balances({})).rows.map(({ item, quantity: many }) => [item, many / 1000]),
  )

test('a sale moves goods and money at once, and the receipt keeps what was printed', async () => {
  const sold = await cashier.ask.till.sell({ shift, basket: basket([[rice, 2], [tea, 1], [delivery, 1]]), given: cash(1000), total: 790 }) // prettier-ignore
  expect(sold).toMatchObject({
    number: 1,
    total: 790,
    cashier: cashier.name,
    till: 'Till 1',
    content: {
      change: 210,
      tax: 26,
      lines: [{ name: 'Rice', total: 290 }, { name: 'Tea' }, { name: 'Delivery' }],
    },
  })
  expect(await lying()).toEqual({ Rice: 8, Tea: 9 })
  expect(await cashier.ask.till.receipt({ id: sold.id })).toEqual(sold)
  expect(await cashier.ask.till.report({ shift })).toMatchObject({
    sales: { receipts: 1, total: 790 },
    payments: [{ kind: 'cash', amount: 790 }],
    cashExpected: 5790,
  })
  const told = (await owner.ask.log.page({ limit: 5 })).rows
  expect(told[0]).toMatchObject({ action: 'till.sell', subject: { type: 'receipt', name: '1' } })
})

test('a click that was sent twice sells once', async () => {
  const once = { context: { key: 'click' } }
  const asked = { shift, basket: basket([[tea, 1]]), given: cash(300), total: 300 }
  const [first, second] = [await cashier.ask.till.sell(asked, once), await cashier.ask.till.sell(asked, once)]
  expect(second.id).toBe(first.id)
  expect(await lying()).toMatchObject({ Tea: 9 })
})

test('what does not add up is refused whole, and nothing has moved', async () => {
  const sell = (more: object) =>
    refusal(
      cashier.ask.till.sell({ shift, basket: basket([[tea, 1]]), given: cash(300), total: 300, ...more }),
    )
  expect(await sell({ total: 290 })).toMatchObject({ code: 'PRICE_CHANGED', data: { total: 300 } })
  expect(await sell({ given: cash(299) })).toMatchObject({ code: 'NOT_PAID', data: { open: 1 } })
  expect(await sell({ given: [{ kind: 'card', amount: 301 }] })).toMatchObject({
    code: 'NOT_PAID',
    data: { open: -1 },
  })
  // Nobody is there who could owe it.
  expect(await sell({ given: [{ kind: 'credit', amount: 300 }] })).toMatchObject({ code: 'NOT_PAID' })
  expect(await sell({ basket: basket([[tea, 11]]), given: cash(3300), total: 3300 })).toMatchObject({
    code: 'SHORTAGE',
    data: { names: ['Tea'] },
  })
  expect(await sell({ basket: basket([[tea, 1, 1500]]), given: cash(255), total: 255 })).toMatchObject({
    code: 'DISCOUNT_LIMIT',
    data: { most: 1000 },
  })
  const cheaper = { ...basket([]), lines: [{ item: tea, quantity: quantity(1000), price: 1, percent: 0 }] }
  expect(await sell({ basket: cheaper, given: cash(1), total: 1 })).toMatchObject({ code: 'NO_RIGHT' })
  expect(await sell({ basket: basket([[999, 1]]) })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await lying()).toEqual({ Rice: 10, Tea: 10 })
  expect(await cashier.ask.till.receipts({ shift })).toEqual([])
})

test('a client has their own prices and discount, and may owe what they took', async () => {
  const wholesale = (await owner.ask.lists.all()).entries.find(({ key }) => key === 'price.wholesale')!.id
  const client = await owner.ask.clients.create(draft('Sok Dara', { priceListId: wholesale, discount: 500 }))
  const sold = await cashier.ask.till.sell({
    shift,
    basket: basket([[rice, 2]], client.id),
    given: [{ kind: 'credit', amount: 228 }],
    total: 228,
  })
  expect(sold).toMatchObject({ total: 228, client: { name: 'Sok Dara' } })
})

test('what comes back is what was sold, in parts and no more, for the money it was sold for', async () => {
  const sold = await cashier.ask.till.sell({
    shift,
    basket: basket([[tea, 3, 1000]]),
    given: cash(810),
    total: 810,
  })
  const back = (pieces: number) =>
    cashier.ask.till.giveBack({
      shift,
      receipt: sold.id,
      lines: [{ at: 0, quantity: pieces * 1000 }],
      kind: 'cash',
    })
  expect(await back(1)).toMatchObject({ total: -270, returns: sold.id })
  expect(await lying()).toMatchObject({ Tea: 8 })
  expect(await refusal(back(3))).toMatchObject({ code: 'MORE_THAN_SOLD', data: { name: 'Tea' } })
  expect(await back(2)).toMatchObject({ total: -540 })
  expect((await cashier.ask.till.receipt({ id: sold.id })).returned).toEqual([3000])
  expect(await cashier.ask.till.report({ shift })).toMatchObject({
    sales: { receipts: 1, total: 810 },
    returns: { receipts: 2, total: -810 },
    discounts: 90,
    payments: [{ kind: 'cash', amount: 0 }],
    cashExpected: 5000,
  })
})

test('a shift is closed with what was counted; afterwards nothing is sold in it, and another can be opened', async () => {
  await cashier.ask.till.sell({ shift, basket: basket([[tea, 1]]), given: cash(300), total: 300 })
  expect(await refusal(cashier.ask.till.openShift({ till, cash: 0 }))).toMatchObject({ code: 'IN_USE' })
  expect(await cashier.ask.till.closeShift({ shift, cash: 5250 })).toMatchObject({
    closedBy: cashier.name,
    cashExpected: 5300,
    cashCounted: 5250,
  })
  const late = cashier.ask.till.sell({ shift, basket: basket([[tea, 1]]), given: cash(300), total: 300 })
  expect(await refusal(late)).toMatchObject({ code: 'SHIFT_CLOSED' })
  expect((await cashier.ask.till.openShift({ till, cash: 5250 })).shift!.id).not.toBe(shift)
})

test('a basket that was put aside comes back once', async () => {
  const asked = basket([[tea, 2, 500]])
  const { id } = await cashier.ask.till.hold({ till, name: 'The lady in blue', basket: asked })
  expect(await cashier.ask.till.held({ till })).toMatchObject([{ name: 'The lady in blue', lines: 1 }])
  expect(await cashier.ask.till.takeHeld({ id })).toEqual(asked)
  expect(await refusal(cashier.ask.till.takeHeld({ id }))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await cashier.ask.till.held({ till })).toEqual([])
})

test('an office without a warehouse sells from one that is called as the office is', async () => {
  const { ask } = await (await testOffice()).owner()
  expect(await ask.till.save({ name: 'Till 1', mostPercent: 0 })).toMatchObject({
    warehouseName: 'Angkor Trading',
  })
})
