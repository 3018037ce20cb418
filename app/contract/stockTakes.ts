import { z } from 'zod'
import { documentProblem } from './documents.ts'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()

export const takeStates = ['going-on', 'posted', 'given-up'] as const

export const stockTake = z.object({
  id,
  warehouseId: id,
  warehouse: z.string(),
  startedAt: z.number(),
  by: z.string(),
  note: z.string(),
  state: z.enum(takeStates),
  documentId: id.nullable(),
  /** Items that should be there, and of those and others how many were counted. */
  expected: z.number().int(),
  counted: z.number().int(),
})
export type StockTake = z.infer<typeof stockTake>

export const takeLine = z.object({
  itemId: id,
  item: z.string(),
  /** Thousandths: as it stood when the counting began, and what all have counted of it; null: nobody has. */
  expected: z.number().int(),
  counted: z.number().int().nullable(),
  /** What too much or too little is worth, minor units; null without the right to see costs, or where no cost is known. */
  worth: z.number().int().nullable(),
})
export type TakeLine = z.infer<typeof takeLine>

export const takeCount = z.object({
  id,
  itemId: id,
  item: z.string(),
  quantity: z.number().int(),
  /** Whose turn of counting, in the words of whoever counts: a shelf, a terminal. */
  sitting: z.string(),
  by: z.string(),
  at: z.number(),
})
export type TakeCount = z.infer<typeof takeCount>

/** One of these a line of the office's file, or one read by hand. Below zero takes a slip back. */
const count = z.object({
  itemId: id,
  quantity: z.number().int().min(-1_000_000_000_000).max(1_000_000_000_000),
})
const sitting = z.string().trim().max(100)

/** Counting what is there: begun once, counted in several sittings by several people, compared, posted. */
export const stockTakes = {
  list: read('stock.count').output(z.array(stockTake)),
  /** Throws IN_USE where that warehouse is being counted, NOT_FOUND. */
  start: command('stock.count')
    .input(z.object({ warehouseId: id, note: z.string().trim().max(200).default('') }))
    .output(stockTake),
  /** Adds what somebody counted, to what others have. Throws NOT_FOUND, IN_USE for one that is over. */
  count: command('stock.count')
    .input(z.object({ id, sitting, counts: z.array(count).min(1).max(20_000) }))
    .output(z.object({ lines: z.number().int() })),
  /** Takes one line of counting back. */
  removeCount: command('stock.count')
    .input(z.object({ id, count: id }))
    .output(z.null()),
  /** The last that were counted, of everybody. */
  counts: read('stock.count')
    .input(z.object({ id, limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.array(takeCount)),
  /** Item by item, by name; `differing` only where it is not as expected. */
  lines: read('stock.count')
    .input(
      z.object({
        id,
        only: z.enum(['all', 'differing', 'uncounted']).default('all'),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(takeLine),
        total: z.number().int(),
        /** Of all that differs; null without the right to see costs. */
        surplus: z.number().int().nullable(),
        shortage: z.number().int().nullable(),
        currency: z.string(),
      }),
    ),
  /**
   * Posts the differences as one document of today. What nobody counted is left as it stands, or taken as missing.
   * Throws NOT_FOUND, IN_USE for one that is over, PERIOD_CLOSED.
   */
  post: command('stock.count')
    .input(z.object({ id, uncounted: z.enum(['keep', 'missing']) }))
    .output(z.union([stockTake, z.object({ problems: z.array(documentProblem) })])),
  giveUp: command('stock.count').input(z.object({ id })).output(z.null()),
}
