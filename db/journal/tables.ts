import type { Generated } from 'kysely'

/** The tables of documents, journal and stock. */
export interface JournalTables {
  branches: { id: Generated<number>; name: string; folded: string }
  warehouses: {
    id: Generated<number>
    name: string
    folded: Generated<string>
    branch_id: number | null
    retired_at: number | null
  }
  documents: {
    id: number
    kind: string
    day: string
    at: number
    user_id: number | null
    content: string
    undoes: number | null
    warehouse_id: number | null
    into_id: number | null
    counterparty_id: number | null
    currency: string | null
    total: number | null
    note: Generated<string>
  }
  document_drafts: {
    id: Generated<number>
    content: string
    user_id: number
    at: number
    revision: number
  }
  journal_entries: {
    document_id: number
    position: number
    day: string
    account: string
    counterparty_id: number | null
    currency: string
    amount: number
  }
  account_months: {
    account: string
    counterparty: number
    currency: string
    month: string
    debit: number
    credit: number
  }
  stock_moves: {
    document_id: number
    position: number
    day: string
    item_id: number
    warehouse_id: number
    quantity: number
    value: number
    source: string
  }
  stock_held: {
    item_id: number
    warehouse_id: number
    quantity: number
    value: number
    layers: string
    owed_quantity: number
    owed_value: number
    last_quantity: number
    last_value: number
  }
  closed_period: { id: number; until: string }
  stock_takes: {
    id: Generated<number>
    warehouse_id: number
    started_at: number
    user_id: number
    note: string
    document_id: number | null
    posted_at: number | null
    given_up_at: number | null
  }
  stock_take_expected: { take_id: number; item_id: number; quantity: number; value: number }
  stock_take_counts: {
    id: Generated<number>
    take_id: number
    item_id: number
    quantity: number
    sitting: string
    user_id: number
    at: number
  }
}
