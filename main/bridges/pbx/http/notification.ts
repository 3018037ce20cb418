import { createHmac, timingSafeEqual } from 'node:crypto'
import type { CallDirection, CallOutcome } from '../../../../app/calls.ts'
import type { NotificationField } from '../../../../app/exchanges.ts'
import type { HttpMapping, NotificationKind, Proof } from './mapping.ts'

/** A request as it came through the public door. */
export interface NotifyingRequest {
  /** The whole address, as the provider called it. */
  readonly url: string
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** One notification, understood. Moments in milliseconds. */
export interface Notification {
  readonly id: string
  readonly kind: NotificationKind
  readonly direction: CallDirection | null
  readonly from: string
  readonly fromName: string
  readonly to: string
  readonly extension: string
  readonly transferredTo: string
  readonly startedAt: number | null
  readonly answeredAt: number | null
  readonly endedAt: number | null
  readonly ringSeconds: number | null
  readonly talkSeconds: number | null
  readonly outcome: CallOutcome | null
  readonly recording: string
}

/** Nobody's notification is longer. */
export const LONGEST_BODY = 256 * 1024
const MOST_AT_ONCE = 500
const LONGEST_VALUE = 500

/** The fields of a body: JSON, a form, or a form with JSON in one field; undefined if it is none of these. */
export function readBody(text: string, type = ''): unknown {
  const plain = text.trim()
  if (/^[[{]/.test(plain) || type.includes('json')) {
    try {
      return JSON.parse(plain) as unknown
    } catch {
      return undefined
    }
  }
  if (!/^[^=&\s]+=/.test(plain)) return undefined
  const form = Object.fromEntries(new URLSearchParams(plain)) as Record<string, unknown>
  for (const name of ['json', 'payload', 'data']) {
    const value = form[name]
    if (typeof value === 'string' && value.startsWith('{')) return { ...form, ...(readBody(value) as object) }
  }
  return form
}

/** What stands at a path ("call.from.number") as text; "" for nothing. */
export function valueAt(body: unknown, path: string): string {
  const found = path.split('.').reduce<unknown>((value, key) => own(value, key), body)
  if (typeof found === 'number' || typeof found === 'boolean') return String(found)
  return typeof found === 'string' ? found.slice(0, LONGEST_VALUE) : ''
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

/** The notifications in a body, as the mapping says. What has no call is left out. */
export function readNotifications(mapping: HttpMapping, body: unknown): Notification[] {
  const place = mapping.list === '' ? body : mapping.list.split('.').reduce<unknown>(own, body)
  const rows: unknown[] = Array.isArray(place) ? place : [place]
  return rows.slice(0, MOST_AT_ONCE).flatMap((row) => understood(mapping, row) ?? [])
}

function understood(mapping: HttpMapping, row: unknown): Notification | undefined {
  const of = (field: NotificationField) =>
    (mapping.fields[field] ?? []).map((path) => valueAt(row, path).trim()).find((value) => value !== '') ?? ''
  const id = of('id')
  const event = named(mapping.events, of('event')) ?? mapping.events['']
  if (id === '' || event === undefined || event.kind === 'ignored') return undefined
  const direction = event.direction ?? named(mapping.directions, of('direction').toLowerCase()) ?? null
  return {
    id,
    kind: event.kind,
    direction,
    from: phone(of('from')),
    fromName: of('fromName'),
    to: phone(of('to')),
    extension: of('extension').replace(/@.*$/, ''),
    transferredTo: of('transferredTo'),
    startedAt: moment(of('startedAt')),
    answeredAt: moment(of('answeredAt')),
    endedAt: moment(of('endedAt')),
    ringSeconds: seconds(of('ringSeconds')),
    talkSeconds: seconds(of('talkSeconds')),
    outcome: named(mapping.outcomes, of('status').toLowerCase()) ?? null,
    recording: of('recording'),
  }
}

function named<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** A plus that a form took for a space; "sip:101@office" is 101. Words for "no number" stay words. */
function phone(value: string): string {
  return value.replace(/^(sip|tel):/i, '').replace(/@.*$/, '')
}

/** ISO 8601, "2026-11-22 01:29:56" (the office's time), seconds or milliseconds since 1970. */
function moment(text: string): number | null {
  if (text === '') return null
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000)
  if (/^\d{12,13}$/.test(text)) return Number(text)
  const at = Date.parse(/^\d{4}-\d{2}-\d{2} /.test(text) ? text.replace(' ', 'T') : text)
  return Number.isFinite(at) ? at : null
}

function seconds(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const parts = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(text)
  return parts ? Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) : null
}

/** Whether the request bears the secret, or a signature made with it. Never true without a secret. */
export function isProved(proof: Proof, secret: string, request: NotifyingRequest, body: unknown): boolean {
  if (secret === '') return false
  const header = (name: string) => request.headers[name.toLowerCase()] ?? ''
  if (proof.kind === 'header') return same(header(proof.name).replace(/^Bearer /i, ''), secret)
  if (proof.kind === 'field') {
    const query = URL.canParse(request.url) ? new URL(request.url).searchParams.get(proof.name) : null
    return same(valueAt(body, proof.name) || (query ?? ''), secret)
  }
  const given = proof.in === 'header' ? header(proof.name) : valueAt(body, proof.name)
  const mac = createHmac(proof.algorithm, secret).update(signedPart(proof.of, request, body))
  const made =
    proof.encoding === 'base64_of_hex'
      ? Buffer.from(mac.digest('hex')).toString('base64')
      : mac.digest(proof.encoding)
  return same(given.replace(/^sha(1|256|512)=/, ''), made)
}

function signedPart(
  of: (Proof & { kind: 'signature' })['of'],
  request: NotifyingRequest,
  body: unknown,
): Uint8Array | string {
  if (of === 'body') return request.body
  if (of === 'url_and_fields') {
    const names = typeof body === 'object' && body !== null ? Object.keys(body).sort() : []
    return request.url + names.map((name) => name + valueAt(body, name)).join('')
  }
  const fields = named(of, valueAt(body, 'event')) ?? of[''] ?? []
  return fields.map((name) => valueAt(body, name)).join('')
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && left.length > 0 && timingSafeEqual(left, right)
}
