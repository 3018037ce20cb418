import { isDeepStrictEqual } from 'node:util'
import { endedUnseen, type PbxCall } from '../../../app/calls.ts'
import type { ExchangeState } from '../../../app/contract/telephone.ts'
import { readOpenCalls } from '../../../db/calls/calls.ts'
import { readExchanges, readExtensions, type Exchange } from '../../../db/calls/exchanges.ts'
import type { Reading } from '../../../db/tables.ts'
import { VirtualPbx } from '../../bridges/pbx/http/virtual.ts'
import { LONGEST_BODY, type NotifyingRequest } from '../../bridges/pbx/http/notification.ts'
import type { ConnectionState } from '../../bridges/connection/problems.ts'
import type { Pbx, PbxGap } from '../../bridges/pbx/pbx.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'
import { rateByKeys } from './ratings/giving.ts'
import { makePbx } from './making.ts'
import { Taking } from './taking.ts'
import { tellLive } from './telling.ts'

/** So often is noted that an exchange is still listened to: a gap is told as at most so much longer than it was. */
const HEARD_EVERY_MS = 20_000

/** Of a provider's notification, in bytes. */
export const longestNotification = LONGEST_BODY

interface Running {
  readonly exchange: Exchange
  readonly pbx: Pbx | null
  state: ConnectionState
}

const off: ConnectionState = { kind: 'off', problem: null, retryAt: null }

/** The office's telephone exchanges: listened to as long as the base is open. */
export class Exchanges {
  readonly taking: Taking
  readonly #office: Office
  readonly #running = new Map<number, Running>()
  #extensions = new Map<number, Map<string, number>>()
  #timer: NodeJS.Timeout | undefined
  #turn: Promise<void> = Promise.resolve()

  constructor(office: Office) {
    this.#office = office
    this.taking = new Taking(
      office,
      (exchangeId) => this.userOf(exchangeId),
      (taken) => tellLive(office, taken),
    )
  }

  /** Listens to every exchange that is in use. Calls of which nobody will tell the end are over. */
  async start(): Promise<void> {
    this.#timer = setInterval(() => this.taking.heard(this.#connected()), HEARD_EVERY_MS)
    this.#timer.unref()
    await this.#follow(this.#office.reading)
  }

  /** Listens no more. What was told so far is written, if it can be. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#turn
    this.taking.heard(this.#connected())
    await Promise.all([...this.#running.keys()].map((id) => this.#end(id)))
    await this.taking.stop()
  }

  /** Exchanges or telephones were changed: listens to those that there are now. What stayed as it was goes on. */
  reload(): Promise<void> {
    this.#turn = this.#turn
      .catch(() => undefined)
      .then(async () => {
        await this.#office.use(() => this.#follow(this.#office.reading))
        this.#office.tell({ type: 'telephone.changed' })
      })
    return this.#turn
  }

  /** Whose telephone is whose. */
  userOf(exchangeId: number): ReadonlyMap<string, number> {
    return this.#extensions.get(exchangeId) ?? new Map()
  }

  /** The telephones of a person, at exchanges that are in use. */
  extensionsOf(userId: number): { exchangeId: number; extension: string }[] {
    return [...this.#running].flatMap(([exchangeId, { pbx }]) =>
      [...this.userOf(exchangeId)].flatMap(([extension, user]) =>
        user === userId && pbx ? [{ exchangeId, extension }] : [],
      ),
    )
  }

  /** The bridge to an exchange; undefined where it is not in use. */
  pbx(exchangeId: number): Pbx | undefined {
    return this.#running.get(exchangeId)?.pbx ?? undefined
  }

  /** Takes a provider's notification and says, as an HTTP status, what became of it: 2xx once it is written. */
  async notify(exchangeId: number, request: NotifyingRequest): Promise<number> {
    const pbx = this.pbx(exchangeId)
    if (!(pbx instanceof VirtualPbx)) return 404
    const { lost } = this.taking
    const status = pbx.notify(request)
    if (status !== 200) return status
    await this.taking.settled()
    return this.taking.lost === lost ? 200 : 503
  }

  states(): ExchangeState[] {
    return [...this.#running.values()].map(({ exchange, state }) => ({
      id: exchange.id,
      name: exchange.name,
      kind: exchange.kind,
      state: state.kind,
      problem: state.problem,
      retryAt: state.retryAt,
      heardUntil: state.kind === 'connected' ? Date.now() : exchange.heardUntil,
    }))
  }

  async #follow(base: Reading): Promise<void> {
    this.#readExtensions(await readExtensions(base))
    const now = new Map((await readExchanges(base)).map((exchange) => [exchange.id, exchange]))
    const changed = [...this.#running].filter(
      ([id, { exchange }]) => !isDeepStrictEqual(setUp(now.get(id)), setUp(exchange)),
    )
    if (changed.length > 0) {
      this.taking.heard(this.#connected())
      await Promise.all(changed.map(([id]) => this.#end(id)))
      await this.taking.settled()
    }
    const open = await readOpenCalls(base)
    // As it stands after what was just written.
    for (const exchange of await readExchanges(base)) {
      if (this.#running.has(exchange.id)) continue
      const known = open.filter(({ exchangeId }) => exchangeId === exchange.id).map(({ call }) => call)
      this.#begin(exchange, known)
    }
    for (const { exchangeId, call } of open)
      if (!this.pbx(exchangeId)) this.taking.call(exchangeId, endedUnseen(call, Date.now()))
  }

  #begin(exchange: Exchange, known: readonly PbxCall[]): void {
    const { id } = exchange
    const listener = {
      call: (call: PbxCall) => this.taking.call(id, call),
      state: (state: ConnectionState) => this.#stands(id, state),
      gap: (gap: PbxGap) => this.taking.gap(id, gap),
      rating: ({ reference, stars }: { reference: string; stars: number }) =>
        void rateByKeys(this.#office, id, reference, stars).catch((error: unknown) =>
          note('error', 'rating a call', error),
        ),
    }
    let pbx: Pbx | null = null
    try {
      pbx = exchange.enabled ? makePbx(exchange, listener) : null
    } catch (error) {
      note('error', `exchange ${exchange.name}`, error)
    }
    const problem = exchange.enabled && !pbx ? 'broken' : null
    this.#running.set(id, { exchange, pbx, state: { ...off, problem } })
    pbx?.start({ known, heardUntil: exchange.heardUntil })
  }

  async #end(id: number): Promise<void> {
    const running = this.#running.get(id)
    this.#running.delete(id)
    await running?.pbx?.stop()
  }

  #stands(id: number, state: ConnectionState): void {
    const running = this.#running.get(id)
    if (!running) return
    const was = running.state
    running.state = state
    if (state.kind === 'connected' && was.kind !== 'connected') this.taking.heard([id])
    if (was.kind !== state.kind || was.problem !== state.problem)
      this.#office.tell({ type: 'telephone.changed' })
  }

  #connected(): number[] {
    return [...this.#running].flatMap(([id, { state }]) => (state.kind === 'connected' ? [id] : []))
  }

  #readExtensions(rows: Awaited<ReturnType<typeof readExtensions>>): void {
    this.#extensions = new Map()
    for (const { exchangeId, extension, userId } of rows) {
      const of = this.#extensions.get(exchangeId) ?? new Map<string, number>()
      this.#extensions.set(exchangeId, of.set(extension, userId))
    }
  }
}

/** An exchange but for how far it was heard, which is no change of it. */
const setUp = (exchange: Exchange | undefined) => exchange && { ...exchange, heardUntil: null }
