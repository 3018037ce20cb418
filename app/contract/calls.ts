import { z } from 'zod'
import { callOutcomes } from '../calls.ts'
import { callerClient, liveCall } from '../liveCall.ts'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()
export const callDirections = ['incoming', 'outgoing', 'internal'] as const

/** A person of the office, as a call names them. */
const person = z.object({ id, name: z.string() })

/** A call as the history keeps it. Moments and durations are milliseconds. */
export const call = z.object({
  id,
  /** Of which exchange. */
  exchange: z.object({ id, name: z.string() }),
  direction: z.enum(callDirections),
  /** The number outside as the line sent it or as it was dialled; "" for none; absent where the role does not see it. */
  number: z.string().optional(),
  e164: z.string().nullable().optional(),
  /** The name that the line sent. */
  name: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  /** The office's own number that was called. */
  line: z.string().nullable(),
  /** Absent where the reader does not reach the client. */
  client: z.object({ id, name: z.string() }).nullable(),
  /** Who had it, or made it. */
  employee: person.nullable(),
  extension: z.string().nullable(),
  /** Extensions that rang, in order. */
  rang: z.array(z.string()),
  transferredTo: z.array(z.string()),
  startedAt: z.number(),
  answeredAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  /** Null while it is on the line. */
  outcome: z.enum(callOutcomes).nullable(),
  waited: z.number(),
  talked: z.number(),
  voiceMessage: z.boolean(),
  recorded: z.boolean(),
  note: z.string(),
  tags: z.array(z.string()),
  missed: z.boolean(),
  /** Of a missed call: when somebody spoke with the caller after all. */
  returnedAt: z.number().nullable(),
  /** By whom, where that is known. */
  returnedBy: z.string().nullable(),
  /** Thousandths of a minor unit; null where no rate was for it, absent where the role does not see costs. */
  cost: z.object({ fine: z.number().int(), currency: z.string() }).nullable().optional(),
})
export type Call = z.infer<typeof call>

export const calls = {
  /** The history, the latest first. */
  page: read('calls.see')
    .input(
      z.object({
        clientId: id.optional(),
        /** A number in any notation. */
        number: z.string().max(60).optional(),
        from: z.number().optional(),
        to: z.number().optional(),
        /** The last call of the stretch before. */
        after: z.object({ startedAt: z.number(), id }).optional(),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ rows: z.array(call), next: z.object({ startedAt: z.number(), id }).nullable() })),
  one: read('calls.see').input(z.object({ id })).output(call),
  /** Calls on the line that concern the reader; everybody's with the right to the board. */
  live: read('calls.see').output(z.array(liveCall)),
  /** Which clients a number may be, as far as the reader reaches them. */
  whose: read('calls.see')
    .input(z.object({ number: z.string().max(60) }))
    .output(z.object({ clients: z.array(callerClient) })),
  /** What people add to a call. A client of null says that it is nobody's. */
  save: command('calls.edit')
    .input(
      z.object({
        id,
        note: z.string().max(5000).optional(),
        tags: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
        clientId: id.nullable().optional(),
      }),
    )
    .output(call),
}
