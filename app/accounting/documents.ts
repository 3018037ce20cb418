import type { Quantity } from '../quantity.ts'

/** What happened in the office, as it is posted. Ids are those of the base; amounts are minor units of the document's currency. */

/** Tax of a line: hundredths of a percent, in the price or on it. */
export interface Tax {
  readonly rate: number
  readonly included: boolean
}

/** A line with a price: `goods` moves stock, a service does not. */
export interface PricedLine {
  readonly item: number
  readonly goods: boolean
  readonly quantity: Quantity
  /** Of one whole unit. */
  readonly price: number
  /** Taken off the whole line, already an amount. */
  readonly discount: number
  readonly tax: Tax | null
}

/** How a receipt is paid; several ways in one. `credit` is owed by the client. */
export const paymentKinds = ['cash', 'card', 'transfer', 'bonus', 'certificate', 'credit'] as const
export type PaymentKind = (typeof paymentKinds)[number]
export interface Payment {
  readonly kind: PaymentKind
  /** What stays here: cash without the change that was given. */
  readonly amount: number
}

/** So many minor units of the document's currency (`of`) are so many of the office's (`into`). */
export interface Rate {
  readonly of: number
  readonly into: number
}

interface Priced {
  readonly currency: string
  /** Absent where it is the office's own currency. */
  readonly rate?: Rate
  readonly warehouse: number
  readonly lines: readonly PricedLine[]
}

/** Goods and their quantity, without a price. */
export interface StockLine {
  readonly item: number
  readonly quantity: Quantity
}

/** Sold at the counter or on an invoice. */
export interface Sale extends Priced {
  readonly kind: 'sale'
  readonly client: number | null
  readonly payments: readonly Payment[]
}
/** Brought back by a client; what is paid back stands in `payments`. */
export interface ClientReturn extends Priced {
  readonly kind: 'client-return'
  readonly client: number | null
  readonly payments: readonly Payment[]
}
/** Goods that a supplier brought. */
export interface GoodsReceipt extends Priced {
  readonly kind: 'goods-receipt'
  readonly supplier: number
}
export interface SupplierReturn extends Priced {
  readonly kind: 'supplier-return'
  readonly supplier: number
}
export interface WriteOff {
  readonly kind: 'write-off'
  readonly warehouse: number
  readonly lines: readonly StockLine[]
}
export interface Transfer {
  readonly kind: 'transfer'
  readonly warehouse: number
  readonly into: number
  readonly lines: readonly StockLine[]
}
/** Differences of a stock-take: above zero what was found, below what is missing. */
export interface StockTake {
  readonly kind: 'stock-take'
  readonly warehouse: number
  readonly lines: readonly StockLine[]
}
/** What was there when the program came, in the office's currency. */
export interface OpeningStock {
  readonly kind: 'opening-stock'
  readonly warehouse: number
  readonly lines: readonly (StockLine & { readonly value: number })[]
}
/** Money that a counterparty brought (`in`) or was given (`out`) outside of a sale. */
export interface MoneyMove {
  readonly kind: 'money'
  readonly direction: 'in' | 'out'
  readonly place: 'cash' | 'bank'
  readonly counterparty: number
  readonly currency: string
  readonly amount: number
}

export type Document =
  | Sale
  | ClientReturn
  | GoodsReceipt
  | SupplierReturn
  | WriteOff
  | Transfer
  | StockTake
  | OpeningStock
  | MoneyMove
