import { z } from 'zod'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()
const day = z.iso.date()
const paging = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
}

/** How stock is valued, and whether more may leave than is there. */
export const stockRules = z.object({ method: z.enum(['average', 'fifo']), negative: z.boolean() })
export type StockRules = z.infer<typeof stockRules>

export const balance = z.object({
  itemId: id,
  item: z.string(),
  warehouseId: id,
  warehouse: z.string(),
  /** Thousandths of a unit. */
  quantity: z.number().int(),
  /** Minor units of the office's currency; null without the right to see costs. */
  value: z.number().int().nullable(),
})
export type Balance = z.infer<typeof balance>

export const balanceFilter = z.object({
  /** At the end of that day; absent: now. */
  day: day.optional(),
  warehouseId: id.optional(),
  itemId: id.optional(),
  /** A part of the item's name. */
  text: z.string().trim().max(200).optional(),
})
export type BalanceFilter = z.infer<typeof balanceFilter>

export const move = z.object({
  documentId: id,
  kind: z.string(),
  day: z.string(),
  warehouse: z.string(),
  quantity: z.number().int(),
  value: z.number().int().nullable(),
  undoes: id.nullable(),
})
export type StockMove = z.infer<typeof move>

/** What lies where: now, on any day, and by which moves. */
export const stock = {
  /** What is there or owed, by item and warehouse; `value` is the worth of all that fits, not of the page. */
  balances: read('stock.see')
    .input(balanceFilter.extend(paging))
    .output(
      z.object({
        rows: z.array(balance),
        total: z.number().int(),
        value: z.number().int().nullable(),
        currency: z.string(),
      }),
    ),
  /** Of an item, the latest first. */
  moves: read('stock.see')
    .input(
      z.object({
        itemId: id,
        warehouseId: id.optional(),
        from: day.optional(),
        to: day.optional(),
        ...paging,
      }),
    )
    .output(z.object({ rows: z.array(move), total: z.number().int() })),
  rules: read('stock.see').output(stockRules),
  /** From now on; what was posted stays as it was valued. */
  saveRules: command('warehouses.edit').input(stockRules).output(stockRules),
}
