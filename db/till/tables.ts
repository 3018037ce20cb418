import type { Generated } from 'kysely'

/** The tables of the counter. */
export interface TillTables {
  tills: { id: Generated<number>; name: string; folded: string; warehouse_id: number; most_percent: number }
  shifts: {
    id: Generated<number>
    till_id: number
    opened_at: number
    opened_by: number
    cash_at_open: number
    closed_at: Generated<number | null>
    closed_by: Generated<number | null>
    cash_counted: Generated<number | null>
  }
  receipts: {
    document_id: number
    number: number
    shift_id: number
    at: number
    user_id: number
    client_id: number | null
    currency: string
    total: number
    discount: number
    returns_id: number | null
    content: string
  }
  receipt_payments: { document_id: number; kind: string; amount: number }
  receipt_returns: { document_id: number; returns_id: number; line: number; quantity: number }
  held_baskets: {
    id: Generated<number>
    till_id: number
    at: number
    user_id: number
    name: string
    content: string
  }
}
