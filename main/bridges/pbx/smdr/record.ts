import { foldedNumber } from './otherSide.ts'
import type { SmdrFormat, SmdrMeaning } from './formats.ts'
import { compilePattern, type LineReader, type SmdrFields } from './pattern.ts'

/** One line, understood. Moments in milliseconds, local time of the office. */
export interface SmdrRecord {
  readonly direction: 'incoming' | 'outgoing' | 'internal' | null
  readonly mark: NonNullable<SmdrMeaning['mark']> | null
  readonly extension: string
  readonly line: string
  /** The other side. */
  readonly number: string
  readonly name: string
  /** The number of the office that was called, where it is printed. */
  readonly called: string
  /** The moment printed, and whether only to the minute. */
  readonly moment: number
  readonly minuteOnly: boolean
  readonly ringMs: number
  readonly talkMs: number
  readonly answered: boolean
  readonly voicemail: boolean
  /** The exchange's own number of the call, and whether more lines of it follow. */
  readonly callId: string
  readonly continues: boolean
}

/** What becomes of a line, for the try-it field too. */
export type ReadLine =
  | { readonly kind: 'call'; readonly fields: SmdrFields; readonly record: SmdrRecord }
  /** Fits, but tells of no call: a log-in, all lines busy. */
  | { readonly kind: 'no_call'; readonly fields: SmdrFields }
  | { readonly kind: 'strange' }

/** Reads lines of a format. `now` gives the year where none is printed. */
export function lineReader(format: SmdrFormat): (line: string, now: number) => ReadLine {
  const readers: readonly LineReader[] = format.patterns.map(compilePattern)
  return (line, now) => {
    // Start and end of a framed record, and what is left of a telnet.
    const plain = line.replace(/[\0-\b\x0e-\x1f\x7f]/g, '').trimEnd()
    for (const read of readers) {
      const fields = read(plain)
      if (!fields) continue
      const record = understood(format, fields, plain, now)
      return record ? { kind: 'call', fields, record } : { kind: 'no_call', fields }
    }
    return { kind: 'strange' }
  }
}

function understood(
  format: SmdrFormat,
  fields: SmdrFields,
  line: string,
  now: number,
): SmdrRecord | undefined {
  const meaning = { ...wordOf(format, fields.code), ...wordOf(format, fields.class) }
  const moment = momentOf(format, fields, now)
  if (meaning.mark === 'no_call' || moment === undefined) return undefined
  const parties = [fields.party1, fields.party2].filter((party) => party !== undefined)
  const phones = parties.filter((party) => /^E\d/.test(party)).map((party) => party.slice(1))
  const other = foldedNumber(fields.number ?? '', format.prefixes)
  const internal = fields.internal === '1' || other.kind === 'internal'
  const direction = internal
    ? 'internal'
    : (meaning.direction ?? other.kind ?? (fields.class ? null : 'outgoing'))
  const talkMs = milliseconds(fields.duration ?? '')
  const voicemail = parties.some((party) => /^V\d/.test(party))
  const notAnswered = meaning.mark === 'not_answered' || /NO ANSWER\s*$/.test(line)
  const avaya = parties.length > 0
  return {
    direction,
    mark: meaning.mark ?? null,
    extension: avaya ? extensionOf(phones, direction, fields) : (fields.extension ?? ''),
    line: fields.line ?? '',
    number: avaya ? outsideOf(direction, fields) : other.number,
    name: other.name,
    called: avaya ? (fields.called ?? '') : other.called,
    moment: moment.at,
    minuteOnly: moment.minuteOnly,
    ringMs: milliseconds(fields.ring ?? ''),
    talkMs,
    answered: !notAnswered && !voicemail && talkMs > 0,
    voicemail: voicemail && talkMs > 0,
    callId: fields.id ?? '',
    continues: fields.continues === '1',
  }
}

/** The telephone of the office: of an incoming call the one that was rung, of others the one that called. */
function extensionOf(
  phones: readonly string[],
  direction: SmdrRecord['direction'],
  fields: SmdrFields,
): string {
  if (direction === 'incoming') return phones[0] ?? ''
  return phones.find((phone) => phone === fields.number) ?? phones[0] ?? fields.number ?? ''
}

/** Where caller and called stand in columns of their own, the other side depends on the direction. */
function outsideOf(direction: SmdrRecord['direction'], fields: SmdrFields): string {
  if (direction === 'incoming') return fields.number ?? ''
  if (direction === 'outgoing') return fields.called ?? ''
  const phones = [fields.party1, fields.party2].flatMap((party) =>
    party && /^E\d/.test(party) ? [party.slice(1)] : [],
  )
  return phones.find((phone) => phone !== fields.number) ?? fields.called ?? ''
}

function wordOf(format: SmdrFormat, word: string | undefined): SmdrMeaning {
  return word !== undefined && Object.hasOwn(format.words, word) ? (format.words[word] ?? {}) : {}
}

function momentOf(
  format: SmdrFormat,
  fields: SmdrFields,
  now: number,
): { at: number; minuteOnly: boolean } | undefined {
  const [date = fields.date, time = fields.time] = fields.start?.split(/\s+/) ?? []
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s?([ap])?/i.exec(time ?? '')
  if (!clock) return undefined
  const today = new Date(now)
  const [year, month, day] = dateOf(format.dateOrder, date, today)
  const half = clock[4]?.toLowerCase()
  const hour = (Number(clock[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0)
  const at = new Date(year, month - 1, day, hour, Number(clock[2]), Number(clock[3] ?? 0))
  const right =
    at.getMonth() === month - 1 && at.getDate() === day && Number(clock[1]) < 24 && Number(clock[2]) < 60
  if (!right) return undefined
  // Without a year, a day that is still to come was last year's.
  if (date?.split(/[/.-]/).length === 2 && at.getTime() > now + 2 * 86_400_000) at.setFullYear(year - 1)
  return { at: at.getTime(), minuteOnly: clock[3] === undefined }
}

function dateOf(
  order: SmdrFormat['dateOrder'],
  date: string | undefined,
  today: Date,
): [number, number, number] {
  const parts = (date ?? '').split(/[/.-]/).map(Number)
  const [a = NaN, b = NaN, c] = parts
  if (date === undefined) return [today.getFullYear(), today.getMonth() + 1, today.getDate()]
  if (c === undefined) return order === 'DMY' ? [today.getFullYear(), b, a] : [today.getFullYear(), a, b]
  const full = (year: number) => (year < 100 ? 2000 + year : year)
  if (order === 'YMD') return [full(a), b, c]
  return order === 'DMY' ? [full(c), b, a] : [full(c), a, b]
}

/** "00:01'05", "5'15", "00:00:28" or seconds. */
function milliseconds(text: string): number {
  return (
    text
      .replace(/"$/, '')
      .split(/[:'′]/)
      .reduce((total, part) => total * 60 + (Number(part) || 0), 0) * 1000
  )
}
