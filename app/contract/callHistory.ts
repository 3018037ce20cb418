import { z } from 'zod'
import { callFields } from '../callFields.ts'
import { conditions, grouping, ordering } from '../criteria.ts'
import { call } from './calls.ts'
import { choices, choicesRequest, groups, groupsRequest, stretch } from './counting.ts'
import { languageTags } from '../languages.ts'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()

export const callFilter = z.object({
  /** Part of a number, or words of the client's name. */
  text: z.string().max(200).optional(),
  /** Of fields in `callFields`, all of which must hold. */
  conditions: conditions.optional(),
})
export type CallFilter = z.infer<typeof callFilter>

/** A line of the history: the call, and where its number is from. */
export const callRow = call.extend({
  /** ISO 3166-1; absent where the role does not see numbers. */
  country: z.string().nullable().optional(),
  city: z.string().nullable().optional(),
  /** Stars that the client gave, each as often as they did; absent where the role does not see ratings. */
  rating: z.array(z.number().int()).optional(),
})
export type CallRow = z.infer<typeof callRow>

export const callPageRequest = stretch.extend({
  filter: callFilter.default({}),
  /** By which fields, the first first; the earliest first where they find two equal. */
  order: ordering.default([]),
})
export type CallPageRequest = z.infer<typeof callPageRequest>

/** A stretch of time in which an exchange was not listened to. */
export const callGap = z.object({
  id,
  exchange: z.string(),
  from: z.number(),
  to: z.number(),
  /** What went on meanwhile was told afterwards. */
  filled: z.boolean(),
})
export type CallGap = z.infer<typeof callGap>

/** Somebody who could not be spoken with, however often they tried: all their calls since one last spoke. */
export const missedCaller = z.object({
  /** The latest of their calls, by which they are named. */
  callId: id,
  number: z.string().optional(),
  name: z.string(),
  client: z.object({ id, name: z.string() }).nullable(),
  line: z.string().nullable(),
  count: z.number().int(),
  firstAt: z.number(),
  lastAt: z.number(),
  /** The longest that they waited, milliseconds. */
  waited: z.number(),
  /** Who is calling them back, and since when. */
  claim: z.object({ userId: id, name: z.string(), at: z.number() }).nullable(),
})
export type MissedCaller = z.infer<typeof missedCaller>

/** When somebody is told that a missed caller still waits, and who. */
export const missedRules = z.object({
  on: z.boolean(),
  /** After the end of the call. */
  afterMinutes: z.number().int().min(1).max(480),
  /** Everybody who may call back, or the client's manager; where there is none, those who see the board of calls. */
  tell: z.enum(['everybody', 'manager']),
})
export type MissedRules = z.infer<typeof missedRules>

/** What calls that were put together come to. Durations are milliseconds, added up. */
export const callFigures = z.object({
  calls: z.number().int(),
  incoming: z.number().int(),
  outgoing: z.number().int(),
  /** Calls in which one spoke. */
  answered: z.number().int(),
  /** Incoming ones in which nobody spoke, */
  missed: z.number().int(),
  /** and of them those that wait to be returned. */
  waiting: z.number().int(),
  /** Of incoming calls. */
  wait: z.number(),
  talk: z.number(),
  /** How often clients gave stars, and how many in all; absent where the role does not see ratings. */
  rated: z.number().int().optional(),
  stars: z.number().int().optional(),
  /** Minor units by currency; absent where the role does not see costs. */
  cost: z.array(z.object({ amount: z.number().int(), currency: z.string() })).optional(),
})
export type CallFigures = z.infer<typeof callFigures>

export const callExportFormats = ['xlsx', 'csv'] as const

/** Which calls, as the history shows them, and as what. */
export const callExport = z.object({
  filter: callFilter.default({}),
  order: ordering.default([]),
  /** Of those that match only these. */
  ids: z.array(id).max(100_000).optional(),
  format: z.enum(callExportFormats),
  /** The columns, in their order. */
  fields: z
    .array(z.enum(callFields.map((field) => field.id)))
    .min(1)
    .max(50),
  /** Of headings and words. */
  language: z.enum(languageTags),
  /** Between the values of a CSV file: a semicolon where the comma is the decimal sign. */
  delimiter: z.enum([',', ';']).default(','),
})
export type CallExport = z.infer<typeof callExport>

/** The history of calls: found, ordered, put together and counted by any field; and who is still to be called back. */
export const callHistory = {
  table: read('calls.see')
    .input(callPageRequest)
    .output(z.object({ total: z.number().int(), rows: z.array(callRow) })),
  groups: read('calls.see')
    .input(groupsRequest.extend({ filter: callFilter.default({}) }))
    /** `clients`: the names of those that are keys, as far as the reader reaches them. */
    .output(groups.extend({ clients: z.array(z.object({ id, name: z.string() })) })),
  choices: read('calls.see')
    .input(choicesRequest.extend({ filter: callFilter.default({}) }))
    .output(choices.extend({ clients: z.array(z.object({ id, name: z.string() })) })),
  /** Figures of calls put together by a field, those with the most calls first (of time: in its order), and of all. */
  summary: read('calls.see')
    .input(
      z.object({
        filter: callFilter.default({}),
        by: grouping,
        limit: z.number().int().min(1).max(1000).default(100),
      }),
    )
    .output(
      z.object({
        all: callFigures,
        count: z.number().int(),
        rows: z.array(callFigures.extend({ key: z.union([z.string(), z.number(), z.null()]) })),
        clients: z.array(z.object({ id, name: z.string() })),
      }),
    ),
  /** What employees and exchanges are called, for those who stand in calls by their ids. */
  names: read('calls.see')
    .input(z.void())
    .output(
      z.object({
        people: z.array(z.object({ id, name: z.string() })),
        exchanges: z.array(z.object({ id, name: z.string() })),
      }),
    ),
  /** Makes a file of calls as they stand, of those that the person reaches; it is fetched with `exported`. */
  export: task('calls.export')
    .input(callExport)
    .output(z.object({ id: z.string(), size: z.number().int(), count: z.number().int() })),
  /** At most `exportPart` bytes from `offset` on. NOT_FOUND for another session's file, or one that is long made. */
  exported: read('calls.export')
    .input(z.object({ id: z.string(), offset: z.number().int().min(0) }))
    .output(z.file()),
  /** When nobody listened, the latest first: what happened then nobody knows. */
  gaps: read('calls.see')
    .input(z.object({ from: z.number().optional(), to: z.number().optional() }))
    .output(z.array(callGap)),
  /** Who is to be called back, the one who waits longest first. */
  missed: read('calls.see')
    .input(z.void())
    .output(z.object({ callers: z.array(missedCaller), total: z.number().int() })),
  /** How many are to be called back. */
  waiting: read('calls.see')
    .input(z.void())
    .output(z.object({ callers: z.number().int() })),
  reminders: read('telephone.edit').input(z.void()).output(missedRules),
  saveReminders: command('telephone.edit').input(missedRules).output(z.null()),
  /** "I call": so that two do not. Given up with `claimed` false; a claim ends by itself after a while. */
  claim: command('calls.dial')
    .input(z.object({ callId: id, claimed: z.boolean() }))
    .output(z.null()),
  /** Whoever called has been spoken with in another way; `returned` false takes that back. */
  returned: command('calls.edit')
    .input(z.object({ callId: id, returned: z.boolean() }))
    .output(z.null()),
}
