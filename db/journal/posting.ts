import { sql } from 'kysely'
import type { Account } from '../../app/accounting/chart.ts'
import type { Document } from '../../app/accounting/documents.ts'
import { totalsOf } from '../../app/accounting/totals.ts'
import type { Entry, Move } from '../../app/accounting/journal.ts'
import {
  isPosted,
  post,
  undo,
  type Policy,
  type Posting,
  type Unpostable,
} from '../../app/accounting/posting.ts'
import { Refusal } from '../../app/errors.ts'
import { insertMany } from '../dialect.ts'
import type { Reading, Tables, Writing } from '../tables.ts'
import { heldIn, readHoldings, writeHoldings } from './holdings.ts'
import { readClosedUntil } from './period.ts'

/** When something is posted, and by whom. */
export interface Posted {
  /** The day it counts for, YYYY-MM-DD. */
  readonly day: string
  readonly at: number
  readonly by: number | null
  readonly note?: string
}

/**
 * Writes a document with its entries, its moves and every balance that they change. Returns its id, or all that stands
 * against it; then nothing is written. Throws PERIOD_CLOSED.
 */
export async function postDocument(
  trx: Writing,
  document: Document,
  posted: Posted,
  policy: Policy,
): Promise<{ id: number } | Unpostable> {
  await refuseClosed(trx, posted.day)
  const id = await nextId(trx)
  const items = 'lines' in document ? document.lines.map(({ item }) => item) : []
  const result = post(document, String(id), policy, heldIn(await readHoldings(trx, items)))
  if (!isPosted(result)) return result
  const about = aboutOf(document, result, policy)
  await write(trx, { id, ...about, content: JSON.stringify(document), undoes: null }, posted, result)
  return { id }
}

/**
 * Takes a posted document back with another one that is its reverse; both stay. Throws NOT_FOUND, IN_USE for one that was
 * taken back or itself takes one back, PERIOD_CLOSED for the day of the reverse.
 */
export async function undoDocument(
  trx: Writing,
  document: number,
  posted: Posted,
  policy: Policy,
): Promise<{ id: number } | Unpostable> {
  await refuseClosed(trx, posted.day)
  const row = await trx.selectFrom('documents').selectAll().where('id', '=', document).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND')
  const taken = await trx
    .selectFrom('documents')
    .select('id')
    .where('undoes', '=', document)
    .executeTakeFirst()
  if (taken || row.undoes !== null) throw new Refusal('IN_USE')
  const id = await nextId(trx)
  const [entries, moves] = [await readEntries(trx, document), await readMoves(trx, document)]
  const items = moves.map(({ item }) => item)
  const result = undo({ entries, moves }, String(id), policy, heldIn(await readHoldings(trx, items)))
  if (!isPosted(result)) return result
  await write(trx, { ...row, id, undoes: document }, posted, result)
  return { id }
}

/** What lists show of a document: where, with whom, and what it comes to. */
function aboutOf(document: Document, { moves }: Posting, policy: Policy): About {
  const nowhere = { into_id: null, counterparty_id: null, currency: policy.currency }
  const about = { kind: document.kind, ...nowhere }
  if (document.kind === 'money') {
    const { amount: total, counterparty: counterparty_id, currency } = document
    return { ...about, warehouse_id: null, counterparty_id, currency, total }
  }
  const place = { ...about, warehouse_id: document.warehouse }
  if (document.kind === 'transfer') return { ...place, into_id: document.into, total: null }
  if (!('currency' in document)) return { ...place, total: moves.reduce((sum, { value }) => sum + value, 0) }
  const counterparty_id = 'supplier' in document ? document.supplier : document.client
  return { ...place, counterparty_id, currency: document.currency, total: totalsOf(document.lines).total }
}
type About = Pick<
  Tables['documents'],
  'kind' | 'warehouse_id' | 'into_id' | 'counterparty_id' | 'currency' | 'total'
>

async function refuseClosed(base: Reading, day: string): Promise<void> {
  const until = await readClosedUntil(base)
  if (until !== undefined && day <= until) throw new Refusal('PERIOD_CLOSED', { until })
}

/** Documents are never taken away, so the highest id is the last. */
async function nextId(base: Reading): Promise<number> {
  const { last } = await base
    .selectFrom('documents')
    .select((eb) => eb.fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

async function write(
  trx: Writing,
  document: About & { id: number; content: string; undoes: number | null },
  { day, at, by, note = '' }: Posted,
  { entries, moves, holdings }: Posting,
): Promise<void> {
  await trx
    .insertInto('documents')
    .values({ ...document, day, at, user_id: by, note })
    .execute()
  await insertMany(
    trx,
    'journal_entries',
    ['document_id', 'position', 'day', 'account', 'counterparty_id', 'currency', 'amount'],
    entries.map(({ account, counterparty, currency, amount }, position) => [
      document.id, position, day, account, counterparty, currency, amount,
    ]), // prettier-ignore
  )
  await insertMany(
    trx,
    'stock_moves',
    ['document_id', 'position', 'day', 'item_id', 'warehouse_id', 'quantity', 'value', 'source'],
    moves.map(({ item, warehouse, quantity, value, source }, position) => [
      document.id, position, day, item, warehouse, quantity, value, source,
    ]), // prettier-ignore
  )
  await writeHoldings(trx, holdings)
  await addToMonths(trx, day.slice(0, 7), entries)
}

async function addToMonths(trx: Writing, month: string, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  await trx
    .insertInto('account_months')
    .values(
      entries.map(({ account, counterparty, currency, amount }) => ({
        account,
        counterparty: counterparty ?? 0,
        currency,
        month,
        debit: Math.max(0, amount),
        credit: Math.max(0, -amount),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['account', 'counterparty', 'currency', 'month']).doUpdateSet({
        debit: sql<number>`debit + excluded.debit`,
        credit: sql<number>`credit + excluded.credit`,
      }),
    )
    .execute()
}

/** The entries of a document, in their order. */
export async function readEntries(base: Reading, document: number): Promise<Entry[]> {
  const rows = await base
    .selectFrom('journal_entries')
    .select(['account', 'counterparty_id as counterparty', 'currency', 'amount'])
    .where('document_id', '=', document)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, account: row.account as Account }))
}

/** What a document moved in stock, in its order. */
export const readMoves = (base: Reading, document: number): Promise<Move[]> =>
  base
    .selectFrom('stock_moves')
    .select(['item_id as item', 'warehouse_id as warehouse', 'quantity', 'value', 'source'])
    .where('document_id', '=', document)
    .orderBy('position')
    .execute()
