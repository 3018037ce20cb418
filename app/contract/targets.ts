import { z } from 'zod'
import { criterion, type Condition } from '../criteria.ts'
import { daysOf } from '../periods.ts'
import type { ClientFilter } from './clients.ts'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()

/** Whom a target group means: clients in use that the search finds and for whom all of it is true. */
export const criteria = z.object({ text: z.string().max(200).default(''), all: z.array(criterion).max(50) })
export type Criteria = z.infer<typeof criteria>

/** What the office is asked for criteria on a certain day (YYYY-MM-DD). */
export function filterOfCriteria({ text, all }: Criteria, today: string): ClientFilter {
  const conditions = all.map((one): Condition =>
    one.is === 'during' ? { field: one.field, is: 'between', ...daysOf(one.period, today) } : one,
  )
  return { ...(text.trim() === '' ? {} : { text }), conditions }
}

export const target = z.object({
  id,
  name: z.string(),
  criteria,
  /** Everybody in the office has it; otherwise only its maker. */
  shared: z.boolean(),
  /** Made by the person who asks. */
  own: z.boolean(),
  maker: z.string(),
})
export type Target = z.infer<typeof target>

export const targetDraft = z.object({
  /** Absent: a new one. */
  id: id.optional(),
  name: z.string().trim().min(1).max(100),
  shared: z.boolean(),
  criteria,
})
export type TargetDraft = z.infer<typeof targetDraft>

/**
 * Target groups: whom a mailing, an offer or a report is for, as criteria under a name. Nobody is put into one: who
 * fits is in it. Whoever makes one for everybody, or changes one of those, needs the right to (`targets.share`).
 */
export const targets = {
  /** Everybody's and one's own. */
  list: read('clients.see').output(z.array(target)),
  /** How many each has now, of those whom the person reaches; null where its criteria cannot be asked by them. */
  counts: read('clients.see').output(z.array(z.object({ id, count: z.number().int().nullable() }))),
  save: command('clients.see').input(targetDraft).output(target),
  remove: command('clients.see').input(z.object({ id })).output(z.null()),
}
