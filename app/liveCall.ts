import { z } from 'zod'
import { callOutcomes } from './calls.ts'

/** What a window needs to show a call that is on the line, made for one reader: nothing in it is hidden from them. */

const id = z.number().int()

/** A client whose number it is. Fields that the reader's role does not see are absent. */
export const callerClient = z.object({
  id,
  kind: z.enum(['person', 'organisation']),
  names: z.array(z.object({ text: z.string(), language: z.string().optional() })),
  photo: z.string().nullable().optional(),
  statusId: id.nullable().optional(),
  categoryId: id.nullable().optional(),
  manager: z.object({ id, name: z.string() }).nullable().optional(),
  discount: z.number().nullable().optional(),
  bonusCard: z.string().optional(),
  creditLimit: z.object({ amount: z.number(), currency: z.string() }).nullable().optional(),
  birthday: z.string().nullable().optional(),
  language: z.string().nullable().optional(),
  notes: z.string().optional(),
})
export type CallerClient = z.infer<typeof callerClient>

/** A telephone of the office, and whose it is. */
const telephone = z.object({ extension: z.string(), person: z.object({ id, name: z.string() }).nullable() })

export const liveCall = z.object({
  id,
  exchangeId: id,
  /** When this was so; the same call is told again with every change. */
  at: z.number(),
  direction: z.enum(['incoming', 'outgoing', 'internal']),
  /** The number outside; "" for none; absent where the reader's role does not see numbers of clients. */
  number: z.string().optional(),
  e164: z.string().nullable().optional(),
  /** The name that the line sent. */
  name: z.string(),
  /** The office's own number that was called. */
  line: z.string().nullable(),
  startedAt: z.number(),
  answeredAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  /** Null while it is on the line, and for a moment after `endedAt`. */
  outcome: z.enum(callOutcomes).nullable(),
  ringing: z.array(telephone),
  talking: z.array(telephone),
  /** Who has it, or had it last. */
  employee: telephone.nullable(),
  talkSeconds: z.number(),
  /** The stretch of talk that goes on, for a clock that runs. */
  talkingSince: z.number().nullable(),
  voiceMessage: z.boolean(),
  /** The reader's own telephone: rings, talks, or had to do with it before. Null: somebody else's call, for the board. */
  own: z.enum(['rings', 'talks', 'before']).nullable(),
  /** It went into another call, which is told with this id; this one is over. */
  partOf: id.nullable(),
  /** The client it is known to be. */
  clientId: id.nullable(),
  /** Clients that have this number, whom the reader reaches; at most five. */
  clients: z.array(callerClient),
})
export type LiveCall = z.infer<typeof liveCall>
