import type { CallDirection } from './calls.ts'

/** What is asked of calls to know which missed ones were returned. Moments are milliseconds UTC. */
export interface CallForReturning {
  readonly id: number
  readonly direction: CallDirection
  readonly startedAt: number
  readonly answeredAt: number | null
  /** Somebody outside wanted to speak with the office, and nobody spoke with them. */
  readonly missed: boolean
  /** The last digits of the number outside, the last first; "" for none. */
  readonly ending: string
  readonly clientId: number | null
}

type Caller = Pick<CallForReturning, 'ending' | 'clientId'>

/** The same number, or the same client from another one. Whoever hid their number is nobody. */
export const isSameCaller = (one: Caller, other: Caller): boolean =>
  (one.ending !== '' && one.ending === other.ending) ||
  (one.clientId !== null && one.clientId === other.clientId)

/**
 * Whether a call returns a missed one: somebody of the office spoke with the caller after it, whoever of the two
 * dialled. That one tried, and nobody answered, returns nothing.
 */
export const returns = (missed: CallForReturning, other: CallForReturning): boolean =>
  missed.missed &&
  other.direction !== 'internal' &&
  other.answeredAt !== null &&
  other.startedAt >= missed.startedAt &&
  isSameCaller(missed, other)

/** The call that returned a missed one: the first in which they spoke. */
export const returnOf = <Call extends CallForReturning>(
  missed: CallForReturning,
  calls: readonly Call[],
): Call | undefined =>
  calls
    .filter((call) => returns(missed, call))
    .sort((a, b) => a.answeredAt! - b.answeredAt! || a.id - b.id)[0]

/** Calls put together by who called, the callers in the order of their first call; each call in exactly one place. */
export function byCaller<Call extends Caller>(calls: readonly Call[]): Call[][] {
  const groups: Call[][] = []
  const ofNumber = new Map<string, Call[]>()
  const ofClient = new Map<number, Call[]>()
  for (const call of calls) {
    const known = [
      call.ending === '' ? undefined : ofNumber.get(call.ending),
      call.clientId === null ? undefined : ofClient.get(call.clientId),
    ].filter((group) => group !== undefined)
    const group = known[0] ?? []
    if (known.length === 0) groups.push(group)
    const other = known[1]
    const joined = other && other !== group ? other : []
    // A client who called from two numbers is one caller, as soon as one call says so.
    for (const one of [...joined, call]) {
      group.push(one)
      if (one.ending !== '') ofNumber.set(one.ending, group)
      if (one.clientId !== null) ofClient.set(one.clientId, group)
    }
    if (joined.length > 0) joined.length = 0
  }
  return groups.filter((group) => group.length > 0)
}

/** "I call" holds so long, milliseconds: whoever forgot does not keep the others from calling. */
export const claimHolds = 30 * 60_000
