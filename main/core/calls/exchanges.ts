import { endedUnseen, type PbxCall } from '../../../app/calls.ts'
import type { ExchangeState } from '../../../app/contract/telephone.ts'
import { readOpenCalls } from '../../../db/calls/calls.ts'
import { readExchanges, readExtensions, type Exchange } from '../../../db/calls/exchanges.ts'
import type { Pbx, PbxState } from '../../bridges/pbx/pbx.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'
import { makePbx } from './making.ts'
import { Taking } from './taking.ts'
import { tellLive } from './telling.ts'

/** So often is noted that an exchange is still listened to: a gap is told as at most so much longer than it was. */
const HEARD_EVERY_MS = 20_000

interface Running {
  readonly exchange: Exchange
  readonly pbx: Pbx | null
  state: PbxState
}

const off: PbxState = { kind: 'off', problem: null, retryAt: null }

/** The office's telephone exchanges: listened to as long as the base is open. */
export class Exchanges {
  readonly taking: Taking
  readonly #office: Office
  #running = new Map<number, Running>()
  #extensions = new Map<number, Map<string, number>>()
  #timer: NodeJS.Timeout | undefined

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
    const base = this.#office.reading
    this.#readExtensions(await readExtensions(base))
    const open = await readOpenCalls(base)
    for (const exchange of await readExchanges(base)) {
      const known = open.filter(({ exchangeId }) => exchangeId === exchange.id).map(({ call }) => call)
      this.#begin(exchange, known)
    }
    for (const { exchangeId, call } of open)
      if (!this.#running.get(exchangeId)?.pbx) this.taking.call(exchangeId, endedUnseen(call, Date.now()))
    this.#timer = setInterval(() => this.taking.heard(this.#connected()), HEARD_EVERY_MS)
    this.#timer.unref()
  }

  /** Listens no more. What was told so far is written, if it can be. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.taking.heard(this.#connected())
    await Promise.all([...this.#running.values()].map(({ pbx }) => pbx?.stop()))
    this.#running.clear()
    await this.taking.stop()
  }

  /** Exchanges or telephones were changed: listens to those that there are now. */
  async reload(): Promise<void> {
    await this.stop()
    await this.start()
    this.#office.tell({ type: 'telephone.changed' })
  }

  /** Whose telephone is whose. */
  userOf(exchangeId: number): ReadonlyMap<string, number> {
    return this.#extensions.get(exchangeId) ?? new Map()
  }

  /** The telephones of a person, at exchanges that are in use. */
  extensionsOf(userId: number): { exchangeId: number; extension: string }[] {
    return [...this.#running.keys()].flatMap((exchangeId) =>
      [...this.userOf(exchangeId)].flatMap(([extension, user]) =>
        user === userId ? [{ exchangeId, extension }] : [],
      ),
    )
  }

  /** The bridge to an exchange; undefined where it is not in use. */
  pbx(exchangeId: number): Pbx | undefined {
    return this.#running.get(exchangeId)?.pbx ?? undefined
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

  #begin(exchange: Exchange, known: readonly PbxCall[]): void {
    const { id } = exchange
    const listener = {
      call: (call: PbxCall) => this.taking.call(id, call),
      state: (state: PbxState) => this.#stands(id, state),
      gap: (gap: { from: number; to: number; filled: boolean }) => this.taking.gap(id, gap),
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

  #stands(id: number, state: PbxState): void {
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
