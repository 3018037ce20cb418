import { sql } from 'kysely'
import type { Account } from '../../app/accounting/chart.ts'
import type { Reading } from '../tables.ts'

/** What an account stands at and what a span of months brought to it. */
export interface AccountBalance {
  readonly account: Account
  readonly currency: string
  /** Before the first month, above zero a debit. */
  readonly before: number
  readonly debit: number
  readonly credit: number
}

/** The trial balance of some months (YYYY-MM, both included), from the balances that posting keeps. */
export async function readTrialBalance(base: Reading, from: string, to: string): Promise<AccountBalance[]> {
  const rows = await base
    .selectFrom('account_months')
    .select([
      'account',
      'currency',
      sql<number>`sum(CASE WHEN month < ${from} THEN debit - credit ELSE 0 END)`.as('before'),
      sql<number>`sum(CASE WHEN month >= ${from} THEN debit ELSE 0 END)`.as('debit'),
      sql<number>`sum(CASE WHEN month >= ${from} THEN credit ELSE 0 END)`.as('credit'),
    ])
    .where('month', '<=', to)
    .groupBy(['account', 'currency'])
    .orderBy('account')
    .orderBy('currency')
    .execute()
  return rows.map((row) => ({ ...row, account: row.account as Account }))
}

/** What one counterparty owes or is owed on an account, by currency; above zero they owe the office. */
export const readCounterpartyBalance = (
  base: Reading,
  account: Account,
  counterparty: number,
): Promise<{ currency: string; amount: number }[]> =>
  base
    .selectFrom('account_months')
    .select(['currency', sql<number>`sum(debit - credit)`.as('amount')])
    .where('account', '=', account)
    .where('counterparty', '=', counterparty)
    .groupBy('currency')
    .having(sql<number>`sum(debit - credit)`, '!=', 0)
    .orderBy('currency')
    .execute()

export interface StockBalance {
  /** Thousandths of a unit. */
  readonly quantity: number
  /** Minor units of the office's currency. */
  readonly value: number
}

/** What all of a warehouse is worth now. */
export async function readStockValue(base: Reading, warehouse: number): Promise<number> {
  const row = await base
    .selectFrom('stock_held')
    .select((eb) => eb.fn.sum<number | null>('value').as('value'))
    .where('warehouse_id', '=', warehouse)
    .executeTakeFirstOrThrow()
  return row.value ?? 0
}

/** What lay of an item in a warehouse at the end of a day: what lies there now without what came and went since. */
export async function readStockAt(
  base: Reading,
  item: number,
  warehouse: number,
  day: string,
): Promise<StockBalance> {
  const now = await base
    .selectFrom('stock_held')
    .select(['quantity', 'value'])
    .where('item_id', '=', item)
    .where('warehouse_id', '=', warehouse)
    .executeTakeFirst()
  const since = await base
    .selectFrom('stock_moves')
    .select((eb) => [
      eb.fn.sum<number | null>('quantity').as('quantity'),
      eb.fn.sum<number | null>('value').as('value'),
    ])
    .where('item_id', '=', item)
    .where('warehouse_id', '=', warehouse)
    .where('day', '>', day)
    .executeTakeFirstOrThrow()
  return {
    quantity: (now?.quantity ?? 0) - (since.quantity ?? 0),
    value: (now?.value ?? 0) - (since.value ?? 0),
  }
}

/** Everybody's balance on an account that is kept by counterparty, the largest first; none of zero. */
export const readCounterpartyBalances = (
  base: Reading,
  account: Account,
): Promise<{ counterparty: number; currency: string; amount: number }[]> =>
  base
    .selectFrom('account_months')
    .select(['counterparty', 'currency', sql<number>`sum(debit - credit)`.as('amount')])
    .where('account', '=', account)
    .groupBy(['counterparty', 'currency'])
    .having(sql<number>`sum(debit - credit)`, '!=', 0)
    .orderBy((eb) => eb.fn('abs', [sql`sum(debit - credit)`]), 'desc')
    .execute()

/** What entries of an account are asked for; months are YYYY-MM, both included. */
export interface EntriesAsked {
  readonly account: Account
  readonly currency: string
  readonly counterpartyId?: number | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Sorts after every day of its month. */
const endOf = (month: string) => `${month}-99`

/** What a balance is made of, the latest first, and how many entries there are. */
export async function pageOfEntries(base: Reading, asked: EntriesAsked, offset: number, limit: number) {
  const { account, currency, counterpartyId, from, to } = asked
  const entries = base
    .selectFrom('journal_entries as entry')
    .where('entry.account', '=', account)
    .where('entry.currency', '=', currency)
    .$if(counterpartyId !== undefined, (query) => query.where('entry.counterparty_id', '=', counterpartyId!))
    .$if(from !== undefined, (query) => query.where('entry.day', '>=', from!))
    .$if(to !== undefined, (query) => query.where('entry.day', '<=', endOf(to!)))
  const rows = await entries
    .innerJoin('documents', 'documents.id', 'entry.document_id')
    .select([
      'entry.document_id as documentId',
      'documents.kind',
      'entry.day',
      'entry.counterparty_id as counterpartyId',
      'entry.currency',
      'entry.amount',
      'documents.undoes',
    ])
    .orderBy('entry.day', 'desc')
    .orderBy('entry.document_id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  const { total } = await entries
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}
