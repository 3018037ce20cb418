import { randomUUID } from 'node:crypto'
import type { PbxCall } from '../../../../app/calls.ts'
import { ConnectionProblem, problemOf } from '../../connection/problems.ts'
import { dialable, PbxRefusal, type Pbx, type PbxAbility, type PbxCheck, type PbxListener } from '../pbx.ts'
import { HttpCalls } from './calls.ts'
import type { HttpMapping, HttpOrder } from './mapping.ts'
import {
  isProved,
  LONGEST_BODY,
  readBody,
  readNotifications,
  valueAt,
  type NotifyingRequest,
} from './notification.ts'

export interface VirtualPbxSettings {
  readonly mapping: HttpMapping
  /** Proves the provider's notifications. */
  readonly secret: string
  /** The office's name and key at the provider, for orders. */
  readonly key: string
  readonly orderSecret: string
  /** A call of which nothing is told for so long is over. */
  readonly silentMinutes: number
}

const ORDER_MS = 10_000
const LOOK_EVERY_MS = 60_000

/** An exchange at a provider, that tells of its calls through the public door. */
export class VirtualPbx implements Pbx {
  readonly abilities: readonly PbxAbility[]
  readonly #settings: VirtualPbxSettings
  readonly #listener: PbxListener
  #calls: HttpCalls
  #timer: NodeJS.Timeout | undefined
  #on = false

  constructor(settings: VirtualPbxSettings, listener: PbxListener) {
    this.#settings = settings
    this.#calls = this.#noted([])
    this.#listener = listener
    this.abilities = settings.mapping.order ? ['dial'] : []
  }

  start({ known, heardUntil }: { known: readonly PbxCall[]; heardUntil: number | null }): void {
    if (this.#on) return
    this.#on = true
    this.#calls = this.#noted(known)
    this.#calls.pass(Date.now())
    this.#tell()
    // The door was shut meanwhile, and a provider does not say again what nobody took.
    if (heardUntil !== null) this.#listener.gap({ from: heardUntil, to: Date.now(), filled: false })
    this.#listener.state({ kind: 'connected', problem: null, retryAt: null })
    this.#timer = setInterval(() => {
      this.#calls.pass(Date.now())
      this.#tell()
    }, LOOK_EVERY_MS)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    if (!this.#on) return
    this.#on = false
    clearInterval(this.#timer)
    this.#listener.state({ kind: 'off', problem: null, retryAt: null })
  }

  /**
   * Takes a request that came through the public door. The answer is for the provider: 200 taken, 401 not proved,
   * 400 not to be read, 413 too long, 503 not now.
   */
  notify(request: NotifyingRequest): 200 | 400 | 401 | 413 | 503 {
    if (!this.#on) return 503
    if (request.body.length > LONGEST_BODY) return 413
    const { mapping, secret } = this.#settings
    const body = readBody(Buffer.from(request.body).toString('utf8'), request.headers['content-type'])
    if (!isProved(mapping.proof, secret, request, body)) {
      this.#listener.state({ kind: 'connected', problem: 'wrong_password', retryAt: null })
      return 401
    }
    if (body === undefined) return 400
    const at = Date.now()
    const heard = readNotifications(mapping, body)
    for (const notification of heard) this.#calls.hear(notification, at)
    this.#listener.state({ kind: 'connected', problem: null, retryAt: null })
    this.#tell()
    return 200
  }

  async dial(extension: string, number: string): Promise<string> {
    const { order } = this.#settings.mapping
    if (!order) throw new PbxRefusal('not_possible')
    if (!this.#on) throw new PbxRefusal('not_connected')
    const values = { extension: dialable(extension), number: dialable(number) }
    const answer = await send(order, this.#settings, values).catch((error: unknown) => {
      throw new PbxRefusal('not_connected', problemOf(error))
    })
    if (answer.status < 200 || answer.status > 299) throw new PbxRefusal('refused', `HTTP ${answer.status}`)
    const id = order.idAt === '' ? '' : valueAt(readBody(answer.text, 'json'), order.idAt)
    return id || randomUUID()
  }

  playMessage(): Promise<string> {
    return Promise.reject(new PbxRefusal('not_possible'))
  }

  hangUp(): Promise<void> {
    return Promise.reject(new PbxRefusal('not_possible'))
  }

  transfer(): Promise<void> {
    return Promise.reject(new PbxRefusal('not_possible'))
  }

  #noted = (known: readonly PbxCall[]) => new HttpCalls(this.#settings.silentMinutes * 60_000, known)

  #tell(): void {
    for (const call of this.#calls.changes()) this.#listener.call(call)
  }
}

/** Sends an order. Rejects with `ConnectionProblem` where the provider cannot be reached. */
async function send(
  order: HttpOrder,
  settings: VirtualPbxSettings,
  values: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string }> {
  const { key, orderSecret } = settings
  const basic = Buffer.from(`${key}:${orderSecret}`).toString('base64')
  const all: Readonly<Record<string, string>> = { ...values, key, secret: orderSecret, basic }
  const filled = (text: string, encode: (value: string) => string = (value) => value) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(all, name) ? encode(all[name] ?? '') : ''))
  const each = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).map(([name, value]) => [name, filled(value)] as const)
  const url = new URL(filled(order.url, encodeURIComponent))
  const fields = each(order.fields)
  if (order.as === 'query') for (const [name, value] of fields) url.searchParams.set(name, value)
  const type = order.as === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
  const body =
    order.as === 'json'
      ? JSON.stringify(Object.fromEntries(fields))
      : String(new URLSearchParams(Object.fromEntries(fields)))
  try {
    const answer = await fetch(url, {
      method: order.method,
      headers: { 'content-type': type, ...Object.fromEntries(each(order.headers)) },
      ...(order.method === 'POST' && order.as !== 'query' ? { body } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(ORDER_MS),
    })
    return { status: answer.status, text: (await answer.text()).slice(0, LONGEST_BODY) }
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error
    throw new ConnectionProblem(
      error instanceof Error && error.name === 'TimeoutError' ? 'silent' : problemOf(cause),
    )
  }
}

/**
 * Whether the provider can be reached for orders and knows the key. An order without extension and number
 * is sent: there is nobody to call, and the answer tells whether the key is right. That notifications arrive shows only as they come.
 */
export async function checkVirtualPbx(settings: VirtualPbxSettings): Promise<PbxCheck> {
  const { order } = settings.mapping
  if (!order) return { problem: null, banner: '', lacking: [] }
  try {
    const { status } = await send(order, settings, { extension: '', number: '' })
    if (status === 401) return { problem: 'wrong_password', banner: '', lacking: ['dial'] }
    if (status === 403) return { problem: 'no_right', banner: '', lacking: ['dial'] }
    if (status === 404 || status === 405 || status >= 500)
      return { problem: 'other_service', banner: '', lacking: ['dial'] }
    return { problem: null, banner: '', lacking: [] }
  } catch (error) {
    return { problem: problemOf(error), banner: '', lacking: ['dial'] }
  }
}
