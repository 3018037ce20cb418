import { z } from 'zod'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()
const name = z.string().trim().min(1).max(200)
/** Language tag → name, where the office wrote it in more than one language. */
const names = z.record(z.string().max(35), name)

/** The lists that every office has; each choice among custom fields has one of its own. */
export const listNames = ['relation', 'status', 'category', 'source', 'group', 'price'] as const
export type ListName = (typeof listNames)[number]

export const listId = z.union([z.enum(listNames), z.templateLiteral(['field.', z.int()])])
export type ListId = z.infer<typeof listId>

/** How an entry is coloured. */
export const tones = ['neutral', 'info', 'good', 'warn', 'bad'] as const

export const listEntry = z.object({
  id,
  list: listId,
  /** One of the entries the program starts with, named by the language files; null for the office's own. */
  key: z.string().nullable(),
  name: z.string(),
  names: z.record(z.string(), z.string()),
  tone: z.enum(tones),
  position: z.number().int(),
  /** Not offered any more; clients that have it keep it. */
  retired: z.boolean(),
})
export type ListEntry = z.infer<typeof listEntry>

export const fieldTypes = ['text', 'number', 'money', 'date', 'choice', 'yes-no', 'link'] as const
export type FieldType = (typeof fieldTypes)[number]

/** A field of the client card that the office defined. */
export const customField = z.object({
  id,
  /** Stays as it was made: values would not fit another. */
  type: z.enum(fieldTypes),
  name: z.string(),
  names: z.record(z.string(), z.string()),
  /** Kinds of counterparty whose cards have it; none: all cards. */
  relationIds: z.array(id),
  required: z.boolean(),
  position: z.number().int(),
  /** Not on the card any more; its values are kept. */
  retired: z.boolean(),
})
export type CustomField = z.infer<typeof customField>

export const money = z.object({
  /** Minor units of the currency. */
  amount: z.number().int(),
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type Money = z.infer<typeof money>

/**
 * What stands in a custom field: a text, a link, a date (YYYY-MM-DD), a number, yes or no, an amount, or of a choice
 * the id of its entry. Whether it fits its field, the core says (BAD_VALUE).
 */
export const customValue = z.union([z.string().trim().min(1).max(1000), z.number(), z.boolean(), money])
export type CustomValue = z.infer<typeof customValue>

/** Every list and field of the office, and how it changes them. */
export const lists = {
  /** All entries in their order, retired ones too, without lists whose field the person does not see. */
  all: read('signed-in').output(z.object({ entries: z.array(listEntry), fields: z.array(customField) })),
  /** How many clients have each entry, by its id; those that nobody has are left out. Counted in a reader. */
  uses: task('lists.edit').output(z.record(z.string(), z.number().int())),
  /** A new entry stands last. NAME_TAKEN where the list has one of that name. */
  saveEntry: command('lists.edit')
    .input(z.object({ id: id.optional(), list: listId, name, names: names.default({}), tone: z.enum(tones) }))
    .output(listEntry),
  orderEntries: command('lists.edit')
    .input(z.object({ list: listId, ids: z.array(id).max(5000) }))
    .output(z.null()),
  retireEntry: command('lists.edit')
    .input(z.object({ id, retired: z.boolean() }))
    .output(listEntry),
  /** Whoever has the one entry has the other from now on; the first is retired. In portions, so that calls go on. */
  mergeEntry: task('lists.edit')
    .input(z.object({ id, into: id }))
    .output(z.object({ merge: id, count: z.number().int() })),
  /** Gives the entry back to those who had it and have not been given another since. */
  undoMerge: task('lists.edit')
    .input(z.object({ merge: id }))
    .output(z.object({ count: z.number().int() })),
  saveField: command('lists.edit')
    .input(
      z.object({
        id: id.optional(),
        type: z.enum(fieldTypes),
        name,
        names: names.default({}),
        relationIds: z.array(id).max(100).default([]),
        required: z.boolean().default(false),
      }),
    )
    .output(customField),
  orderFields: command('lists.edit')
    .input(z.object({ ids: z.array(id).max(1000) }))
    .output(z.null()),
  retireField: command('lists.edit')
    .input(z.object({ id, retired: z.boolean() }))
    .output(customField),
}
