import { Kysely, SqliteDialect, type CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Document, PricedLine } from '../../app/accounting/documents.ts'
import type { Policy } from '../../app/accounting/posting.ts'
import { totalsOf } from '../../app/accounting/totals.ts'
import { toQuantity } from '../../app/quantity.ts'
import type { Tables } from '../tables.ts'
import { temporaryBase, type TemporaryBase } from '../clients/temporaryBase.ts'
import { readCounterpartyBalance, readStockAt, readStockValue, readTrialBalance } from './balances.ts'
import { readHoldings } from './holdings.ts'
import { closeUntil } from './period.ts'
import { postDocument, readEntries, undoDocument } from './posting.ts'

const policy: Policy = { method: 'average', negative: false, currency: 'USD' }
let base: TemporaryBase
let clients: number[]
beforeEach(async () => {
  base = await temporaryBase()
  clients = await base.add([
    { kind: 'organisation', names: [{ text: 'Supplier' }] },
    { kind: 'person', names: [{ text: 'Client' }] },
  ])
  base.writing.raw.exec(`
    INSERT INTO warehouses (id, name) VALUES (1, 'Shop'), (2, 'Store');
    INSERT INTO items (id, kind, name) VALUES (1, 'goods', 'Rice'), (2, 'goods', 'Salt'), (3, 'goods', 'Tea')`)
})
afterEach(() => base.remove())

const post = (document: Document, day = '2026-11-21') =>
  base.writing.kysely
    .transaction()
    .execute((trx) => postDocument(trx, document, { day, at: 1, by: null }, policy))
const undo = (document: number, day = '2026-11-21') =>
  base.writing.kysely
    .transaction()
    .execute((trx) => undoDocument(trx, document, { day, at: 2, by: null }, policy))
const idOf = (result: Awaited<ReturnType<typeof post>>): number => {
  if (!('id' in result)) throw new Error(JSON.stringify(result))
  return result.id
}

const line = (item: number, quantity: number, price: number): PricedLine => ({
  item,
  goods: true,
  quantity: toQuantity(quantity),
  price,
  discount: 0,
  tax: { rate: 1000, included: true },
})
const receipt = (lines: PricedLine[]): Document => ({
  kind: 'goods-receipt',
  supplier: clients[0]!,
  warehouse: 1,
  currency: 'USD',
  lines,
})
const sale = (lines: PricedLine[]): Document => ({
  kind: 'sale',
  client: clients[1]!,
  warehouse: 1,
  currency: 'USD',
  lines,
  payments: [{ kind: 'credit', amount: totalsOf(lines).total }],
})

/** Every balance that posting keeps, beside the history it is made of. */
function expectKept(): void {
  const { raw } = base.writing
  const all = (sql: string) => raw.prepare(sql).raw().all()
  expect(all('SELECT currency FROM journal_entries GROUP BY currency HAVING sum(amount) <> 0')).toEqual([])
  expect(
    all(`SELECT account, counterparty, currency, month, debit - credit FROM account_months
      WHERE debit <> credit ORDER BY 1, 2, 3, 4`),
  ).toEqual(
    all(`SELECT account, coalesce(counterparty_id, 0), currency, substr(day, 1, 7), sum(amount) FROM journal_entries
      GROUP BY 1, 2, 3, 4 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3, 4`),
  )
  expect(all('SELECT item_id, warehouse_id, quantity, value FROM stock_held ORDER BY 1, 2')).toEqual(
    all(
      `SELECT item_id, warehouse_id, sum(quantity), sum(value) FROM stock_moves GROUP BY 1, 2 ORDER BY 1, 2`,
    ),
  )
  expect(raw.pragma('foreign_key_check')).toEqual([])
}

describe('the journal', () => {
  it('posts documents with all their balances, and takes them back', async () => {
    const bought = idOf(await post(receipt([line(1, 10, 110), line(2, 4, 55)]), '2026-10-05'))
    const sold = idOf(await post(sale([line(1, 2.5, 220)])))
    expectKept()
    const balances = await readTrialBalance(base.reading.kysely, '2026-11', '2026-11')
    expect(balances).toContainEqual(
      { account: 'goods', currency: 'USD', before: 1200, debit: 0, credit: 250 },
    ) // prettier-ignore
    expect(balances.reduce((sum, { before, debit, credit }) => sum + before + debit - credit, 0)).toBe(0)
    const owed = () => readCounterpartyBalance(base.reading.kysely, 'receivables', clients[1]!)
    expect(await owed()).toEqual([{ currency: 'USD', amount: 550 }])
    expect(await readStockAt(base.reading.kysely, 1, 1, '2026-11-20')).toEqual({
      quantity: 10_000,
      value: 1000,
    })
    expect(await readStockAt(base.reading.kysely, 1, 1, '2026-11-21')).toEqual({ quantity: 7500, value: 750 })
    expect(await readStockValue(base.reading.kysely, 1)).toBe(950)

    const back = idOf(await undo(sold))
    expectKept()
    expect(await owed()).toEqual([])
    expect(await readStockValue(base.reading.kysely, 1)).toBe(1200)
    const reverse = (await readEntries(base.reading.kysely, sold)).map((entry) => ({
      ...entry,
      amount: -entry.amount,
    }))
    expect(await readEntries(base.reading.kysely, back)).toEqual(reverse)
    await expect(undo(sold)).rejects.toMatchObject({ code: 'IN_USE' })
    await expect(undo(back)).rejects.toMatchObject({ code: 'IN_USE' })
    await expect(undo(999)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(idOf(await undo(bought))).toBeGreaterThan(back)
    expect(await readStockValue(base.reading.kysely, 1)).toBe(0)
    expectKept()
  })

  it('writes nothing of what cannot be posted, and says all that stands against it', async () => {
    await post(receipt([line(1, 1, 100)]))
    const before = base.writing.raw.prepare('SELECT * FROM stock_held').all()
    const asked = await post(sale([line(1, 2, 100), line(3, 1, 100)]))
    expect(asked).toEqual({
      unpaid: 0,
      shortages: [
        { item: 1, warehouse: 1, asked: 2000, there: 1000 },
        { item: 3, warehouse: 1, asked: 1000, there: 0 },
      ],
    })
    expect(base.writing.raw.prepare('SELECT * FROM stock_held').all()).toEqual(before)
    expect(base.writing.raw.prepare('SELECT count(*) FROM documents').pluck().get()).toBe(1)
    expectKept()
  })

  it('refuses a closed period, also for taking back', async () => {
    const id = idOf(await post(receipt([line(1, 1, 100)]), '2026-10-31'))
    await base.writing.kysely.transaction().execute((trx) => closeUntil(trx, '2026-10-31'))
    const closed = { code: 'PERIOD_CLOSED', data: { until: '2026-10-31' } }
    await expect(post(receipt([line(1, 1, 100)]), '2026-10-31')).rejects.toMatchObject(closed)
    await expect(undo(id, '2026-10-31')).rejects.toMatchObject(closed)
    // What was posted before is taken back on a day that is open.
    expect(idOf(await undo(id, '2026-11-01'))).toBeGreaterThan(id)
    expectKept()
  })

  it('keeps every balance through some hundred documents, many of them taken back', async () => {
    let seed = 7
    const below = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most
    const posted: number[] = []
    for (let at = 0; at < 300; at++) {
      const lines = Array.from({ length: 1 + below(4) }, () =>
        line(1 + below(3), (1 + below(9000)) / 1000, below(5000)),
      )
      const day = `2026-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
      const kinds: Document[] = [
        receipt(lines),
        receipt(lines),
        sale(lines),
        { kind: 'transfer', warehouse: 1, into: 2, lines },
      ]
      // eslint-disable-next-line no-await-in-loop -- one after another
      const result = await post(kinds[below(4)]!, day)
      if ('id' in result) posted.push(result.id)
      if (at % 4 !== 0 || posted.length === 0) continue
      const [old] = posted.splice(below(posted.length), 1)
      // eslint-disable-next-line no-await-in-loop -- the same
      await undo(old!)
    }
    expect(posted.length).toBeGreaterThan(50)
    expectKept()
  })

  it('reads balances by keys and indexes, not through history', async () => {
    const { raw } = base.reading
    const asked: CompiledQuery[] = []
    const kysely = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: raw }),
      log: ({ query }) => void asked.push(query),
    })
    await readStockAt(kysely, 1, 1, '2026-11-20')
    await readCounterpartyBalance(kysely, 'receivables', 2)
    await readEntries(kysely, 5)
    await readHoldings(kysely, [1, 2])
    const plans = asked.flatMap(({ sql, parameters }) =>
      (raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]).map(
        ({ detail }) => detail,
      ),
    )
    const history = /^SCAN (journal_entries|stock_moves|stock_held|account_months)/
    expect(plans.filter((step) => history.test(step))).toEqual([])
    for (const step of [
      'SEARCH stock_moves USING INDEX stock_moves_of_item (item_id=? AND warehouse_id=? AND day>?)',
      'SEARCH account_months USING PRIMARY KEY (account=? AND counterparty=?)',
      'SEARCH journal_entries USING PRIMARY KEY (document_id=?)',
    ])
      expect(plans).toContain(step)
  })
})
