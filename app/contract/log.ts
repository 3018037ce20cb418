import { z } from 'zod'
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

export const log = {
  page: read('log.see')
    .input(
      z.object({
        /** Part of a person's, a subject's or an action's name. */
        text: z.string().max(200).optional(),
        userId: z.number().int().optional(),
        action: z.string().max(60).optional(),
        from: z.number().optional(),
        to: z.number().optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(operation) })),
  /** History of one record, newest first. */
  of: read('signed-in')
    .input(z.object({ type: z.enum(['client']), id: z.number().int() }))
    .output(z.array(operation)),
}
