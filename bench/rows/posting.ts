import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document, PricedLine } from '../../app/accounting/documents.ts'
import type { Policy } from '../../app/accounting/posting.ts'
import { toQuantity } from '../../app/quantity.ts'
import { openForWriting, type Connection } from '../../db/connection.ts'
import { postDocument } from '../../db/journal/posting.ts'
import { migrate } from '../../db/migrate.ts'
import { random } from '../base/random.ts'
import { percentile } from '../percentile.ts'
import type { Row } from '../row.ts'

const items = 200
const receipts = 300
const policy: Policy = { method: 'average', negative: true, currency: 'USD' }
const posted = { day: '2026-11-21', at: 1, by: null }

/** Receipts of the counter, each of three lines, the same in every run. */
function sales(): Document[] {
  const dice = random(31)
  return Array.from({ length: receipts }, (): Document => {
    const lines = [1, 2, 3].map((): PricedLine => {
      const price = 100 + dice.below(5000)
      return {
        item: 1 + dice.below(items),
        goods: true,
        quantity: toQuantity(1),
        price,
        discount: 0,
        tax: null,
      }
    })
    const amount = lines.reduce((sum, { price }) => sum + price, 0)
    const payments = [{ kind: 'cash', amount }] as const
    return { kind: 'sale', client: null, warehouse: 1, currency: 'USD', lines, payments }
  })
}

/** An empty base with goods in it. */
async function within<T>(what: (base: Connection) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-posting-'))
  const base = openForWriting(join(folder, 'office.sqlite'))
  try {
    await migrate(base)
    base.raw.exec("INSERT INTO warehouses (id, name) VALUES (1, 'Shop')")
    const item = base.raw.prepare("INSERT INTO items (id, kind, name) VALUES (?, 'goods', ?)")
    for (let id = 1; id <= items; id++) item.run(id, `Item ${id}`)
    return await what(base)
  } finally {
    base.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a document adds to, each row beginning with the document's id. */
const tables = ['documents', 'journal_entries', 'stock_moves']

/** Milliseconds of each of the receipts, posted durably one after another. */
async function postAll(base: Connection): Promise<number[]> {
  const times: number[] = []
  for (const sale of sales()) {
    const from = performance.now()
    await base.kysely.transaction().execute((trx) => postDocument(trx, sale, posted, policy))
    times.push(performance.now() - from)
  }
  return times
}

/** The rows that they made, written by bare better-sqlite3: a transaction for each, as safely on the disk. */
function writeAll(made: Connection, base: Connection): number[] {
  const held = base.raw.prepare('REPLACE INTO stock_held VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)')
  const month = base.raw.prepare(
    `INSERT INTO account_months VALUES (?, 0, 'USD', '2026-11', ?, ?)
      ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit`,
  )
  const [documents, entries, moves] = tables.map((table) => {
    const rows = made.raw.prepare(`SELECT * FROM ${table}`).raw()
    const insert = base.raw.prepare(
      `INSERT INTO ${table} VALUES (${rows
        .columns()
        .map(() => '?')
        .join()})`,
    )
    const byDocument = Map.groupBy(rows.all() as (string | number)[][], (row) => row[0])
    return (document: string | number) => {
      const some = byDocument.get(document) ?? []
      for (const row of some) insert.run(...row)
      return some
    }
  }) as [Write, Write, Write]
  const write = base.raw.transaction((document: number) => {
    documents(document)
    for (const row of entries(document))
      month.run(row[3], Math.max(0, Number(row[6])), Math.max(0, -Number(row[6])))
    for (const row of moves(document)) held.run(row[3], row[5], row[6], '[]', 0, 0, 0, 0)
  })
  return Array.from({ length: receipts }, (_, at) => {
    const from = performance.now()
    write.immediate(at + 1)
    return performance.now() - from
  })
}
type Write = (document: string | number) => (string | number)[][]

/** A receipt of three lines with all its balances, safely on the disk, beside bare SQL writing the same rows. */
export const posting: readonly Row[] = [
  {
    name: 'posting.receipt',
    unit: '×',
    target: 4,
    measure: () =>
      within(async (made) => {
        const value = percentile(await postAll(made), 0.5)
        const raw = await within(async (base) => percentile(writeAll(made, base), 0.5))
        process.stderr.write(`  ${value.toFixed(2)} ms, bare ${raw.toFixed(2)} ms\n`)
        return { value: value / raw, raw: 1 }
      }),
  },
]
