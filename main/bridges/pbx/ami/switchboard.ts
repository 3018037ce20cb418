import type { PbxCall } from '../../../../app/calls.ts'
import { newCall, type Call } from './call.ts'
import type { Leg } from './leg.ts'
import { isCall, tell } from './telling.ts'

/** More calls than any office has at once: the oldest are let go of as unknown. */
const MOST_CALLS = 2_000
/** Ended channels are remembered for a while, so that a late or repeated event begins no new call. */
const ENDED_KEPT = 20_000

/** An exchange that goes down hangs up first, and says so when it has tidied up. */
const CLOSED_KEPT_MS = 15_000

/** A channel and the call it belongs to. */
export interface Found {
  readonly leg: Leg
  readonly call: Call
}

/** Which calls, channels and bridges there are, under which names; joins calls and closes them. */
export class Switchboard {
  readonly calls = new Set<Call>()
  readonly #byReference = new Map<string, Call>()
  readonly #legs = new Map<string, Found>()
  readonly #ended = new Set<string>()
  readonly #bridges = new Map<string, { type: string; legs: Set<string> }>()
  readonly #changed: PbxCall[] = []
  #closed: Call[] = []

  changes(): PbxCall[] {
    return this.#changed.splice(0)
  }

  callOf(reference: string): Call | undefined {
    return this.#byReference.get(reference)
  }

  legOf(id: string): Found | undefined {
    return this.#legs.get(id)
  }

  legIds(): Set<string> {
    return new Set(this.#legs.keys())
  }

  hasEnded(id: string): boolean {
    return this.#ended.has(id)
  }

  /** A call that comes back under the Linkedid of one that was closed is told under a name of its own. */
  begin(linked: string, legId: string, at: number): Call {
    const call = newCall(this.#ended.has(linked) ? `${linked}/${legId}` : linked, at)
    call.references.add(linked)
    return this.add(call)
  }

  add(call: Call): Call {
    const [oldest] = this.calls
    if (oldest && this.calls.size >= MOST_CALLS) this.close(oldest, call.startedAt)
    this.calls.add(call)
    for (const reference of call.references) this.#byReference.set(reference, call)
    return call
  }

  addLeg(call: Call, leg: Leg): Found {
    const found = { leg, call }
    call.legs.push(leg)
    call.overAt = null
    this.#legs.set(leg.id, found)
    return found
  }

  refer(call: Call, reference: string): void {
    call.references.add(reference)
    this.#byReference.set(reference, call)
  }

  /** Puts a channel into a bridge; answers which others are in it, where being in it together makes one call. */
  enterBridge(leg: Leg, id: string, type: string): Leg[] {
    const bridge = this.#bridges.get(id) ?? { type, legs: new Set() }
    this.leaveBridge(leg)
    this.#bridges.set(id, bridge)
    bridge.legs.add(leg.id)
    leg.bridge = id
    leg.shared = bridge.type !== 'basic'
    if (leg.shared) return []
    return [...bridge.legs]
      .flatMap((other) => this.#legs.get(other)?.leg ?? [])
      .filter((other) => other !== leg)
  }

  leaveBridge(leg: Leg): void {
    const bridge = leg.bridge === null ? undefined : this.#bridges.get(leg.bridge)
    bridge?.legs.delete(leg.id)
    if (bridge?.legs.size === 0 && leg.bridge !== null) this.#bridges.delete(leg.bridge)
    leg.bridge = null
  }

  /** Two calls become one: the customer's, or the older. The other ends as part of it. */
  join(a: Call, b: Call, at: number): Call {
    if (a === b) return a
    const outside = (call: Call) => (call.legs.some((leg) => leg.name.kind === 'line') || call.before ? 0 : 1)
    const [stays, goes] = [a, b].sort(
      (x, y) => outside(x) - outside(y) || x.startedAt - y.startedAt || (x.id < y.id ? -1 : 1),
    ) as [Call, Call]
    if (goes.told !== '') {
      const told = tell({ ...goes, overAt: at }, at, false)
      this.#changed.push({ ...told, ringing: [], talking: [], talkingSince: null, partOf: stays.id })
    }
    for (const leg of goes.legs) {
      if (leg.called === false) leg.consultation = true
      leg.joinedAt ??= at
      stays.legs.push(leg)
      this.#legs.set(leg.id, { leg, call: stays })
    }
    for (const reference of goes.references) this.refer(stays, reference)
    stays.recording ??= goes.recording
    stays.overAt = null
    this.overIfEmpty(stays, at)
    this.calls.delete(goes)
    return stays
  }

  overIfEmpty(call: Call, at: number): void {
    if (call.overAt === null && call.legs.every((leg) => leg.endedAt !== null)) call.overAt = at
  }

  /** Closes a call for good; what is still open of it ended unseen, at `until` at the latest. */
  close(call: Call, at: number, until = call.heardAt): void {
    for (const leg of call.legs) leg.endedAt ??= Math.max(leg.startedAt, until)
    call.overAt ??= at
    this.calls.delete(call)
    for (const reference of call.references)
      if (this.#byReference.get(reference) === call) this.#byReference.delete(reference)
    for (const leg of call.legs) {
      this.leaveBridge(leg)
      this.#legs.delete(leg.id)
      this.remember(leg.id)
    }
    for (const reference of call.references) this.remember(reference)
    if (!isCall(call)) return
    this.#closed = [...this.#closed.filter((other) => (other.overAt ?? 0) > at - CLOSED_KEPT_MS), call]
    this.#changed.push(tell(call, at, true))
  }

  /** Calls that ended a short while ago. */
  get closed(): readonly Call[] {
    return this.#closed
  }

  /** Something came to light about a closed call: its outcome is told once more. */
  correct(call: Call, at: number): void {
    this.#changed.push(tell(call, at, true))
  }

  /** What bears this name is done with. */
  remember(id: string): void {
    this.#ended.add(id)
    const [oldest] = this.#ended
    if (this.#ended.size > ENDED_KEPT && oldest !== undefined) this.#ended.delete(oldest)
  }

  /** Tells of a call where something changed that people see. */
  note(call: Call, at: number): void {
    if (!this.calls.has(call) || !isCall(call)) return
    const now = tell(call, at, false)
    const told = JSON.stringify({ ...now, at: 0, waitSeconds: 0, talkSeconds: 0 })
    if (told === call.told) return
    call.told = told
    this.#changed.push(now)
  }
}
