import { z } from 'zod'
import { nextPermitted, permittedHours, usualHours } from './permittedHours.ts'

/**
 * What became of a voice message to one person. `heard`: to its end; `cut_short`: answered, and hung up before it;
 * `unknown`: nobody saw the end of the call; `unwanted`: they want none.
 */
export const voiceResults = [
  'heard',
  'cut_short',
  'no_answer',
  'busy',
  'invalid_number',
  'unknown',
  'unwanted',
] as const
export type VoiceResult = (typeof voiceResults)[number]

export const voiceRules = z.object({
  /** Calls at once. */
  lines: z.number().int().min(1).max(30),
  attempts: z.number().int().min(1).max(10),
  /** Minutes between one attempt and the next. */
  pause: z.number().int().min(1).max(10_080),
  hours: permittedHours,
})
export type VoiceRules = z.infer<typeof voiceRules>

export const usualVoiceRules: VoiceRules = { lines: 2, attempts: 3, pause: 60, hours: usualHours }

/** So much may be missing at its end and it was still heard whole: exchanges and lines take their time. */
const SLACK_MS = 700

/** What an answered call was, by how long they listened. */
export const heardOf = (talkedMs: number, lengthMs: number): VoiceResult =>
  talkedMs >= lengthMs - SLACK_MS ? 'heard' : 'cut_short'

/** When somebody is tried again after a result; null where that was the end of it. */
export function nextVoiceAttempt(
  rules: VoiceRules,
  {
    result,
    attempts,
    at,
    zones,
  }: { result: VoiceResult; attempts: number; at: number; zones: readonly string[] },
): number | null {
  const again = result === 'no_answer' || result === 'busy' || result === 'unknown'
  if (!again || attempts >= rules.attempts) return null
  return nextPermitted(rules.hours, at + rules.pause * 60_000, zones)
}

/** What clients can say that they do not want. */
export const refusable = ['voice', 'sms', 'email'] as const
