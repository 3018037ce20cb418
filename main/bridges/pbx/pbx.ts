import type { PbxCall } from '../../../app/calls.ts'
import type { PbxProblem } from '../../../app/pbxProblems.ts'
import type { ConnectionState } from '../connection/problems.ts'

/** From when to when nobody listened to the exchange. */
export interface PbxGap {
  readonly from: number
  readonly to: number
  /** What went on meanwhile has been asked for and told; otherwise calls of this time may be missing. */
  readonly filled: boolean
}

export interface PbxListener {
  /** A call as it stands now; the same id again with every change, the last time with an outcome. */
  readonly call: (call: PbxCall) => void
  readonly state: (state: ConnectionState) => void
  readonly gap: (gap: PbxGap) => void
  /** A caller pressed a key for what they thought of the talk; the call by any of its references. */
  readonly rating?: (rating: { readonly reference: string; readonly stars: number }) => void
}

/** What of it an exchange can be asked for. Listening all of them can. */
export type PbxAbility = 'dial' | 'hang_up' | 'transfer' | 'voice_message'

/**
 * One telephone exchange. It never throws into the office, keeps itself connected, and knows no rule of the
 * business. An office has several, one for each branch.
 */
export interface Pbx {
  readonly abilities: readonly PbxAbility[]
  /** `known`: calls that were on the line when the program last stood. `heardUntil`: when that was. */
  start(was: { readonly known: readonly PbxCall[]; readonly heardUntil: number | null }): void
  stop(): Promise<void>
  /** Rings the extension and then dials the number. Gives the id of the call to come. Rejects with `PbxRefusal`. */
  dial(extension: string, number: string): Promise<string>
  /**
   * Plays a recorded message to a number. Gives the id of the call to come: the one that was asked for, so that
   * whoever asks can have written it down before anything rings.
   */
  playMessage(number: string, file: string, id?: string): Promise<string>
  hangUp(callId: string): Promise<void>
  /** Sends the other side of a call on to an extension or a number. */
  transfer(callId: string, to: string): Promise<void>
}

/** What a connection test found. The problem of the first step that failed, or none. */
export interface PbxCheck {
  readonly problem: PbxProblem | null
  /** What it says it is ("Asterisk Call Manager/11.0.0"), for people who know. */
  readonly banner: string
  /** What it may not be asked for, though the connection works. */
  readonly lacking: readonly PbxAbility[]
}

/** An exchange that would not do what it was asked. */
export class PbxRefusal extends Error {
  readonly why: 'not_connected' | 'not_possible' | 'bad_number' | 'no_such_call' | 'refused'

  /** `said`: the exchange's own words, for people who know. */
  constructor(why: PbxRefusal['why'], said = '') {
    super(said || why)
    this.why = why
  }
}

/** A number that an exchange can dial: digits, a leading plus, star and hash; nothing that its language could read. */
export function dialable(number: string): string {
  const plain = number.replace(/[\s().-]/g, '')
  if (!/^\+?[\d*#]{1,32}$/.test(plain)) throw new PbxRefusal('bad_number')
  return plain
}
