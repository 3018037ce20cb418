/**
 * Printed lines made into calls. A line tells of a whole call or of one telephone's part in it; parts are joined by
 * the exchange's number of the call, or by line and number where one part begins as the other ends.
 */
import type { CallOutcome, PbxCall } from '../../../../app/calls.ts'
import type { SmdrFormat } from './formats.ts'
import { lineReader, type ReadLine, type SmdrRecord } from './record.ts'

/** Clocks print whole minutes, and a telephone rings before it takes a call over. */
const JOIN_MS = 180_000
/** A call that rang and of which nothing more was printed. */
const FORGOTTEN_MS = 4 * 3_600_000
/** A line printed so long after its moment had been waiting in the exchange: it is no call of now. */
const LATE_MS = 150_000
const KEPT = 500

interface Part {
  readonly record: SmdrRecord
  readonly startedAt: number
  readonly endedAt: number
}

interface Printed {
  readonly id: string
  readonly key: string
  parts: Part[]
  /** Ringing or talking at this moment, by what was printed. */
  open: boolean
  heardAt: number
}

export class SmdrCalls {
  readonly #read: (line: string, now: number) => ReadLine
  readonly #format: SmdrFormat
  #calls: Printed[] = []
  #repeats = new Map<string, number>()
  #changed: PbxCall[] = []
  /** How many lines were calls, and how many nobody could read, since the connection was made. */
  counted = { read: 0, strange: 0 }

  constructor(format: SmdrFormat) {
    this.#format = format
    this.#read = lineReader(format)
  }

  changes(): PbxCall[] {
    return this.#changed.splice(0)
  }

  /** A connection was made: lines that the exchange sends again are told from calls that look the same. */
  connected(): void {
    this.#repeats.clear()
    this.counted = { read: 0, strange: 0 }
  }

  /** `live`: it came now, at `at`; of a recording only what is printed counts. */
  take(line: string, at: number, live: boolean): void {
    if (line.trim() === '') return
    const read = this.#read(line, at)
    if (read.kind === 'strange') this.counted.strange++
    if (read.kind !== 'call') return
    this.counted.read++
    const part = timed(this.#format, read.record, live ? at : null)
    const call = this.#callFor(read.record, part, line.trim())
    this.#put(call, part, at)
    this.#tell(call, at)
    this.#forget(at)
  }

  /** Nothing more will come: what is open is closed. */
  finish(at: number): void {
    for (const call of this.#calls) if (call.open) this.#close(call, at)
  }

  #callFor(record: SmdrRecord, part: Part, line: string): Printed {
    const key = record.callId === '' ? `${record.line}|${record.number}` : `#${record.callId}`
    const same = this.#calls.findLast((call) => this.#continues(call, key, record, part))
    if (same) return same
    const name = `${this.#format.id}:${record.callId === '' ? line.replace(/\s+/g, ' ') : `${record.callId}@${record.moment}`}`
    const count = this.#repeats.get(name) ?? 0
    this.#repeats.set(name, count + 1)
    const id = count === 0 ? name : `${name}#${count + 1}`
    // A line that is sent again after the connection broke is the same call.
    const told = this.#calls.find((call) => call.id === id)
    if (told) {
      told.parts = []
      return told
    }
    const call: Printed = { id, key, parts: [], open: false, heardAt: 0 }
    this.#calls.push(call)
    return call
  }

  #continues(call: Printed, key: string, record: SmdrRecord, part: Part): boolean {
    const last = call.parts.at(-1)
    if (!last) return false
    if (record.callId !== '')
      return call.key === key && last.record.continues && last.startedAt <= part.startedAt + JOIN_MS
    // Without a line there is nothing by which calls could be told apart.
    const sameLine = record.line !== '' && last.record.line === record.line
    const sameSide = last.record.number === record.number || record.number === '' || last.record.number === ''
    if (!sameLine || !sameSide) return false
    if (call.open && isPassing(last.record)) return part.endedAt >= last.startedAt - JOIN_MS
    const given = ['handed_on', 'handed_over'].includes(last.record.mark ?? '')
    const taken = ['taken_over', 'handed_over'].includes(record.mark ?? '')
    return (given || taken) && Math.abs(part.startedAt - last.endedAt) <= JOIN_MS
  }

  #put(call: Printed, part: Part, at: number): void {
    const last = call.parts.at(-1)
    // What was printed while it rang is part of what is printed of it at its end.
    if (last && isPassing(last.record) && !isPassing(part.record))
      call.parts = call.parts.filter((p) => !isPassing(p.record))
    call.parts.push(part)
    call.open = isPassing(part.record) || part.record.continues || part.record.mark === 'handed_on'
    call.heardAt = at
  }

  #tell(call: Printed, at: number): void {
    this.#changed.push(told(call, at))
  }

  #close(call: Printed, at: number): void {
    call.open = false
    this.#changed.push(told(call, at))
  }

  #forget(at: number): void {
    for (const call of this.#calls) if (call.open && at - call.heardAt > FORGOTTEN_MS) this.#close(call, at)
    if (this.#calls.length > KEPT) this.#calls = this.#calls.slice(-KEPT / 2)
  }
}

/** Printed while the call goes on. */
function isPassing(record: SmdrRecord): boolean {
  return record.mark === 'ringing' || record.mark === 'answered'
}

/** When the part began to ring and when it ended. Where only minutes are printed, the arrival of the line is better. */
function timed(format: SmdrFormat, record: SmdrRecord, arrived: number | null): Part {
  const length = record.ringMs + record.talkMs
  const printedEnd = format.moment === 'end' || isPassing(record) ? record.moment : record.moment + length
  const fresh = arrived !== null && Math.abs(arrived - printedEnd) <= LATE_MS
  const endedAt = fresh && (record.minuteOnly || format.moment === 'end') ? arrived : printedEnd
  return { record, endedAt, startedAt: format.moment === 'end' ? endedAt - length : endedAt - length }
}

function told(call: Printed, at: number): PbxCall {
  const parts = call.parts
  const first = parts[0] as Part
  const last = parts.at(-1) as Part
  const direction = parts.find((part) => part.record.direction !== null)?.record.direction ?? 'incoming'
  const answered = parts.find((part) => part.record.answered || part.record.mark === 'answered')
  const number = parts.find((part) => part.record.number !== '')?.record.number ?? ''
  const own = first.record.extension
  const takers = parts.filter((part) => part.record.answered).map((part) => part.record.extension)
  const employee = direction === 'incoming' ? (takers.at(-1) ?? null) : (takers.at(-1) ?? own) || null
  const answeredBy = answered ? (direction === 'incoming' ? answered.record.extension : number) || null : null
  const incoming = direction === 'incoming'
  const talkMs = parts.reduce((total, part) => total + (part.record.answered ? part.record.talkMs : 0), 0)
  const talking = call.open && last.record.mark === 'answered'
  const handedTo = takers.slice(1).filter((taker, index) => taker !== takers[index])
  return {
    id: call.id,
    references: [call.id],
    at,
    direction,
    from: incoming ? number : own,
    fromName: incoming ? (parts.find((part) => part.record.name !== '')?.record.name ?? '') : '',
    to: incoming ? parts.find((part) => part.record.called !== '')?.record.called || own : number,
    startedAt: first.startedAt,
    answeredAt: answered ? answered.startedAt + answered.record.ringMs : null,
    endedAt: call.open ? null : last.endedAt,
    ringing: call.open && last.record.mark === 'ringing' ? [last.record.extension] : [],
    talking: talking ? [last.record.extension] : [],
    rang: incoming || direction === 'internal' ? rangOf(parts, direction, number) : [],
    answeredBy,
    employee,
    transferredTo: [...new Set(handedTo)],
    outcome: call.open ? null : outcomeOf(parts, direction, answered !== undefined),
    waitSeconds: waitOf(parts, answered) / 1000,
    talkSeconds: talkMs / 1000,
    talkingSince: talking ? last.endedAt : null,
    voiceMessage: false,
    recording: null,
    partOf: null,
  }
}

function rangOf(parts: readonly Part[], direction: string, number: string): string[] {
  if (direction === 'internal') return number === '' ? [] : [number]
  return [...new Set(parts.map((part) => part.record.extension).filter((extension) => extension !== ''))]
}

function waitOf(parts: readonly Part[], answered: Part | undefined): number {
  const until = answered ? parts.indexOf(answered) + 1 : parts.length
  return parts.slice(0, until).reduce((total, part) => total + part.record.ringMs, 0)
}

function outcomeOf(parts: readonly Part[], direction: string, answered: boolean): CallOutcome {
  const last = parts.at(-1)
  if (last && isPassing(last.record)) return 'unknown'
  if (answered) return 'answered'
  if (parts.some((part) => part.record.voicemail)) return 'voicemail'
  return direction === 'outgoing' ? 'no_answer' : 'missed'
}
