import { z } from 'zod'
import { callResults } from '../calling.ts'
import { voiceResults } from '../voice.ts'
import { callOutcomes } from '../calls.ts'
import { callDirections } from './calls.ts'
import { operation } from './log.ts'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()
const text = z.string().trim().min(1).max(5000)
/** YYYY-MM-DD */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** What somebody wrote down: a remark, that they spoke with the client, what is to be done next. */
export const remarkKinds = ['remark', 'contact', 'step'] as const
export type RemarkKind = (typeof remarkKinds)[number]

export const remark = z.object({
  id,
  about: z.enum(remarkKinds),
  text: z.string(),
  /** Of a step: when it is to be done. */
  due: day.nullable(),
  doneAt: z.number().nullable(),
  /** Since when its words are others than at first. */
  changedAt: z.number().nullable(),
  pinned: z.boolean(),
  /** Written by the reader, who alone may change its words. */
  own: z.boolean(),
})
export type Remark = z.infer<typeof remark>

/** What a timeline can be narrowed to. Calls, messages, sales, payments, tasks and documents come as further ones. */
export const timelineKinds = ['remark', 'call', 'change', 'series', 'import'] as const
export type TimelineKind = (typeof timelineKinds)[number]

const told = { at: z.number(), by: z.string().nullable() }
export const timelineEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remark'), ...told, remark }),
  z.object({ kind: z.literal('change'), ...told, operation }),
  /** `by`: who spoke, or made it. */
  z.object({
    kind: z.literal('call'),
    ...told,
    call: z.object({
      id,
      direction: z.enum(callDirections),
      outcome: z.enum(callOutcomes).nullable(),
      /** Milliseconds. */
      talked: z.number(),
      missed: z.boolean(),
      returnedAt: z.number().nullable(),
      note: z.string(),
    }),
  }),
  /** Calls of a list, and whatever else is sent out to many. */
  z.object({
    kind: z.literal('series'),
    ...told,
    series: z.discriminatedUnion('what', [
      z.object({
        what: z.literal('attempt'),
        id,
        list: z.string(),
        result: z.enum(callResults),
        note: z.string(),
      }),
      z.object({
        what: z.literal('voice'),
        id,
        message: z.string(),
        /** Null while it is on the line. */
        result: z.enum(voiceResults).nullable(),
      }),
    ]),
  }),
  z.object({ kind: z.literal('import'), ...told, import: z.object({ id, file: z.string() }) }),
])
export type TimelineEntry = z.infer<typeof timelineEntry>

/** How far each source has been read: its last id. */
export const timelinePlace = z.record(z.string().max(30), z.number().int())
export type TimelinePlace = z.infer<typeof timelinePlace>

export const timeline = {
  /** A stretch of everything that happened with a client, the latest first, of the cards merged into it too. */
  page: read('clients.see')
    .input(
      z.object({
        id,
        kinds: z.array(z.enum(timelineKinds)).optional(),
        /** Where the stretch before ended. */
        after: timelinePlace.optional(),
        limit: z.number().int().min(1).max(100).default(30),
      }),
    )
    .output(
      z.object({
        /** Pinned remarks, with the first stretch only. */
        pinned: z.array(timelineEntry),
        entries: z.array(timelineEntry),
        /** Null at the end. */
        next: timelinePlace.nullable(),
      }),
    ),
  /** The few facts that say where one stands with a client. Areas add theirs; what is not known is absent. */
  figures: read('clients.see')
    .input(z.object({ id }))
    .output(
      z.object({
        lastContact: z.object({ at: z.number(), by: z.string().nullable() }).optional(),
        nextStep: z.object({ remark: id, text: z.string(), due: day.nullable() }).optional(),
      }),
    ),
  write: command('clients.edit')
    .input(
      z.object({ id, about: z.enum(remarkKinds).default('remark'), text, due: day.nullable().default(null) }),
    )
    .output(z.object({ remark: id })),
  /**
   * Only its author changes the words, removes it or brings it back (NOT_AUTHOR). Anybody who may change the client
   * pins it, or says that a step is done.
   */
  change: command('clients.edit')
    .input(
      z.object({
        remark: id,
        text: text.optional(),
        due: day.nullable().optional(),
        pinned: z.boolean().optional(),
        done: z.boolean().optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(z.null()),
}
