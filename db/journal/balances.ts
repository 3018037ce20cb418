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
