import type { Call } from './call.ts'
import { isPerson, refusal } from './leg.ts'
import { field, type AmiMessage } from './messages.ts'
import type { Switchboard } from './switchboard.ts'

/** So long before the exchange says that it goes down it may have hung up. */
const JUST_NOW_MS = 10_000

/** What becomes of calls while the connection, or the exchange, is down. */
export class Downtime {
  readonly #board: Switchboard
  /** Channels named since an answer to CoreShowChannels began. */
  #listed: Set<string> | null = null
  /** Channels that were open when the connection broke: the next list says which of them still are. */
  #doubtful: { readonly ids: Set<string>; readonly since: number; readonly listening: boolean } | null = null
  /** Missing from the last list though nothing was heard of their end; the news may have been on its way. */
  #suspects = new Set<string>()
  #booted: { readonly at: number; readonly uptime: number } | null = null

  constructor(board: Switchboard) {
    this.#board = board
  }

  lost(at: number): void {
    this.#listed = null
    for (const call of this.#board.calls) call.gap = true
    this.#doubtful = { ids: this.#board.legIds(), since: at, listening: false }
  }

  doubt(at: number): void {
    this.#doubtful ??= { ids: this.#board.legIds(), since: at, listening: true }
  }

  unlisted(at: number): void {
    this.#conclude(() => true, at)
  }

  hearAnswer(message: AmiMessage): void {
    if (field(message, 'eventlist') === 'start' && /channels/i.test(field(message, 'message')))
      this.#listed = new Set()
  }

  hearListedChannel(id: string): void {
    this.#listed?.add(id)
  }

  hearListed(at: number): void {
    const listed = this.#listed
    this.#listed = null
    if (listed) this.#conclude((id) => !listed.has(id), at)
  }

  /** An exchange that is up for less long than it would be has started anew, and its calls with it are gone. */
  hearBooted(message: AmiMessage, at: number): void {
    const uptime = Number(field(message, 'uptime')) || 0
    const before = this.#booted
    this.#booted = { at, uptime }
    if (before && uptime + 5 < before.uptime + Math.max(0, at - before.at) / 1000)
      this.#conclude(() => true, at)
  }

  /** Nobody saw the end of a channel that is not there any more; it is taken to have ended when the gap began. */
  #conclude(isMissing: (id: string) => boolean, at: number): void {
    const doubtful = this.#doubtful
    if (!doubtful) return
    this.#doubtful = null
    const missing = [...doubtful.ids].filter(isMissing)
    const before = this.#suspects
    this.#suspects = new Set(doubtful.listening ? missing : [])
    for (const id of missing) {
      const leg = this.#board.legOf(id)?.leg
      if (!leg || leg.endedAt !== null || (doubtful.listening && !before.has(id))) continue
      this.#board.leaveBridge(leg)
      leg.endedAt = doubtful.since
    }
    for (const call of this.#board.calls) {
      if (call.legs.length > 0 || !doubtful.listening) this.#board.overIfEmpty(call, at)
      this.#board.note(call, at)
    }
  }

  /** Since when nothing is heard, or nothing was when it was last heard. */
  get since(): number | null {
    return this.#doubtful && !this.#doubtful.listening ? this.#doubtful.since : null
  }

  /** The exchange goes down: what is still open, or has just ended though nobody hung up, was cut off. */
  hearShutdown(at: number): void {
    for (const call of this.#board.calls) {
      if (call.overAt !== null && !endedByItself(call)) continue
      call.cutOff = true
      for (const leg of call.legs) {
        if (leg.endedAt !== null) continue
        leg.endedAt = at
        leg.endSeen = true
      }
      this.#board.overIfEmpty(call, at)
      this.#board.note(call, at)
    }
    for (const call of this.#board.closed)
      if ((call.overAt ?? 0) > at - JUST_NOW_MS && endedByItself(call)) {
        call.cutOff = true
        this.#board.correct(call, at)
      }
  }
}

/** The exchange hung up, and not because nobody had answered. */
function endedByItself(call: Call): boolean {
  if (call.legs.some((leg) => leg.asked !== null)) return false
  return call.legs.some(
    (leg) =>
      isPerson(leg) && leg.called === true && (leg.answeredAt !== null || refusal(leg) === 'cancelled'),
  )
}
