import type { IncomingMessage } from 'node:http'
import { hostname } from 'node:os'
import { isIP } from 'node:net'

/**
 * Which requests come from the office's own pages. A foreign page in the same browser can send requests here, and a
 * foreign name can be made to point here: so the name asked for must be one of this computer's, and a request that
 * changes something must come from a page of that very name.
 */

/** The names under which this computer answers. Any address in figures is fine: it cannot be rebound. */
export function knownHost(request: IncomingMessage): boolean {
  const host = request.headers.host
  if (!host) return false
  let name: string
  try {
    name = new URL(`http://${host}`).hostname.toLowerCase()
  } catch {
    return false
  }
  const own = hostname().toLowerCase()
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0 || ['localhost', own, `${own}.local`].includes(name)
}

/** Whether the request was made by a page that this office served. */
export function ownOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  if (!origin || !host) return false
  try {
    const { protocol, host: from } = new URL(origin)
    return (protocol === 'http:' || protocol === 'https:') && from === host
  } catch {
    return false
  }
}

export function cookieOf(request: IncomingMessage, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}

/** What is asked for, with dots and backslashes resolved; undefined where it is no address at all. */
export const pathOf = (request: IncomingMessage): string | undefined =>
  URL.parse(request.url ?? '', 'http://office')?.pathname

/** The calling computer, as the connection says: what a request says of itself (X-Forwarded-For) anybody can write. */
/** Whether the call comes from this computer itself. What a proxy says of itself does not count. */
export const isLoopback = (request: IncomingMessage): boolean =>
  /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '')

export const seatOf = (request: IncomingMessage): string =>
  request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? 'unknown'

/** Only our own files, nothing inline, nobody may frame us. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(), microphone=(), payment=()',
}
