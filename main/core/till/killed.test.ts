import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { problemOfBase } from '../../../db/check.ts'
import { openForReading, type ReadingConnection } from '../../../db/connection.ts'
import { migrations } from '../../../migrations/index.ts'
import { draft, testOffice, type TestOffice } from '../testOffice.ts'
import type { Selling, Shown } from './sellingForTests.ts'

const script = fileURLToPath(new URL('./sellingForTests.ts', import.meta.url))
/** How often it is killed; by hand also two hundred times: `KILLS=200 vitest run main/core/till/killed.test.ts`. */
const kills = Number(process.env.KILLS ?? 15)

/** An office with three goods on sale and a shift that is open; closed, with all that a seller has to know. */
async function shop(): Promise<{ office: TestOffice; selling: Selling }> {
  const office = await testOffice()
  // The sellers have a clock of their own; whoever signed in long before it is signed out.
  office.clock = Date.now()
  const { ask, caller } = await office.owner()
  const retail = (await ask.lists.all()).entries.find(({ key }) => key === 'price.retail')!.id
  const price = { amount: 100, currency: 'USD' }
  const items: number[] = []
  for (const text of ['Rice', 'Tea', 'Salt']) {
    const made = await ask.items.create({
      kind: 'goods',
      names: [{ text, language: 'en' }],
      units: [{ unit: 'piece', factor: 1000 }],
      tax: 1000,
      prices: [{ listId: retail, unit: 'piece', since: '2020-01-01', price }],
    })
    items.push(made.id)
  }
  const { id: warehouse } = await ask.warehouses.save({ name: 'Shop', branchId: null })
  const { id: supplier } = await ask.clients.create(draft('Mekong Foods'))
  const stocked = await ask.documents.post({
    content: {
      kind: 'opening-stock',
      day: '2026-11-20',
      warehouseId: warehouse,
      currency: 'USD',
      lines: items.map((itemId) => ({ itemId, quantity: 10_000_000, price: 60 })),
    },
  })
  expect(stocked).toHaveProperty('id')
  const { id: till } = await ask.till.save({ name: 'Till 1', warehouse, mostPercent: 0 })
  const { shift } = await ask.till.openShift({ till, cash: 0 })
  await office.office.close()
  const { folder } = office
  return {
    office,
    selling: { folder, token: caller.token!, shift: shift!.id, warehouse, supplier, items },
  }
}

function load(): ChildProcess {
  const seller = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void seller.kill('SIGKILL'))
  return seller
}

/** Lets it sell until a random moment after the first thing was done. */
async function killInTime(seller: ChildProcess, selling: Selling): Promise<Shown[]> {
  const shown: Shown[] = []
  const said = createInterface({ input: seller.stdout! })
  said.on('line', (line) => shown.push(JSON.parse(line) as Shown))
  const ended = once(said, 'close')
  const first = Promise.race([once(said, 'line'), ended])
  seller.stdin!.write(JSON.stringify(selling))
  await first
  await setTimeout(Math.random() * 150)
  seller.kill('SIGKILL')
  await ended
  expect(shown.length, 'what it did before it was killed').toBeGreaterThan(0)
  return shown
}

/** Documents that are not whole, whatever their kind: in the books, in stock, as a receipt, in the log. */
const notWhole = `
  SELECT id FROM documents WHERE
    (SELECT sum(amount) FROM journal_entries WHERE document_id = id) IS NOT 0
    OR (SELECT count(*) FROM stock_moves WHERE document_id = id) <> json_array_length(content, '$.lines')
    OR (kind IN ('sale', 'client-return')) <> (id IN (SELECT document_id FROM receipts))
  UNION ALL
  SELECT document_id FROM receipts WHERE total IS NOT
    (SELECT sum(amount) FROM receipt_payments WHERE receipt_payments.document_id = receipts.document_id)
    OR (returns_id IS NULL) = (document_id IN (SELECT document_id FROM receipt_returns))`

/** Balances that posting keeps, and what their history comes to. */
const kept = [
  [
    'SELECT account, counterparty, currency, month, debit, credit FROM account_months',
    `SELECT account, coalesce(counterparty_id, 0), currency, substr(day, 1, 7), sum(max(0, amount)), sum(max(0, -amount))
      FROM journal_entries GROUP BY 1, 2, 3, 4`,
  ],
  [
    'SELECT item_id, warehouse_id, quantity, value FROM stock_held',
    'SELECT item_id, warehouse_id, sum(quantity), sum(value) FROM stock_moves GROUP BY 1, 2',
  ],
] as const

function look(base: ReadingConnection, shown: readonly Shown[]) {
  const all = (sql: string) => base.raw.prepare(sql).all() as unknown[]
  const there = new Map(
    base.raw.prepare('SELECT id, abs(total) AS total FROM documents').raw().all() as [number, number][],
  )
  const ids = shown.map(({ id }) => id)
  expect(new Set(ids).size, 'each was shown once').toBe(ids.length)
  expect(shown.filter(({ id, total }) => there.get(id) !== Math.abs(total))).toEqual([])
  // One at most was committed each time without being shown any more; nothing was done twice.
  const unseen = there.size - 1 - shown.length
  expect(unseen).toBeGreaterThanOrEqual(0)
  expect(unseen).toBeLessThanOrEqual(kills)
  expect(all(notWhole)).toEqual([])
  for (const [balances, history] of kept) {
    expect(all(`${balances} EXCEPT ${history}`)).toEqual([])
    expect(all(`${history} EXCEPT ${balances}`)).toEqual([])
  }
  // Numbers of receipts have no gap, and every document was written down in the log once.
  expect(all('SELECT number FROM receipts ORDER BY number')).toEqual(
    all('SELECT row_number() OVER () AS number FROM receipts'),
  )
  const logged = "SELECT count(*) AS count FROM operations WHERE action IN ('till.sell', 'till.giveBack', 'documents.post')" // prettier-ignore
  expect(all(logged)).toEqual([{ count: there.size }])
  return unseen
}

test(
  `killed ${kills} times while it sells and receives: all that was shown as done is there once and whole, and balances are their history`,
  async () => {
    const { office, selling } = await shop()
    const shown: Shown[] = []
    // The next one loads while this one sells.
    let next = load()
    for (let time = 1; time <= kills; time++) {
      const seller = next
      if (time < kills) next = load()
      shown.push(...(await killInTime(seller, selling)))
    }
    await office.reopen()
    await office.office.close()
    const base = openForReading(office.office.folder.base)
    const unseen = look(base, shown)
    base.close()
    expect(problemOfBase(office.office.folder.base, Object.keys(migrations), 'full')).toBeUndefined()
    if (kills > 15) process.stderr.write(`${shown.length} shown, ${unseen} more were there\n`)
  },
  60_000 + kills * 3000,
)
