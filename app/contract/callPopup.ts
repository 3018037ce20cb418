import { z } from 'zod'
import { callOutcomes } from '../calls.ts'
import { task, read } from './procedure.ts'

const id = z.number().int().positive()

/** What one likes to know while the telephone rings. What the reader's role does not see is absent. */
export const callAbout = z.object({
  /** Where the number belongs by its digits. */
  place: z
    .object({
      /** ISO 3166-1 alpha-2. */
      country: z.string().nullable(),
      place: z.string().nullable(),
      operator: z.string().nullable(),
    })
    .nullable(),
  /** How often this number called since midnight, this call among them. */
  today: z.number().int(),
  /** The last calls with this number before this one. */
  calls: z.array(
    z.object({
      id,
      direction: z.enum(['incoming', 'outgoing', 'internal']),
      startedAt: z.number(),
      /** Milliseconds. */
      talked: z.number(),
      outcome: z.enum(callOutcomes).nullable(),
      by: z.string().nullable(),
      note: z.string(),
    }),
  ),
  /** Of each client it may be. */
  clients: z.array(
    z.object({
      id,
      /** When somebody last spoke with them, by telephone or otherwise. */
      lastContact: z.object({ at: z.number(), by: z.string().nullable() }).optional(),
      /** What is still to be done, the most urgent first. */
      steps: z.array(z.object({ remark: id, text: z.string(), due: z.string().nullable() })).optional(),
    }),
  ),
})
export type CallAbout = z.infer<typeof callAbout>

/** Calls to practise with; see PracticeScene of the practice exchange. */
export const practiceScenes = ['known', 'unknown', 'anonymous', 'two', 'group', 'missed'] as const
export type PracticeSceneName = (typeof practiceScenes)[number]

/** The moment of the call. */
export const callPopup = {
  /** More of a call than its event says at once. NOT_FOUND where it does not concern the reader. */
  about: read('calls.see')
    .input(z.object({ call: id }))
    .output(callAbout),
  /** Lets the practice exchange ring the reader's own telephone. TELEPHONE where there is none. */
  practise: task('calls.see')
    .input(z.object({ scene: z.enum(practiceScenes) }))
    .output(z.null()),
}
