import type { PbxCall } from '../../../../app/calls.ts'
import { lines, type Lines } from '../../connection/lines.ts'
import { problemOf } from '../../connection/problems.ts'
import { keepConnected, type Standing } from '../../connection/reconnecting.ts'
import { openSource, type Source } from '../../connection/source.ts'
import { PbxRefusal, type Pbx, type PbxCheck, type PbxListener } from '../pbx.ts'
import { SmdrCalls } from './calls.ts'
import { answerDialogue } from './dialogue.ts'
import type { SmdrFormat } from './formats.ts'

export interface SmdrSettings {
  readonly format: SmdrFormat
  readonly source: Source
  readonly password: string
}

/** After so many lines of which none fits, the format is the wrong one. */
const STRANGE_LINES = 20

/** An exchange that prints its calls. It can be heard and asked for nothing. */
export class Smdr implements Pbx {
  readonly abilities = [] as const
  readonly #settings: SmdrSettings
  readonly #listener: PbxListener
  readonly #pause: ((attempt: number) => number) | undefined
  #calls: SmdrCalls
  #rows: Lines = lines({ bareCr: true })
  #complained = false
  #lostAt: number | null = null
  #stop: (() => Promise<void>) | null = null

  constructor(settings: SmdrSettings, listener: PbxListener, pause?: (attempt: number) => number) {
    this.#settings = settings
    this.#listener = listener
    this.#pause = pause
    this.#calls = new SmdrCalls(settings.format)
  }

  start({ known, heardUntil }: { known: readonly PbxCall[]; heardUntil: number | null }): void {
    if (this.#stop) return
    this.#calls = new SmdrCalls(this.#settings.format)
    // A call that rang when the program stopped ends unseen: its last line, if it comes, tells it whole.
    for (const call of known)
      if (call.outcome === null)
        this.#listener.call({
          ...call,
          at: Date.now(),
          endedAt: call.at,
          ringing: [],
          talking: [],
          talkingSince: null,
          outcome: 'unknown',
        })
    this.#lostAt = heardUntil
    this.#stop = keepConnected({
      connect: (signal) => this.#connect(signal),
      state: this.#listener.state,
      lost: () => {
        this.#lostAt = Date.now()
      },
      ...(this.#pause ? { pause: this.#pause } : {}),
    })
  }

  async stop(): Promise<void> {
    await this.#stop?.()
    this.#stop = null
  }

  dial(): Promise<string> {
    return Promise.reject(new PbxRefusal('not_possible'))
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

  async #connect(signal: AbortSignal): Promise<Standing> {
    const { format } = this.#settings
    this.#rows = lines({ bareCr: true })
    this.#calls.connected()
    this.#complained = false
    const standing = await openSmdr(this.#settings, (bytes) => this.#take(bytes), signal)
    if (this.#lostAt !== null)
      this.#listener.gap({ from: this.#lostAt, to: Date.now(), filled: format.keeps })
    this.#lostAt = null
    return standing
  }

  #take(bytes: Uint8Array): void {
    const at = Date.now()
    for (const line of this.#rows.take(bytes)) this.#calls.take(line, at, true)
    for (const call of this.#calls.changes()) this.#listener.call(call)
    const { read, strange } = this.#calls.counted
    if (read > 0 || strange < STRANGE_LINES || this.#complained) return
    this.#complained = true
    this.#listener.state({ kind: 'connected', problem: 'unreadable', retryAt: null })
  }
}

/** Tries to open the source and says what is wrong with it. That lines come shows only at the next call. */
export async function checkSmdr(settings: SmdrSettings): Promise<PbxCheck> {
  try {
    const standing = await openSmdr(settings, () => undefined)
    standing.close()
    await standing.over
    return { problem: null, banner: '', lacking: [] }
  } catch (error) {
    return { problem: problemOf(error), banner: '', lacking: [] }
  }
}

const openSmdr = (
  { format: { dialogue }, source, password }: SmdrSettings,
  take: (bytes: Uint8Array) => void,
  signal?: AbortSignal,
) =>
  openSource(source, {
    take,
    signal,
    greet: dialogue.length > 0 ? (socket) => answerDialogue(socket, dialogue, password) : undefined,
  })
