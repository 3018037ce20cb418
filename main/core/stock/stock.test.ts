import { beforeEach, expect, test } from 'vitest'
import type { DraftContent } from '../../../app/contract/documents.ts'
import { draft, everything, refusal, testOffice, type Person, type TestOffice } from '../testOffice.ts'

let office: TestOffice
let owner: Person
let shop: number
let store: number
let supplier: number
const day = '2026-11-21'
const pieces = (count: number) => count * 1000

beforeEach(async () => {
  office = await testOffice()
  owner = await office.owner()
  shop = (await owner.ask.warehouses.save({ name: 'Shop', branchId: null })).id
  store = (await owner.ask.warehouses.save({ name: 'Store', branchId: null })).id
  supplier = (await owner.ask.clients.create(draft('Mekong Foods'))).id
  office.office.connection.raw.exec(`INSERT INTO items (id, kind, name) VALUES
    (1, 'goods', 'Rice'), (2, 'goods', 'Salt'), (3, 'service', 'Delivery')`)
})

const written = (content: Partial<DraftContent> & Pick<DraftContent, 'kind'>): DraftContent => ({
  day,
  warehouseId: shop,
  intoId: null,
  supplierId: null,
  currency: 'USD',
  rate: null,
  note: '',
  lines: [],
  ...content,
})
const line = (itemId: number, quantity: number, price = 0) => ({
  itemId,
  quantity,
  price,
  taxRate: 0,
  taxIncluded: false,
})
const receipt = (...lines: DraftContent['lines']) =>
  written({ kind: 'goods-receipt', supplierId: supplier, note: 'Bill 17', lines })

async function post(content: DraftContent): Promise<number> {
  const result = await owner.ask.documents.post({ content })
  if (!('id' in result)) throw new Error(JSON.stringify(result))
  return result.id
}
const lying = async () =>
  (await owner.ask.stock.balances({})).rows.map(({ item, warehouse, quantity, value }) => [
    item,
    warehouse,
    quantity,
    value,
  ])

test('goods are received, moved, written off and returned; each stands in the list, the log and the books', async () => {
  const heard = office.heard()
  const received = await post(receipt(line(1, pieces(10), 150), line(3, pieces(1), 500)))
  await post(written({ kind: 'transfer', intoId: store, lines: [line(1, pieces(4))] }))
  await post(written({ kind: 'write-off', note: 'Wet', lines: [line(1, 500)] }))
  await post(
    written({
      kind: 'supplier-return',
      supplierId: supplier,
      warehouseId: store,
      lines: [line(1, pieces(1), 150)],
    }),
  )
  await post(written({ kind: 'opening-stock', lines: [line(2, pieces(2), 40)] }))
  expect(await lying()).toEqual([
    ['Rice', 'Shop', 5500, 825],
    ['Rice', 'Store', 3000, 450],
    ['Salt', 'Shop', 2000, 80],
  ])
  const { rows, total } = await owner.ask.documents.page({})
  expect(total).toBe(5)
  expect(rows.at(-1)).toMatchObject({
    id: received,
    kind: 'goods-receipt',
    warehouse: 'Shop',
    counterparty: { id: supplier, name: 'Mekong Foods' },
    total: 2000,
    note: 'Bill 17',
  })
  expect((await owner.ask.documents.page({ itemId: 2 })).rows.map(({ kind }) => kind)).toEqual([
    'opening-stock',
  ])
  expect((await owner.ask.stock.moves({ itemId: 1 })).rows.map(({ quantity }) => quantity)).toEqual([
    -1000, -500, 4000, -4000, 10_000,
  ])
  const trial = await owner.ask.journal.trialBalance({ from: '2026-11', to: '2026-11' })
  expect(trial.reduce((sum, { debit, credit }) => sum + debit - credit, 0)).toBe(0)
  expect(trial).toContainEqual(
    { account: 'goods', currency: 'USD', before: 0, debit: 1580, credit: 225 },
  ) // prettier-ignore
  expect(await owner.ask.journal.owed({ account: 'payables' })).toEqual([
    { counterparty: { id: supplier, name: 'Mekong Foods' }, currency: 'USD', amount: -1850 },
  ])
  expect(await owner.ask.journal.ofCounterparty({ id: supplier })).toEqual([
    { currency: 'USD', debt: -1850, bonuses: 0, sold: 0, bought: 1850 },
  ])
  const entries = await owner.ask.journal.entries({ account: 'payables', currency: 'USD' })
  expect(entries.rows.map(({ amount }) => amount)).toEqual([150, -2000])
  const log = (await owner.ask.log.page({})).rows[4]!
  expect(log).toMatchObject({ action: 'documents.post', subject: { id: received } })
  expect(heard.filter(({ type }) => type === 'stock.changed')).toHaveLength(5)
})

test('everything that stands against posting is said at once, and nothing is written', async () => {
  await post(written({ kind: 'opening-stock', lines: [line(1, pieces(1), 100)] }))
  const problems = async (content: DraftContent) => {
    const result = await owner.ask.documents.post({ content })
    return 'problems' in result ? result.problems : []
  }
  expect(
    await problems(
      written({
        kind: 'transfer',
        warehouseId: null,
        intoId: 99,
        lines: [line(3, 1000), line(77, 1000)],
      }),
    ),
  ).toEqual([
    { what: 'warehouse' },
    { what: 'into' },
    { what: 'not_goods', line: 0, item: 'Delivery' },
    { what: 'unknown_item', line: 1, item: '' },
  ])
  expect(await problems(written({ kind: 'goods-receipt', currency: 'EUR', supplierId: 4711 }))).toEqual([
    { what: 'supplier' },
    { what: 'rate' },
    { what: 'no_lines' },
  ])
  expect(await problems(written({ kind: 'write-off', lines: [line(1, 3000), line(2, 1000)] }))).toEqual([
    { what: 'shortage', item: 'Rice', itemId: 1, asked: 3000, there: 1000 },
    { what: 'shortage', item: 'Salt', itemId: 2, asked: 1000, there: 0 },
  ])
  expect((await owner.ask.documents.page({})).total).toBe(1)
  // Where the office allows it, more leaves than is there, and is owed.
  await owner.ask.stock.saveRules({ method: 'average', negative: true })
  await post(written({ kind: 'write-off', lines: [line(1, 3000)] }))
  expect(await lying()).toEqual([['Rice', 'Shop', -2000, -200]])
})

test('a document is taken back once, and a closed day takes nothing any more', async () => {
  const received = await post(receipt(line(1, pieces(2), 100)))
  const { id: back } = (await owner.ask.documents.undo({ id: received })) as { id: number }
  expect(await lying()).toEqual([])
  expect(await owner.ask.documents.card({ id: received })).toMatchObject({ undoneBy: back, day })
  expect(await refusal(owner.ask.documents.undo({ id: received }))).toEqual({ code: 'IN_USE' })
  expect(await owner.ask.journal.owed({ account: 'payables' })).toEqual([])
  expect(await owner.ask.journal.ofCounterparty({ id: supplier })).toEqual([
    { currency: 'USD', debt: 0, bonuses: 0, sold: 0, bought: 0 },
  ])

  const early = await post({ ...receipt(line(1, pieces(1), 100)), day: '2026-10-05' })
  await owner.ask.journal.close({ until: '2026-10-31' })
  const closed = { code: 'PERIOD_CLOSED', data: { until: '2026-10-31' } }
  const late = { ...receipt(line(1, pieces(1), 100)), day: '2026-10-31' }
  expect(await refusal(owner.ask.documents.post({ content: late }))).toEqual(closed)
  // It is taken back on a day that is open.
  const { id } = (await owner.ask.documents.undo({ id: early })) as { id: number }
  expect(await owner.ask.documents.card({ id })).toMatchObject({ day, undoes: early })
  expect((await owner.ask.stock.balances({ day: '2026-10-31' })).rows).toMatchObject([
    { item: 'Rice', quantity: 1000, value: 100 },
  ])
  await owner.ask.journal.close({ until: null })
  expect(await owner.ask.journal.closedUntil()).toEqual({ until: null })
  await post(late)
})

test('a draft is kept for everybody who writes documents, and goes when it is posted', async () => {
  const content = receipt(line(1, pieces(2), 100))
  const first = await owner.ask.documents.saveDraft({ content: { ...content, warehouseId: null } })
  const other = await office.person({ rights: ['stock.see', 'stock.edit', 'clients.see'] })
  expect(await other.ask.documents.drafts()).toMatchObject([{ id: first.id, by: owner.name, lines: 1 }])
  const second = await other.ask.documents.saveDraft({ ...first, content })
  expect(await refusal(owner.ask.documents.saveDraft({ ...first, content }))).toMatchObject({
    code: 'CHANGED_MEANWHILE',
    data: { revision: 2, by: other.name },
  })
  expect(await owner.ask.documents.draft({ id: first.id })).toMatchObject({
    content,
    items: [{ id: 1, name: 'Rice' }],
    supplier: { name: 'Mekong Foods' },
    revision: second.revision,
  })
  await other.ask.documents.post({ content, draftId: first.id }, { context: { key: 'one' } })
  // The same command again, as after a torn line, posts nothing twice.
  await other.ask.documents.post({ content, draftId: first.id }, { context: { key: 'one' } })
  expect(await owner.ask.documents.drafts()).toEqual([])
  expect(await lying()).toEqual([['Rice', 'Shop', 2000, 200]])
})

test('whoever may not see costs sees how much there is and not what it is worth; nor whom they do not reach', async () => {
  await post(receipt(line(1, pieces(2), 100)))
  const keeper = await office.person({ rights: ['stock.see', 'clients.see'], ownOnly: ['clients'] })
  expect(await keeper.ask.stock.balances({})).toMatchObject({
    rows: [{ quantity: 2000, value: null }],
    value: null,
  })
  const [row] = (await keeper.ask.documents.page({})).rows
  expect(row).toMatchObject({ counterparty: null, total: null })
  expect(await keeper.ask.documents.card({ id: row!.id })).toMatchObject({
    lines: [{ item: 'Rice', quantity: 2000, price: null, total: null }],
    entries: [],
  })
  const books = await office.person({ ...everything, ownOnly: ['clients'] })
  expect(await books.ask.journal.owed({ account: 'payables' })).toEqual([
    { counterparty: null, currency: 'USD', amount: -200 },
  ])
  expect(await refusal(books.ask.journal.ofCounterparty({ id: supplier }))).toEqual({ code: 'NOT_FOUND' })
})

test('layers of their own cost become one when the office values at an average', async () => {
  await owner.ask.stock.saveRules({ method: 'fifo', negative: false })
  await post(receipt(line(1, pieces(1), 100)))
  await post(receipt(line(1, pieces(1), 300)))
  await owner.ask.stock.saveRules({ method: 'average', negative: false })
  await post(written({ kind: 'write-off', lines: [line(1, pieces(1))] }))
  expect(await lying()).toEqual([['Rice', 'Shop', 1000, 200]])
})

test('warehouses have names of their own, and are put out of use only when nothing lies there', async () => {
  const taken = { code: 'NAME_TAKEN', data: { name: 'SHOP' } }
  expect(await refusal(owner.ask.warehouses.save({ name: 'SHOP', branchId: null }))).toEqual(taken)
  const branch = await owner.ask.warehouses.saveBranch({ name: 'Kampot' })
  await owner.ask.warehouses.save({ id: store, name: 'Depot', branchId: branch.id })
  expect(await refusal(owner.ask.warehouses.removeBranch({ id: branch.id }))).toEqual({ code: 'IN_USE' })
  await post(receipt(line(1, pieces(1), 100)))
  expect(await refusal(owner.ask.warehouses.retire({ id: shop, retired: true }))).toEqual({ code: 'IN_USE' })
  await owner.ask.warehouses.retire({ id: store, retired: true })
  expect((await owner.ask.warehouses.list()).warehouses).toMatchObject([
    { name: 'Shop', retired: false },
    { name: 'Depot', branch: { name: 'Kampot' }, retired: true },
  ])
  const content = written({ kind: 'opening-stock', warehouseId: store, lines: [line(1, 1000, 1)] })
  expect(await owner.ask.documents.post({ content })).toEqual({ problems: [{ what: 'warehouse' }] })
})
