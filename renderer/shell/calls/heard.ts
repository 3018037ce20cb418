import type { LiveCall } from '../../../app/liveCall.ts'

/** How a call stands for the reader: at their telephone, with a colleague, over. */
export type CallPhase = 'rings' | 'talks' | 'elsewhere' | 'over'

/** A call that this page has heard of. */
export interface HeardCall {
  readonly call: LiveCall
  readonly phase: CallPhase
  /** Since when, by this computer's clock. */
  readonly since: number
  /** When it was last told, by this computer's clock: clocks of two computers differ. */
  readonly heardAt: number
  /** The reader has talked in it. */
  readonly talked: boolean
}

const phaseOf = (call: LiveCall): CallPhase =>
  call.endedAt !== null || call.partOf !== null
    ? 'over'
    : call.own === 'rings' || call.own === 'talks'
      ? call.own
      : // One's own telephone is up and the other one rings: nobody talks yet.
        call.own === 'before' && call.direction === 'outgoing' && call.answeredAt === null
        ? 'talks'
        : 'elsewhere'

/** What becomes of a call that is told once more. What was said before is not said again by a slower answer. */
export function heardAgain(before: HeardCall | undefined, call: LiveCall, now: number): HeardCall {
  if (before && before.call.at > call.at) return before
  const phase = phaseOf(call)
  return {
    call,
    phase,
    since: before?.phase === phase ? before.since : now,
    heardAt: now,
    talked: (before?.talked ?? false) || call.own === 'talks',
  }
}

/** Seconds that are talked by now, from what the office said and when it was heard here. */
export function talkedSeconds({ call, heardAt }: HeardCall, now: number): number {
  const { talkSeconds, talkingSince, at, endedAt } = call
  if (talkingSince === null || endedAt !== null) return talkSeconds
  // `talkSeconds` counts to the moment it was said.
  return talkSeconds + (now - heardAt) / 1000 + Math.max(0, (at - talkingSince) / 1000 - talkSeconds)
}

/** Seconds since the call began, while nobody has answered. */
export const waitedSeconds = ({ call, heardAt }: HeardCall, now: number): number =>
  ((call.answeredAt ?? call.at) - call.startedAt) / 1000 +
  (call.answeredAt === null && call.endedAt === null ? (now - heardAt) / 1000 : 0)
