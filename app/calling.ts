import { z } from 'zod'
import { nextPermitted, permittedHours, usualHours } from './permittedHours.ts'

/** How a call of a list ended, in the order of the keys 1 to 6. */
export const callResults = ['reached', 'no_answer', 'busy', 'call_back', 'refused', 'wrong_number'] as const
export type CallResult = (typeof callResults)[number]

const minutes = z.number().int().min(1).max(20_160)

/** By what rule somebody who was not reached is called once more. */
export const callRules = z.object({
  /** Never more often than this; what was agreed on does not count. */
  attempts: z.number().int().min(1).max(20),
  /** Minutes between one attempt and the next. */
  pauses: z.object({ no_answer: minutes, busy: minutes }),
  hours: permittedHours,
})
export type CallRules = z.infer<typeof callRules>

export const usualRules: CallRules = {
  attempts: 3,
  pauses: { no_answer: 120, busy: 15 },
  hours: usualHours,
}

export interface Attempted {
  readonly result: CallResult
  /** How often it has been tried now, this time included. */
  readonly attempts: number
  readonly at: number
  /** Of `call_back`: when the client wants to be called. */
  readonly callBackAt: number | null
  /** Time zones of whom was called. */
  readonly zones: readonly string[]
}

/** What follows from a result: finished with them, or not before a moment. */
export function afterAttempt(
  rules: CallRules,
  { result, attempts, at, callBackAt, zones }: Attempted,
): { readonly done: true } | { readonly done: false; readonly nextAt: number; readonly agreed: boolean } {
  if (result === 'call_back') return { done: false, nextAt: callBackAt ?? at, agreed: true }
  if ((result !== 'no_answer' && result !== 'busy') || attempts >= rules.attempts) return { done: true }
  const pause = rules.pauses[result] * 60_000
  return { done: false, nextAt: nextPermitted(rules.hours, at + pause, zones), agreed: false }
}
