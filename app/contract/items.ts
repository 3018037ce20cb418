import { z } from 'zod'
import { itemKinds } from '../items.ts'
import { longest } from './clients.ts'
import { money } from './lists.ts'
import { command, read } from './procedure.ts'

const line = (most: number) => z.string().trim().max(most)
const id = z.number().int().positive()
/** Thousandths of a unit. */
const quantity = z.number().int().min(1).max(1_000_000_000_000)
const price = money.extend({ amount: z.number().int().min(0).max(1_000_000_000_000_000) })
const unit = line(40).min(1)

export const itemName = z.object({
  text: line(longest.name).min(1),
  /** BCP 47; absent where nobody said. */
  language: z.string().max(35).optional(),
})

/** What an item is counted in: a known unit or the office's own word, and how many thousandths of the first it is. */
export const itemUnit = z.object({ unit, factor: quantity })
export const itemBarcode = z.object({ code: line(longest.code).min(1), unit })
/** Of one unit, by a price list, from a day on. */
export const itemPrice = z.object({ listId: id, unit, since: z.iso.date(), price })
export type ItemPrice = z.infer<typeof itemPrice>

/** What stands on an item's card. */
export const itemDraft = z.object({
  kind: z.enum(itemKinds),
  names: z.array(itemName).min(1).max(20),
  code: line(longest.code).default(''),
  /** By which scales know it. */
  plu: z.number().int().min(1).max(999_999).nullable().default(null),
  groupId: id.nullable().default(null),
  /** The first is the one that stock counts by: a thousand thousandths of itself. */
  units: z
    .array(itemUnit)
    .min(1)
    .max(20)
    .refine(
      (units) => units[0]?.factor === 1000 && new Set(units.map((one) => one.unit)).size === units.length,
    ),
  barcodes: z.array(itemBarcode).max(100).default([]),
  prices: z.array(itemPrice).max(500).default([]),
  characteristics: z
    .array(z.object({ name: line(longest.short).min(1), value: line(longest.line).min(1) }))
    .max(100)
    .default([]),
  /** Hundredths of a percent. */
  tax: z.number().int().min(0).max(10_000).nullable().default(null),
  /** How much should always be there, in thousandths of the first unit. */
  least: quantity.nullable().default(null),
  /** What one usually costs to buy. Absent for whoever may not see it; then it stays. */
  cost: price.nullable().optional(),
  notes: z.string().max(longest.note).default(''),
  /** What a set is made of, in thousandths of the first unit of each. */
  parts: z
    .array(z.object({ itemId: id, quantity }))
    .max(200)
    .default([]),
})
export type ItemDraft = z.infer<typeof itemDraft>

export const itemCard = itemDraft.extend({
  id,
  parts: z.array(z.object({ itemId: id, quantity, name: z.string() })),
  revision: z.number().int(),
  createdAt: z.number(),
  changedAt: z.number(),
  /** In the bin since; null for one in use. */
  binnedAt: z.number().nullable(),
})
export type ItemCard = z.infer<typeof itemCard>

/** One row of the table, and what is shown of an item that was looked for. */
export const itemRow = z.object({
  id,
  kind: z.enum(itemKinds),
  /** In the reader's language where it has one. */
  name: z.string(),
  otherNames: z.array(z.string()),
  code: z.string(),
  groupId: id.nullable(),
  /** The first, by which stock counts. */
  unit: z.string(),
  barcodes: z.array(z.string()),
  /** Of the first unit today, by the list that was asked for, otherwise the office's first. */
  price: money.nullable(),
  tax: z.number().int().nullable(),
  /** Absent for whoever may not see it. */
  cost: money.nullable().optional(),
})
export type ItemRow = z.infer<typeof itemRow>

/** What a code stands for. */
export const scannedItem = z.object({
  item: itemRow,
  unit: z.string(),
  /** Thousandths of the item's first unit that one such unit is. */
  factor: z.number().int(),
  /** How many of `unit` the code says, in thousandths: a weight, a count, otherwise one. */
  quantity: z.number().int(),
  /** Of one `unit` today. */
  price: money.nullable(),
  /** For everything on the label, where a scale or the code says it. */
  total: money.nullable(),
  batch: z.string().optional(),
  serial: z.string().optional(),
  /** YYYY-MM-DD. */
  bestBefore: z.string().optional(),
})
export type ScannedItem = z.infer<typeof scannedItem>

export const itemGroup = z.object({
  id,
  parentId: id.nullable(),
  name: z.string(),
  /** Language tag → name. */
  names: z.record(z.string(), z.string()),
})
export type ItemGroup = z.infer<typeof itemGroup>

export const itemFilter = z.object({
  text: line(200).default(''),
  /** A group and all below it. */
  groupId: id.optional(),
  kind: z.enum(itemKinds).optional(),
  binned: z.boolean().default(false),
})
export type ItemFilter = z.infer<typeof itemFilter>

export const itemOrders = ['name', 'code', 'changed'] as const

/** Goods, services and sets. */
export const items = {
  page: read('items.see')
    .input(
      z.object({
        filter: itemFilter.prefault({}),
        order: z
          .object({ field: z.enum(itemOrders), descending: z.boolean() })
          .default({ field: 'name', descending: false }),
        offset: z.number().int().min(0).max(10_000_000).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(itemRow) })),
  /** By any part of a name, the beginning of a code or barcode; the best first. `listId`: whose prices. */
  find: read('items.see')
    .input(
      z.object({
        text: line(200),
        listId: id.optional(),
        limit: z.number().int().min(1).max(100).default(20),
      }),
    )
    .output(z.array(itemRow)),
  /** What a scanner's code stands for; null where no item has it. */
  byCode: read('items.see')
    .input(z.object({ code: z.string().trim().min(1).max(500), listId: id.optional() }))
    .output(scannedItem.nullable()),
  card: read('items.see').input(z.object({ id })).output(itemCard),
  /** CODE_TAKEN where another item in use has one of its codes. */
  create: command('items.edit').input(itemDraft).output(itemCard),
  save: command('items.edit')
    .input(z.object({ id, revision: z.number().int(), draft: itemDraft }))
    .output(itemCard),
  bin: command('items.edit')
    .input(z.object({ ids: z.array(id).min(1).max(500), binned: z.boolean() }))
    .output(z.null()),
  /** The tree of groups. */
  groups: read('items.see').output(z.array(itemGroup)),
  /** BAD_VALUE where it would stand under itself. */
  saveGroup: command('items.edit')
    .input(
      z.object({
        id: id.optional(),
        parentId: id.nullable(),
        name: line(200).min(1),
        names: z.record(z.string().max(35), line(200).min(1)).default({}),
      }),
    )
    .output(itemGroup),
  /** What was in it is in the one above. */
  removeGroup: command('items.edit').input(z.object({ id })).output(z.null()),
}
