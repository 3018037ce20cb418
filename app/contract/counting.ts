import { z } from 'zod'
import { grouping } from '../criteria.ts'

/** What is asked and answered about many records at once, the same for every kind of record. */

const value = z.union([z.string(), z.number(), z.null()])

/** How records are put together; every area adds its filter. */
export const groupsRequest = z.object({
  by: z.array(grouping).min(1).max(3),
  /** Fields with numbers or money that are added up in each group. */
  totals: z.array(z.string().max(100)).max(10).default([]),
  limit: z.number().int().min(1).max(5000).default(500),
  /** In the order of their keys, or the one with the most records first. */
  first: z.enum(['key', 'most']).default('key'),
})
export type GroupsRequest = z.infer<typeof groupsRequest>

/** Money is never added across currencies: one sum for each. */
export const groupSum = z.object({ field: z.string(), currency: z.string().optional(), sum: z.number() })
export type GroupSum = z.infer<typeof groupSum>

export const groups = z.object({
  /** Records in all groups together, and their totals. */
  count: z.number().int(),
  totals: z.array(groupSum),
  /** How many groups there are, where only the first `limit` came. */
  groupCount: z.number().int(),
  /** A key as `by` has it; a year YYYY, a month YYYY-MM, a day YYYY-MM-DD; null: empty. */
  groups: z.array(z.object({ key: z.array(value), count: z.number().int(), totals: z.array(groupSum) })),
})
export type Groups = z.infer<typeof groups>

/** The values of one field; every area adds its filter, whose conditions on the field itself do not count. */
export const choicesRequest = z.object({
  field: z.string().max(100),
  /** Part of the value, where it is a word. */
  text: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(2000).default(200),
})
export type ChoicesRequest = z.infer<typeof choicesRequest>

export const choices = z.object({
  /** How many different values there are. */
  total: z.number().int(),
  choices: z.array(z.object({ value, count: z.number().int() })),
})
export type Choices = z.infer<typeof choices>

/** Which stretch of a list. */
export const stretch = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})
