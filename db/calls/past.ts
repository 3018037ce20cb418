import type { CallDirection, CallOutcome } from '../../app/calls.ts'
import { readCallerNumber } from '../../app/callerNumber.ts'
import { insertMany } from '../dialect.ts'
import type { Writing } from '../tables.ts'
import { settleReturned } from './missed.ts'

interface Telephone {
  readonly extension: string
  readonly userId: number
}

/** A call that is over and was never live here: of the practice base, or brought from another program. */
export interface PastCall {
  readonly direction: CallDirection
  /** The other side as the line sent it, "" for none. */
  readonly number: string
  readonly e164: string | null
  readonly clientId: number | null
  readonly line: string | null
  /** Who had it last. */
  readonly employee: Telephone | null
  readonly rang: readonly Telephone[]
  readonly transferredTo: readonly Telephone[]
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly answeredAt: number | null
  readonly endedAt: number
  readonly outcome: CallOutcome
  readonly waitMs: number
  readonly talkMs: number
  readonly note: string
  readonly missed: boolean
  /** The missed call that this one returned. */
  readonly returns: PastCall | null
}

/**
 * Writes calls, the oldest first, into a base that has none yet: the first gets the id 1. A returned call must come
 * before the one that returned it.
 */
export async function insertPastCalls(
  trx: Writing,
  exchange: number,
  country: string,
  calls: readonly PastCall[],
): Promise<void> {
  const ids = new Map(calls.map((call, index) => [call, index + 1]))
  const returns = new Map(calls.flatMap((call) => (call.returns ? [[call.returns, call] as const] : [])))
  const rows = calls.map((call) => {
    const { number, employee, line, rang, transferredTo } = call
    const back = returns.get(call)
    const outgoing = call.direction === 'outgoing'
    return [
      ids.get(call)!,
      exchange,
      `past-${ids.get(call)}`,
      call.direction,
      outgoing ? (employee?.extension ?? '') : number,
      '',
      outgoing ? number : (line ?? ''),
      number,
      readCallerNumber(number, country).ending,
      call.e164,
      line,
      call.clientId,
      employee?.userId ?? null,
      employee?.extension ?? null,
      JSON.stringify(rang.map(({ extension }) => extension)),
      JSON.stringify(transferredTo.map(({ extension }) => extension)),
      call.startedAt,
      call.answeredAt,
      call.endedAt,
      call.outcome,
      call.waitMs,
      call.talkMs,
      0,
      call.note,
      Number(call.missed),
      back?.startedAt ?? null,
      back ? ids.get(back)! : null,
      back?.employee?.userId ?? null,
    ]
  })
  await insertMany(trx, 'calls', columns, rows)
  await insertMany(
    trx,
    'call_people',
    ['call_id', 'user_id', 'rang', 'had'],
    calls.flatMap((call) => peopleOf(call).map((person) => [ids.get(call)!, ...person])),
  )
  // Whoever was spoken with later, without it being said which call that returned, waits no more.
  const waiting = calls.filter((call) => call.missed && !returns.has(call))
  await settleReturned(
    trx,
    waiting.map((call) => ids.get(call)!),
  )
}

/** Who of the office had to do with a call: rang at theirs, had it. */
function peopleOf({
  rang,
  employee,
  transferredTo,
}: PastCall): [userId: number, rang: number, had: number][] {
  const rangAt = new Set(rang.map(({ userId }) => userId))
  const had = new Set([...(employee ? [employee] : []), ...transferredTo].map(({ userId }) => userId))
  return [...new Set([...rangAt, ...had])].map((userId) => [
    userId,
    Number(rangAt.has(userId)),
    Number(had.has(userId)),
  ])
}

const columns = [
  'id', 'connection_id', 'reference', 'direction', 'from_number', 'from_name', 'to_number', 'number', 'ending',
  'e164', 'line', 'client_id', 'user_id', 'extension', 'rang', 'transferred', 'started_at', 'answered_at', 'ended_at',
  'outcome', 'wait_ms', 'talk_ms', 'voice_message', 'note', 'missed', 'returned_at', 'returned_by_call', 'returned_by',
] as const // prettier-ignore
