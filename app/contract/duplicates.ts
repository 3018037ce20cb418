import { z } from 'zod'
import { clientCard, clientRow } from './clients.ts'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()

/** Cards that are merged at once. */
export const mostMerged = 10

/** A score in a word. */
export const surenessOf = (score: number): 'sure' | 'likely' | 'maybe' =>
  score >= 80 ? 'sure' : score >= 55 ? 'likely' : 'maybe'

/** Why clients may be one and the same. */
export const duplicateReasons = ['phone', 'email', 'name', 'similarName'] as const

export const duplicateGroup = z.object({
  /** At least two. */
  ids: z.array(id),
  /** 0 to 100: how sure it is. */
  score: z.number().int(),
  reasons: z.array(
    z.object({
      why: z.enum(duplicateReasons),
      /** The number, the address or the name as one of the cards has it. */
      value: z.string(),
      ids: z.array(id),
    }),
  ),
})
export type DuplicateGroup = z.infer<typeof duplicateGroup>

/** The fields that have one value: where cards differ, the id of the card whose value stays. */
export const mergeChoice = z.object({
  name: id.optional(),
  kind: id.optional(),
  statusId: id.optional(),
  managerId: id.optional(),
  language: id.optional(),
  code: id.optional(),
  photo: id.optional(),
  categoryId: id.optional(),
  sourceId: id.optional(),
  priceListId: id.optional(),
  discount: id.optional(),
  bonusCard: id.optional(),
  creditLimit: id.optional(),
  birthday: id.optional(),
  /** By the id of the custom field. */
  custom: z.record(z.string(), id).optional(),
})
export type MergeChoice = z.infer<typeof mergeChoice>

const some = z.array(id).min(2).max(mostMerged)

export const duplicates = {
  /**
   * The surest groups of the whole base, and how many there are in all. Takes up to a minute at a million clients; a
   * restored backup does not wait for it but ends it.
   */
  find: task('clients.merge')
    .input(z.object({ limit: z.number().int().min(1).max(500).default(100) }))
    .output(
      z.object({
        total: z.number().int(),
        groups: z.array(duplicateGroup),
        /** Milliseconds. */
        took: z.number(),
      }),
    ),
  /** Of clients that were found, those that are still in use. */
  rows: read('clients.merge')
    .input(z.object({ ids: z.array(id).max(5000) }))
    .output(z.array(clientRow)),
  /** These are different clients: they are not shown as duplicates of each other again. */
  keepApart: command('clients.merge')
    .input(z.object({ ids: some }))
    .output(z.null()),
  /** They may be the same after all. */
  forgetApart: command('clients.merge')
    .input(z.object({ ids: some }))
    .output(z.null()),
  /** One card is kept, the others go into it. Everybody's revision is checked. */
  merge: command('clients.merge')
    .input(
      z.object({
        keep: id,
        cards: z
          .array(z.object({ id, revision: z.number().int() }))
          .min(2)
          .max(mostMerged),
        choice: mergeChoice.default({}),
      }),
    )
    .output(z.object({ merge: id, card: clientCard })),
  /** The latest merge into this card that has not been undone; `changed` where the card was changed since. */
  last: read('clients.merge')
    .input(z.object({ id }))
    .output(z.object({ merge: id, at: z.number(), changed: z.boolean() }).nullable()),
  /** Brings back every card of the latest merge into this one. Refused where the card was changed since. */
  undo: command('clients.merge')
    .input(z.object({ id, merge: id }))
    .output(clientCard),
}
