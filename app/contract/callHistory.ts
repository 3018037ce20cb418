import { z } from 'zod'
import { conditions, ordering } from '../criteria.ts'
import { call } from './calls.ts'
import { choices, choicesRequest, groups, groupsRequest, stretch } from './counting.ts'
import { command, read } from './procedure.ts'

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
  /** When nobody listened, the latest first: what happened then nobody knows. */
  gaps: read('calls.see')
    .input(z.object({ from: z.number().optional(), to: z.number().optional() }))
    .output(z.array(callGap)),
  /** Who is to be called back, the one who waits longest first. */
  missed: read('calls.see')
    .input(z.void())
    .output(z.object({ callers: z.array(missedCaller), total: z.number().int() })),
  /** "I call": so that two do not. Given up with `claimed` false; a claim ends by itself after a while. */
  claim: command('calls.dial')
    .input(z.object({ callId: id, claimed: z.boolean() }))
    .output(z.null()),
  /** Whoever called has been spoken with in another way; `returned` false takes that back. */
  returned: command('calls.edit')
    .input(z.object({ callId: id, returned: z.boolean() }))
    .output(z.null()),
}
