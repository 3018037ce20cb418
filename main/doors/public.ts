import type { IncomingMessage, ServerResponse } from 'node:http'
import { longestNotification } from '../core/calls/exchanges.ts'
import { longestTransfer } from '../core/terminals/taking.ts'
import type { Office } from '../core/office.ts'

/**
 * What the office answers to programs of others, who are nobody's window: no session, no cookie, no page, and nothing
 * of the office in the answer, only a status. Each proves itself by a secret of its own.
 */

/** A body that takes longer to come than this is not waited for. */
const BODY_MS = 10_000

/** The exchange that an address is for (`/exchange/3`); undefined where it is none of these. */
export function exchangeAt(pathname: string): number | undefined {
  const id = /^\/exchange\/(\d{1,9})$/.exec(pathname)?.[1]
  return id === undefined ? undefined : Number(id)
}

/** Takes a provider's notification of a call. Answers 2xx once it is safely written. */
export async function takeNotification(
  office: Office,
  exchangeId: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const end = (status: number) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    response.end()
  }
  if (request.method !== 'POST') return end(405)
  const body = await bodyOf(request)
  if (!body) {
    // What is still on its way is not read.
    response.once('finish', () => request.destroy())
    return end(413)
  }
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const)
  end(
    await office.exchanges.notify(exchangeId, {
      url: addressOf(request),
      headers: Object.fromEntries(headers),
      body,
    }),
  )
}

/** The address as the provider called it, which some sign: behind a proxy that ends HTTPS, as the proxy says. */
function addressOf({ headers, url }: IncomingMessage): string {
  const secure = headers['x-forwarded-proto'] === 'https'
  return `http${secure ? 's' : ''}://${headers.host ?? ''}${url ?? ''}`
}

/** The terminal that an address is for (`/terminal/3/its-key`); undefined where it is none of these. */
export function terminalAt(pathname: string): { id: number; key: string } | undefined {
  const [, id, key] = /^\/terminal\/(\d{1,9})\/([\w-]{20,64})$/.exec(pathname) ?? []
  return id === undefined || key === undefined ? undefined : { id: Number(id), key }
}

/** Takes what a terminal counted. Answers 2xx once it is safely written, also where it came a second time. */
export async function takeCounts(
  office: Office,
  { id, key }: { id: number; key: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const end = (status: number) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    response.end()
  }
  if (request.method !== 'POST' && request.method !== 'PUT') return end(405)
  const terminal = office.devices.webTerminal(id, key)
  if (!terminal) return end(404)
  const body = await bodyOf(request, longestTransfer)
  if (!body) {
    response.once('finish', () => request.destroy())
    return end(413)
  }
  end((await terminal(body)) === 'broken' ? 422 : 200)
}

/** The whole body; undefined where it is too long or does not come. */
export async function bodyOf(
  request: IncomingMessage,
  longest = longestNotification,
): Promise<Buffer | undefined> {
  const late = setTimeout(() => request.destroy(), BODY_MS)
  const parts: Buffer[] = []
  let length = 0
  try {
    // Left before its end, it stays open for the answer.
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += part.length
      if (length > longest) return undefined
      parts.push(part)
    }
    return Buffer.concat(parts)
  } finally {
    clearTimeout(late)
  }
}
