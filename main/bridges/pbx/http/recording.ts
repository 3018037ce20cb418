import type { PbxCall } from '../../../../app/calls.ts'
import { HttpCalls } from './calls.ts'
import type { HttpMapping } from './mapping.ts'
import { readBody, readNotifications } from './notification.ts'

/**
 * The calls that the bridge makes of recorded notifications: a JSON array of bodies, or a body on each line (JSON or
 * form), or whole requests with their headers. A body inside `{ "at": seconds, "body": … }` has its moment beside it.
 * The proof is not asked for: a recording has no secrets.
 */
export function replayHttp(mapping: HttpMapping, text: string): PbxCall[] {
  const calls = new HttpCalls(Infinity)
  let now = 0
  for (const body of bodies(text)) {
    const wrapped = envelope(body)
    now = Math.max(now, wrapped.at ?? now)
    for (const notification of readNotifications(mapping, wrapped.body)) {
      // Without a moment of its own a notification came when it speaks of.
      now = Math.max(now, notification.endedAt ?? notification.answeredAt ?? notification.startedAt ?? now)
      calls.hear(notification, now)
    }
  }
  calls.finish(now)
  const last = new Map(calls.changes().map((call) => [call.id, call]))
  return [...last.values()].sort((a, b) => a.startedAt - b.startedAt)
}

function bodies(text: string): unknown[] {
  const whole = readBody(text, 'json')
  if (Array.isArray(whole)) return whole
  if (whole !== undefined) return [whole]
  if (/^(POST|GET) \S+ HTTP\//m.test(text))
    return text
      .split(/^(?=(?:POST|GET) \S+ HTTP\/)/m)
      .map((request) => readBody(request.slice(request.search(/\r?\n\r?\n/)).trim()))
      .filter((body) => body !== undefined)
  return text
    .split(/\r?\n/)
    .map((line) => readBody(line))
    .filter((body) => body !== undefined)
}

function envelope(body: unknown): { at: number | null; body: unknown } {
  if (typeof body !== 'object' || body === null || !('body' in body)) return { at: null, body }
  const at = 'at' in body && typeof body.at === 'number' ? body.at * 1000 : null
  return { at, body: typeof body.body === 'string' ? readBody(body.body) : body.body }
}
