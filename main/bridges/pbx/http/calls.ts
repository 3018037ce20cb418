/** Notifications made into calls. They come late, twice, in any order, and some never. */
import type { CallOutcome, PbxCall } from '../../../../app/calls.ts'
import type { Notification } from './notification.ts'

/** No telephone rings longer: the provider does not tell of calls that were given up. */
export const RINGS_MS = 15 * 60_000
const KEPT = 2_000

interface Told {
  call: PbxCall
  heardAt: number
}

export class HttpCalls {
  readonly #calls = new Map<string, Told>()
  readonly #changed: PbxCall[] = []

  readonly #silentMs: number

  /** `silentMs`: of a call of which nothing is told for so long, nobody saw the end. */
  constructor(silentMs: number, known: readonly PbxCall[] = []) {
    this.#silentMs = silentMs
    for (const call of known) if (call.outcome === null) this.#calls.set(call.id, { call, heardAt: call.at })
  }

  changes(): PbxCall[] {
    return this.#changed.splice(0)
  }

  hear(notification: Notification, at: number): void {
    const before = this.#calls.get(notification.id)
    const call = next(before?.call ?? begun(notification, at), notification, at)
    this.#calls.delete(call.id)
    this.#calls.set(call.id, { call, heardAt: at })
    if (!before || JSON.stringify({ ...before.call, at: 0 }) !== JSON.stringify({ ...call, at: 0 }))
      this.#changed.push(call)
    this.#forget()
  }

  /** Time goes by: calls of which nothing more was told are closed. */
  pass(at: number): void {
    for (const [id, { call, heardAt }] of this.#calls)
      if (call.outcome === null && at - heardAt >= this.#patience(call)) this.#close(id, call, heardAt, at)
  }

  finish(at: number): void {
    for (const [id, { call, heardAt }] of this.#calls)
      if (call.outcome === null) this.#close(id, call, heardAt, at)
  }

  #patience = ({ answeredAt }: PbxCall): number =>
    answeredAt === null ? Math.min(RINGS_MS, this.#silentMs) : this.#silentMs

  #close(id: string, call: PbxCall, heardAt: number, at: number): void {
    const closed = { ...ended(call, heardAt, at), outcome: 'unknown' as const }
    this.#calls.set(id, { call: closed, heardAt })
    this.#changed.push(closed)
  }

  /** Ended calls are remembered for what is told late of them. */
  #forget(): void {
    for (const [id, { call }] of this.#calls) {
      if (this.#calls.size <= KEPT) return
      if (call.outcome !== null) this.#calls.delete(id)
    }
  }
}

function begun(notification: Notification, at: number): PbxCall {
  return {
    id: notification.id,
    references: [notification.id],
    at,
    direction: notification.direction ?? 'incoming',
    from: '',
    fromName: '',
    to: '',
    startedAt: notification.startedAt ?? at,
    answeredAt: null,
    endedAt: null,
    ringing: [],
    talking: [],
    rang: [],
    answeredBy: null,
    employee: null,
    transferredTo: [],
    outcome: null,
    waitSeconds: 0,
    talkSeconds: 0,
    talkingSince: null,
    voiceMessage: false,
    recording: null,
    partOf: null,
  }
}

function next(before: PbxCall, heard: Notification, at: number): PbxCall {
  const { extension } = heard
  const direction = heard.direction ?? before.direction
  const outgoing = direction === 'outgoing'
  const over = before.outcome !== null
  const ringing = heard.kind === 'ringing' && extension !== '' && !outgoing
  const handed = heard.transferredTo !== '' ? [heard.transferredTo] : []
  const told: PbxCall = {
    ...before,
    at,
    direction,
    from: before.from || (outgoing ? extension || heard.from : heard.from),
    fromName: before.fromName || heard.fromName,
    to: before.to || heard.to,
    recording: heard.recording || before.recording,
    transferredTo: [...new Set([...before.transferredTo, ...handed])],
    ringing: ringing && !over && before.answeredAt === null ? add(before.ringing, extension) : before.ringing,
    rang:
      ringing || (heard.kind !== 'ringing' && extension !== '' && !outgoing)
        ? add(before.rang, extension)
        : before.rang,
    employee: outgoing ? (before.employee ?? (extension || null)) : before.employee,
  }
  if (heard.kind === 'ringing') return told
  if (heard.kind === 'transferred') return { ...told, employee: heard.transferredTo || told.employee }
  if (heard.kind === 'answered') return over ? told : answered(told, heard, heard.answeredAt ?? at)
  // Given up here, and told late after all.
  if (over && heard.kind === 'ended' && before.outcome !== 'unknown') return told
  return closed(told, heard, at)
}

function add(list: readonly string[], value: string): string[] {
  return [...new Set([...list, value])]
}

function answered(call: PbxCall, heard: Notification, moment: number): PbxCall {
  const outgoing = call.direction === 'outgoing'
  const by = outgoing ? call.to : heard.extension
  const since = call.answeredAt ?? moment
  return {
    ...call,
    answeredAt: since,
    answeredBy: call.answeredBy ?? (by || null),
    employee: outgoing ? call.employee : heard.extension || call.employee,
    ringing: [],
    talking: outgoing ? [call.from] : heard.extension === '' ? call.talking : [heard.extension],
    talkingSince: call.talkingSince ?? since,
    waitSeconds: Math.max(0, since - call.startedAt) / 1000,
  }
}

function ended(call: PbxCall, moment: number, at: number): PbxCall {
  const endedAt = Math.max(call.startedAt, moment)
  const talk = call.talkingSince === null ? call.talkSeconds : Math.max(0, endedAt - call.talkingSince) / 1000
  return {
    ...call,
    at,
    endedAt,
    ringing: [],
    talking: [],
    talkingSince: null,
    talkSeconds: talk,
    waitSeconds: call.answeredAt === null ? (endedAt - call.startedAt) / 1000 : call.waitSeconds,
  }
}

/** The end, with what the provider counted itself: its notifications come late, its seconds do not. */
function closed(call: PbxCall, heard: Notification, at: number): PbxCall {
  const spoke =
    call.answeredAt !== null ||
    heard.outcome === 'answered' ||
    (heard.outcome === null && (heard.talkSeconds ?? 0) > 0)
  const known =
    heard.endedAt ??
    (heard.startedAt !== null && heard.kind === 'complete' ? heard.startedAt + total(heard) : at)
  const whole =
    spoke && call.answeredAt === null ? answered(call, heard, known - (heard.talkSeconds ?? 0) * 1000) : call
  const end = ended(whole, known, at)
  return {
    ...end,
    talkSeconds: spoke ? (heard.talkSeconds ?? end.talkSeconds) : 0,
    waitSeconds: heard.ringSeconds ?? end.waitSeconds,
    outcome: outcomeOf(end, heard, spoke),
  }
}

function total(heard: Notification): number {
  return ((heard.ringSeconds ?? 0) + (heard.talkSeconds ?? 0)) * 1000
}

function outcomeOf(call: PbxCall, heard: Notification, spoke: boolean): CallOutcome {
  if (spoke) return 'answered'
  const said = heard.outcome ?? 'missed'
  return call.direction === 'outgoing' && said === 'missed' ? 'no_answer' : said
}
