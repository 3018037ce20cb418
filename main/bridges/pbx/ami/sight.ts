import type { Naming } from './channel.ts'
import type { Call } from './call.ts'
import { meet } from './meeting.ts'
import { field, type AmiMessage } from './messages.ts'
import type { Found, Switchboard } from './switchboard.ts'

/** Finds the channels that messages speak of. */
export class Sight {
  readonly #board: Switchboard
  readonly #naming: Naming

  constructor(board: Switchboard, naming: Naming) {
    this.#board = board
    this.#naming = naming
  }

  /** The channel under this prefix ("Dest" for the other one of a dial), made known if it is new. */
  of(message: AmiMessage, prefix: string, at: number): Found | undefined {
    const of = (name: string) => field(message, `${prefix}${name}`.toLowerCase())
    const id = of('Uniqueid')
    const linked = of('Linkedid')
    const known = this.#board.legOf(id)
    if (id === '' || linked === '' || of('Channel') === '' || this.#board.hasEnded(id)) return known
    const found = known ?? meet(message, of, this.#naming, this.#board, at)
    if (!found) return undefined
    const { leg } = found
    if (of('Exten') !== '') leg.exten = of('Exten')
    if (of('ChannelState') === '5') leg.ringingAt ??= at
    const call = this.#underLinkedid(found, linked, at)
    call.heardAt = at
    return { leg, call }
  }

  /** A Linkedid can change in the middle of a call: the calls of both are one. */
  #underLinkedid({ leg, call }: Found, linked: string, at: number): Call {
    if (leg.shared || call.references.has(linked)) return call
    const other = this.#board.callOf(linked)
    if (other) return this.#board.join(call, other, at)
    this.#board.refer(call, linked)
    return call
  }
}
