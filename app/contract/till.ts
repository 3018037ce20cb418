import { z } from 'zod'
import { paymentKinds, type PaymentKind } from '../accounting/documents.ts'
import type { Quantity } from '../quantity.ts'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()
const moment = z.number().int()
/** Minor units of the office's currency. */
const amount = z.number().int().min(0).max(10_000_000_000_000)
/** Hundredths of a percent. */
const percent = z.number().int().min(0).max(10_000)

/** Lines of one receipt. */
export const mostLines = 500

/** A till: a drawer with money, at a warehouse whose goods it sells. */
export const tillRow = z.object({
  id,
  name: z.string(),
  warehouse: id,
  warehouseName: z.string(),
  /** The most that a cashier takes off by hand. */
  mostPercent: percent,
  /** The shift that is open. */
  shift: z.object({ id, openedAt: moment, by: z.string() }).nullable(),
})
export type Till = z.infer<typeof tillRow>

const soldLine = z.object({
  item: id,
  quantity: z
    .number()
    .int()
    .min(1)
    .max(99_999_999)
    .transform((whole) => whole as Quantity),
  /** Where the cashier gave it another one than the price list, by right. */
  price: amount.optional(),
  percent,
})

export const basketAsked = z.object({
  lines: z.array(soldLine).min(1).max(mostLines),
  percent,
  client: id.nullable(),
})

export type BasketAsked = z.infer<typeof basketAsked>

/** Ways of paying that a till takes: bonuses and certificates come with their own rules. */
export const tillPayments = ['cash', 'card', 'transfer', 'credit'] as const satisfies PaymentKind[]

const payments = z.array(z.object({ kind: z.enum(tillPayments), amount: amount.min(1) })).max(20)

/** What stands on a receipt: kept as it was printed, whatever becomes of items and clients. */
export const receiptContent = z.object({
  lines: z.array(
    z.object({
      item: id,
      name: z.string(),
      unit: z.string(),
      goods: z.boolean(),
      quantity: z.number().int(),
      price: amount,
      discount: amount,
      tax: z.object({ rate: z.number().int(), included: z.boolean() }).nullable(),
      total: amount,
    }),
  ),
  net: amount,
  tax: amount,
  given: payments,
  change: amount,
})
export type ReceiptContent = z.infer<typeof receiptContent>

const receiptRow = z.object({
  id,
  number: z.number().int(),
  at: moment,
  cashier: z.string(),
  client: z.object({ id, name: z.string() }).nullable(),
  currency: z.string(),
  /** Below zero where goods came back. */
  total: z.number().int(),
  /** Of which receipt goods came back. */
  returns: z.number().int().nullable(),
})
export type ReceiptRow = z.infer<typeof receiptRow>

export const receipt = receiptRow.extend({
  till: z.string(),
  content: receiptContent,
  /** What of each line has come back already, in thousandths, in their order. */
  returned: z.array(z.number().int()),
})
export type Receipt = z.infer<typeof receipt>

/** What a shift has brought so far (X), or brought (Z). */
export const shiftReport = z.object({
  id,
  till: z.string(),
  currency: z.string(),
  openedAt: moment,
  openedBy: z.string(),
  closedAt: moment.nullable(),
  closedBy: z.string().nullable(),
  sales: z.object({ receipts: z.number().int(), total: z.number().int() }),
  returns: z.object({ receipts: z.number().int(), total: z.number().int() }),
  discounts: z.number().int(),
  /** What stayed in the till, by kind: sales less returns. */
  payments: z.array(z.object({ kind: z.enum(paymentKinds), amount: z.number().int() })),
  cashAtOpen: amount,
  /** What should lie in the drawer. */
  cashExpected: z.number().int(),
  cashCounted: amount.nullable(),
})
export type ShiftReport = z.infer<typeof shiftReport>

const held = z.object({ id, at: moment, by: z.string(), name: z.string(), lines: z.number().int() })

/** Goods as the counter sells them: a price of one whole unit of the office's currency; null where there is none today. */
export const offered = z.object({
  item: id,
  name: z.string(),
  unit: z.string(),
  /** A service moves no stock. */
  goods: z.boolean(),
  price: amount.nullable(),
  tax: z.object({ rate: z.number().int(), included: z.boolean() }).nullable(),
})
export type Offered = z.infer<typeof offered>

/** The counter: tills, their shifts and what is sold at them. */
export const till = {
  list: read('till.sell').output(z.array(tillRow)),
  /** Throws NAME_TAKEN, NOT_FOUND. */
  save: command('till.edit')
    .input(
      z.object({
        id: id.optional(),
        name: z.string().trim().min(1).max(60),
        /** Absent: the office's first. */
        warehouse: id.optional(),
        mostPercent: percent,
      }),
    )
    .output(tillRow),
  /** What these goods cost now, for this client where there is one. Those that are not sold any more are left out. */
  offers: read('till.sell')
    .input(z.object({ items: z.array(id).max(mostLines), priceList: id.nullable() }))
    .output(z.array(offered)),
  /** Begins a shift with what lies in the drawer. Throws IN_USE where one is open. */
  openShift: command('till.sell')
    .input(z.object({ till: id, cash: amount }))
    .output(tillRow),
  /** Throws NOT_FOUND. */
  report: read('till.sell')
    .input(z.object({ shift: id }))
    .output(shiftReport),
  /** Ends a shift with what was counted; what differs stays on the report. Throws NOT_FOUND, IN_USE where it is closed. */
  closeShift: command('till.sell')
    .input(z.object({ shift: id, cash: amount }))
    .output(shiftReport),
  /**
   * Sells a basket: posts it whole, or nothing. `total` is what the cashier saw. Throws SHIFT_CLOSED, PRICE_CHANGED,
   * DISCOUNT_LIMIT, NOT_PAID, SHORTAGE, NOT_FOUND, PERIOD_CLOSED.
   */
  sell: command('till.sell')
    .input(z.object({ shift: id, basket: basketAsked, given: payments, total: amount }))
    .output(receipt),
  /** Takes back lines of a receipt, for money by the kinds given. Throws SHIFT_CLOSED, MORE_THAN_SOLD, NOT_PAID. */
  giveBack: command('till.return')
    .input(
      z.object({
        shift: id,
        receipt: id,
        lines: z
          .array(z.object({ at: z.number().int().min(0), quantity: z.number().int().min(1) }))
          .min(1)
          .max(mostLines)
          .refine((lines) => new Set(lines.map(({ at }) => at)).size === lines.length),
        kind: z.enum(tillPayments),
      }),
    )
    .output(receipt),
  /** Receipts of a shift, or one by its number; the latest first. */
  receipts: read('till.sell')
    .input(
      z.object({
        shift: id.optional(),
        number: z.number().int().positive().optional(),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(receiptRow)),
  /** Throws NOT_FOUND. */
  receipt: read('till.sell').input(z.object({ id })).output(receipt),
  /** Puts a basket aside for a client who forgot the purse. */
  hold: command('till.sell')
    .input(z.object({ till: id, name: z.string().trim().max(60), basket: basketAsked }))
    .output(held),
  held: read('till.sell')
    .input(z.object({ till: id }))
    .output(z.array(held)),
  /** Takes a basket that was put aside. Throws NOT_FOUND. */
  takeHeld: command('till.sell').input(z.object({ id })).output(basketAsked),
}
