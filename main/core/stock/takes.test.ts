import { expect, test } from 'vitest'
import { refusal, testOffice } from '../testOffice.ts'

const day = '2026-11-21'

/** A shop with so many goods, ten of each at a dollar. */
async function stocked(goods: number) {
  const office = await testOffice()
  const owner = await office.owner()
  const { id: warehouseId } = await owner.ask.warehouses.save({ name: 'Shop', branchId: null })
  const { raw } = office.office.connection
  const insert = raw.prepare("INSERT INTO items (id, kind, name) VALUES (?, 'goods', ?)")
  raw.transaction(() => {
    for (let id = 1; id <= goods; id++) insert.run(id, `Item ${String(id).padStart(5, '0')}`)
  })()
  const lines = Array.from({ length: goods }, (_, at) => ({ itemId: at + 1, quantity: 10_000, price: 100 }))
  const content = { kind: 'opening-stock', day, warehouseId, currency: 'USD', lines } as const
  expect(await owner.ask.documents.post({ content: { ...content, lines } })).toHaveProperty('id')
  return { office, owner, warehouseId }
}

test('several people count at once; differences with their cost are posted, sold goods meanwhile left alone', async () => {
  const { office, owner, warehouseId } = await stocked(4)
  const dara = await office.person({ rights: ['stock.see', 'stock.count'] })
  const { id } = await owner.ask.stockTakes.start({ warehouseId })
  expect(await refusal(dara.ask.stockTakes.start({ warehouseId }))).toEqual({ code: 'IN_USE' })
  await owner.ask.stockTakes.count({ id, sitting: 'Front', counts: [{ itemId: 1, quantity: 6000 }] })
  await dara.ask.stockTakes.count({
    id,
    sitting: 'Back',
    counts: [
      { itemId: 1, quantity: 3000 },
      { itemId: 2, quantity: 11_000 },
      { itemId: 3, quantity: 99_000 },
    ],
  })
  const [slip] = await dara.ask.stockTakes.counts({ id })
  expect(slip).toMatchObject({ item: 'Item 00003', sitting: 'Back', by: dara.name })
  await dara.ask.stockTakes.removeCount({ id, count: slip!.id })
  // Goes out while they count: it was there when the counting began, so it is not missing.
  const out = { kind: 'write-off', day, warehouseId, currency: 'USD', lines: [{ itemId: 2, quantity: 5000 }] } as const // prettier-ignore
  await owner.ask.documents.post({ content: { ...out, lines: [...out.lines] } })

  const compared = await owner.ask.stockTakes.lines({ id, only: 'differing' })
  expect(compared).toMatchObject({
    rows: [
      { item: 'Item 00001', expected: 10_000, counted: 9000, worth: -100 },
      { item: 'Item 00002', expected: 10_000, counted: 11_000, worth: 100 },
    ],
    surplus: 100,
    shortage: 100,
  })
  expect((await dara.ask.stockTakes.lines({ id })).rows[0]).toMatchObject({ counted: 9000, worth: null })
  expect((await owner.ask.stockTakes.lines({ id, only: 'uncounted' })).total).toBe(2)
  const posted = await owner.ask.stockTakes.post({ id, uncounted: 'keep' })
  expect(posted).toMatchObject({ state: 'posted', counted: 2 })
  const held = (await owner.ask.stock.balances({})).rows.map(({ quantity }) => quantity)
  expect(held).toEqual([9000, 6000, 10_000, 10_000])
  const late = dara.ask.stockTakes.count({ id, sitting: '', counts: [{ itemId: 1, quantity: 1 }] })
  expect(await refusal(late)).toEqual({ code: 'IN_USE' })

  const again = await owner.ask.stockTakes.start({ warehouseId })
  await owner.ask.stockTakes.count({ id: again.id, sitting: '', counts: [{ itemId: 1, quantity: 9000 }] })
  await owner.ask.stockTakes.post({ id: again.id, uncounted: 'missing' })
  expect((await owner.ask.stock.balances({})).rows).toMatchObject([{ item: 'Item 00001', quantity: 9000 }])
  const trial = await owner.ask.journal.trialBalance({ from: '2026-11', to: '2026-11' })
  expect(trial.reduce((sum, { debit, credit }) => sum + debit - credit, 0)).toBe(0)
})

test('thousands of lines are counted and posted as one document', async () => {
  const { office, owner, warehouseId } = await stocked(6000)
  const { id } = await owner.ask.stockTakes.start({ warehouseId })
  const counts = Array.from({ length: 6000 }, (_, at) => ({
    itemId: at + 1,
    quantity: 9000 + (at % 3) * 1000,
  }))
  await owner.ask.stockTakes.count({ id, sitting: 'Terminal', counts })
  expect((await owner.ask.stockTakes.lines({ id, only: 'differing' })).total).toBe(4000)
  await owner.ask.stockTakes.post({ id, uncounted: 'keep' })
  expect(office.count('stock_moves')).toBe(10_000)
  const { raw } = office.office.connection
  const sums = 'SELECT sum(quantity) AS quantity, sum(value) AS value FROM'
  expect(raw.prepare(`${sums} stock_held`).get()).toEqual(raw.prepare(`${sums} stock_moves`).get())
})
