import { z } from 'zod'
import { logAreas } from '../logAreas.ts'
import { stretch } from './counting.ts'
import { read } from './procedure.ts'

/** One changed field, before and after, as text a person can read; hidden fields are left out. */
export const change = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })

export const operation = z.object({
  id: z.number().int(),
  at: z.number(),
  by: z.string().nullable(),
  /** Name or address of the computer. */
  seat: z.string(),
  /** The procedure, as area.name. */
  action: z.string(),
  subject: z.object({ type: z.string(), id: z.number().int(), name: z.string() }).nullable(),
  changes: z.array(change),
})
export type Operation = z.infer<typeof operation>

/** By what lines of the log are put together: the day here at the office, the person, the area, the action. */
export const logGroupings = ['when', 'who', 'area', 'what'] as const
export type LogGrouping = (typeof logGroupings)[number]

const narrowed = z.object({
  /** Part of a person's, a subject's or an action's name. */
  text: z.string().max(200).optional(),
  userId: z.number().int().optional(),
  action: z.string().max(60).optional(),
  from: z.number().optional(),
  to: z.number().optional(),
  /** The group they are in, level by level; `who` null: nobody was signed in, `area` null: unknown to this version. */
  within: z
    .object({
      when: z.iso.date(),
      who: z.number().int().nullable(),
      area: z.enum(logAreas).nullable(),
      what: z.string().max(60),
    })
    .partial()
    .default({}),
})

export const log = {
  page: read('log.see')
    .input(narrowed.extend(stretch.shape))
    .output(z.object({ total: z.number().int(), rows: z.array(operation) })),
  /** How many lines there are of each day (the latest first), person, area or action. */
  groups: read('log.see')
    .input(narrowed.extend({ by: z.enum(logGroupings) }))
    .output(
      z.object({
        /** In all groups together. */
        count: z.number().int(),
        groups: z.array(
          z.object({
            /** YYYY-MM-DD, a person's id, an area or an action, as `within` takes it. */
            key: z.union([z.string(), z.number(), z.null()]),
            /** Of a person. */
            name: z.string().nullable(),
            count: z.number().int(),
          }),
        ),
      }),
    ),
  /** History of one record, newest first. */
  of: read('signed-in')
    .input(z.object({ type: z.enum(['client']), id: z.number().int() }))
    .output(z.array(operation)),
}
