import { z } from 'zod'
import { accounts, type Account } from '../accounting/chart.ts'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const account = z.enum(Object.keys(accounts) as [Account, ...Account[]])
const currency = z.string().regex(/^[A-Z]{3}$/)
const named = z.object({ id, name: z.string() })
const amount = z.number().int()

export const trialRow = z.object({
  account,
  currency: z.string(),
  /** Minor units, above zero a debit: before the first month, and what the months brought. */
  before: amount,
  debit: amount,
  credit: amount,
})
export type TrialRow = z.infer<typeof trialRow>

export const owedRow = z.object({
  /** Null for those whom the person does not reach, put together. */
  counterparty: named.nullable(),
  currency: z.string(),
  amount,
})
export type OwedRow = z.infer<typeof owedRow>

export const entryRow = z.object({
  documentId: id,
  kind: z.string(),
  day: z.string(),
  counterparty: named.nullable(),
  currency: z.string(),
  amount,
  undoes: id.nullable(),
})
export type EntryRow = z.infer<typeof entryRow>

/** The books: what every document came to, by account. */
export const journal = {
  /** Of months, both included, from balances that posting keeps. */
  trialBalance: read('journal.see')
    .input(z.object({ from: month, to: month }))
    .output(z.array(trialRow)),
  /** Who owes the office (`receivables`), whom it owes (`payables`), whose bonuses are there. */
  owed: read('journal.see')
    .input(z.object({ account: z.enum(['receivables', 'payables', 'bonuses']) }))
    .output(z.array(owedRow)),
  /** What a number is made of, the latest first. */
  entries: read('journal.see')
    .input(
      z.object({
        account,
        currency,
        counterpartyId: id.optional(),
        from: month.optional(),
        to: month.optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(entryRow), total: z.number().int() })),
  /** What a counterparty bought, brought and owes. Throws NOT_FOUND for one that the person does not reach. */
  ofCounterparty: read('journal.see')
    .input(z.object({ id }))
    .output(
      z.array(
        z.object({
          currency: z.string(),
          /** Above zero they owe the office, below it owes them. */
          debt: amount,
          bonuses: amount,
          /** What they bought with tax, and what the office bought of them. */
          sold: amount,
          bought: amount,
        }),
      ),
    ),
  /** The last day that is closed. */
  closedUntil: read('stock.see').output(z.object({ until: z.string().nullable() })),
  /** Nothing is posted on that day or before it any more. Null opens everything again. */
  close: command('journal.close')
    .input(z.object({ until: z.iso.date().nullable() }))
    .output(z.null()),
}
