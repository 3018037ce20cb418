/** On which side of the balance an account stands, and whether its balance says what is there or what a period brought. */
export type AccountKind = 'asset' | 'liability' | 'equity' | 'income' | 'expense'

/**
 * The accounts that the program itself posts to. The numbers order them as accountants are used to: what is owned, what is
 * owed, what is the owners', what came in, what it cost.
 */
export const accounts = {
  cash: { number: 1010, kind: 'asset' },
  bank: { number: 1020, kind: 'asset' },
  /** Paid by card, not yet on the bank account. */
  cards: { number: 1030, kind: 'asset' },
  /** What clients owe; by client. */
  receivables: { number: 1100, kind: 'asset' },
  goods: { number: 1200, kind: 'asset' },
  /** Tax that suppliers took and the office gets back. */
  taxPaid: { number: 1300, kind: 'asset' },
  /** Stands between two currencies of one document, so that each of them balances. */
  exchange: { number: 1900, kind: 'asset' },
  /** What suppliers are owed; by supplier. */
  payables: { number: 2100, kind: 'liability' },
  taxDue: { number: 2200, kind: 'liability' },
  /** Bonuses that clients can pay with; by client. */
  bonuses: { number: 2300, kind: 'liability' },
  /** Gift certificates that were sold and not brought yet. */
  certificates: { number: 2310, kind: 'liability' },
  /** What was there when the program came. */
  opening: { number: 3000, kind: 'equity' },
  sales: { number: 4000, kind: 'income' },
  services: { number: 4010, kind: 'income' },
  /** Found when counting. */
  surplus: { number: 4100, kind: 'income' },
  costOfSales: { number: 5000, kind: 'expense' },
  writeOffs: { number: 5100, kind: 'expense' },
  /** Missing when counting. */
  shortage: { number: 5110, kind: 'expense' },
  /** Where goods leave or come at another cost than they stood for. */
  costDifference: { number: 5190, kind: 'expense' },
} as const satisfies Record<string, { number: number; kind: AccountKind }>

export type Account = keyof typeof accounts

/** Accounts that are kept for each counterparty apart. */
export const byCounterparty: readonly Account[] = ['receivables', 'payables', 'bonuses']
