import { z } from 'zod'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()
const day = z.iso.date()
/** Thousandths of a unit. */
const quantity = z.number().int().min(1).max(1_000_000_000_000)
/** Minor units. */
const amount = z.number().int().min(0).max(1_000_000_000_000)
const currency = z.string().regex(/^[A-Z]{3}$/)

/** Documents that are written by hand; a stock-take makes its own. */
export const writtenKinds = [
  'goods-receipt',
  'write-off',
  'transfer',
  'supplier-return',
  'opening-stock',
] as const
export type WrittenKind = (typeof writtenKinds)[number]

/** Every kind that can stand in the list. */
export const documentKinds = [...writtenKinds, 'stock-take', 'sale', 'client-return', 'money'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Kinds with a supplier, prices and tax. */
export const pricedKinds: readonly WrittenKind[] = ['goods-receipt', 'supplier-return']

export const mostLines = 20_000

export const draftLine = z.object({
  itemId: id,
  quantity,
  /** Of one whole unit; of an opening balance what one is worth. No others have one. */
  price: amount.default(0),
  /** Hundredths of a percent. */
  taxRate: z.number().int().min(0).max(10_000).default(0),
  taxIncluded: z.boolean().default(false),
})
export type DraftLine = z.infer<typeof draftLine>

/** A document as it stands in the window. What is still missing is null. */
export const draftContent = z.object({
  kind: z.enum(writtenKinds),
  day,
  warehouseId: id.nullable(),
  /** Where a transfer goes. */
  intoId: id.nullable().default(null),
  supplierId: id.nullable().default(null),
  currency,
  /** So many minor units of the document's currency are so many of the office's; needed where they differ. */
  rate: z
    .object({ of: z.number().int().positive().max(1e12), into: z.number().int().positive().max(1e12) })
    .nullable()
    .default(null),
  note: z.string().trim().max(500).default(''),
  lines: z.array(draftLine).max(mostLines),
})
export type DraftContent = z.infer<typeof draftContent>

const named = z.object({ id, name: z.string() })

export const draft = z.object({
  id,
  revision: z.number().int(),
  by: z.string(),
  at: z.number(),
  content: draftContent,
  /** Of every line's item, and of the supplier where the person reaches them. */
  items: z.array(named),
  supplier: named.nullable(),
})
export type Draft = z.infer<typeof draft>

/** What is wrong with a document as a whole. */
export const wholeProblems = ['warehouse', 'into', 'same_warehouse', 'supplier', 'no_lines', 'rate'] as const
export type WholeProblem = (typeof wholeProblems)[number]

/** Why something cannot be posted; `line` counts from nought. Quantities are thousandths. */
export const documentProblem = z.discriminatedUnion('what', [
  z.object({ what: z.enum(wholeProblems) }),
  z.object({ what: z.enum(['unknown_item', 'not_goods']), line: z.number().int(), item: z.string() }),
  z.object({
    what: z.literal('shortage'),
    item: z.string(),
    itemId: id,
    asked: z.number().int(),
    there: z.number().int(),
  }),
])
export type DocumentProblem = z.infer<typeof documentProblem>

/** Posted, or everything that stands against it at once; then nothing was written. */
const posted = z.union([z.object({ id }), z.object({ problems: z.array(documentProblem) })])
export type PostResult = z.infer<typeof posted>

export const documentRow = z.object({
  id,
  kind: z.enum(documentKinds),
  day: z.string(),
  at: z.number(),
  by: z.string().nullable(),
  warehouse: z.string().nullable(),
  into: z.string().nullable(),
  counterparty: named.nullable(),
  /** Minor units; null where the kind has none, or the person does not see costs. */
  total: z.number().int().nullable(),
  currency: z.string().nullable(),
  note: z.string(),
  /** The one that this one takes back, and the one that took it back. */
  undoes: id.nullable(),
  undoneBy: id.nullable(),
})
export type DocumentRow = z.infer<typeof documentRow>

export const documentCard = documentRow.extend({
  lines: z.array(
    z.object({
      itemId: id,
      item: z.string(),
      /** Thousandths, with the sign of what it did to the warehouse in a stock-take. */
      quantity: z.number().int(),
      /** Minor units of the document's currency, of one unit and of the line with its tax; by the right to see costs. */
      price: z.number().int().nullable(),
      total: z.number().int().nullable(),
    }),
  ),
  /** What it is in the books; by the right to see them. */
  entries: z.array(
    z.object({
      account: z.string(),
      counterparty: named.nullable(),
      currency: z.string(),
      amount: z.number().int(),
    }),
  ),
})
export type DocumentCard = z.infer<typeof documentCard>

export const documentFilter = z.object({
  kind: z.enum(documentKinds).optional(),
  from: day.optional(),
  to: day.optional(),
  warehouseId: id.optional(),
  counterpartyId: id.optional(),
  /** Only those that move this item. */
  itemId: id.optional(),
})
export type DocumentFilter = z.infer<typeof documentFilter>

/** Documents of the stock: what came, went, was moved or written off. Posted ones are taken back, never changed. */
export const documents = {
  /** The latest first. */
  page: read('stock.see')
    .input(
      documentFilter.extend({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(documentRow), total: z.number().int() })),
  /** Throws NOT_FOUND. */
  card: read('stock.see').input(z.object({ id })).output(documentCard),
  /** What is being written, by anybody, the latest first. */
  drafts: read('stock.edit').output(
    z.array(z.object({ id, kind: z.enum(writtenKinds), day: z.string(), by: z.string(), at: z.number(), lines: z.number().int() })), // prettier-ignore
  ),
  draft: read('stock.edit').input(z.object({ id })).output(draft),
  /** Without an id a new one. Throws CHANGED_MEANWHILE, NOT_FOUND. */
  saveDraft: command('stock.edit')
    .input(z.object({ id: id.optional(), revision: z.number().int().optional(), content: draftContent }))
    .output(z.object({ id, revision: z.number().int() })),
  removeDraft: command('stock.edit').input(z.object({ id })).output(z.null()),
  /** Posts what is written, and takes its draft away. Throws PERIOD_CLOSED. */
  post: command('stock.edit')
    .input(z.object({ content: draftContent, draftId: id.optional() }))
    .output(posted),
  /** Takes a document back with another one, on its own day or, where that is closed, today. Throws NOT_FOUND, IN_USE, PERIOD_CLOSED. */
  undo: command('stock.edit').input(z.object({ id })).output(posted),
}
