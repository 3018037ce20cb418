import { z } from 'zod'
import { exchangeKinds } from '../exchanges.ts'
import { pbxProblems } from '../pbxProblems.ts'
import { read } from './procedure.ts'

/** How the connection to an exchange stands. */
export const exchangeState = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: z.enum(exchangeKinds),
  state: z.enum(['off', 'connecting', 'connected', 'waiting']),
  problem: z.enum(pbxProblems).nullable(),
  /** When it will be tried again, while `waiting`. */
  retryAt: z.number().nullable(),
  /** Until when it was listened to; null where it never was. */
  heardUntil: z.number().nullable(),
})
export type ExchangeState = z.infer<typeof exchangeState>

export const telephone = {
  states: read('calls.see').output(z.array(exchangeState)),
}
