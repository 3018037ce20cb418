import type { PbxCall } from '../../../../app/calls.ts'
import type { Leg } from './leg.ts'

/** Somebody handed the call to somebody; `by` taking it over the entry is settled. */
export interface Handover {
  to: string
  settled: boolean
}

/** What an Originate was asked for, as its answer repeats it. */
export interface Order {
  readonly actionId: string
  /** Where the first telephone is to be connected to. */
  readonly exten: string
  /** Instead of an extension: what is played or done. */
  readonly application: string
  /** The telephone to be rung first, or null where it is a number outside. */
  readonly phone: string | null
  readonly number: string
  /** Why it failed (0 anything, 3 not answered, 5 busy); null: it did not. */
  readonly failure: number | null
}

/** What is known of a call while it goes on. What it means is told by `telling.ts`. */
export interface Call {
  readonly id: string
  /** Linkedids. */
  readonly references: Set<string>
  readonly legs: Leg[]
  startedAt: number
  /** Last word about it. */
  heardAt: number
  handovers: Handover[]
  order: Order | null
  /** In a queue at this moment; "abandoned" when the caller left one. */
  queue: 'none' | 'waiting' | 'left' | 'abandoned'
  voicemail: boolean
  /** The dialplan tried to call somebody, even if no telephone could be rung. */
  dialTried: boolean
  cutOff: boolean
  recording: string | null
  /** Milliseconds of talk as the exchange itself counted them at the calling channel, exactly. */
  countedTalk: number | null
  /** The same from its call detail record, in whole seconds. */
  billed: number | null
  /** The connection was gone for a part of the call. */
  gap: boolean
  /** Telephones that rang and at which somebody else picked up. */
  readonly rangElsewhere: string[]
  /** The call as it was when the program last stood; everything before counts as told there. */
  before: PbxCall | null
  /** All channels are gone since. */
  overAt: number | null
  partOf: string | null
  /** What was last told, to tell only changes. */
  told: string
}

export function newCall(id: string, at: number): Call {
  return {
    id,
    references: new Set([id]),
    legs: [],
    startedAt: at,
    heardAt: at,
    handovers: [],
    order: null,
    queue: 'none',
    voicemail: false,
    dialTried: false,
    cutOff: false,
    recording: null,
    countedTalk: null,
    billed: null,
    gap: false,
    rangElsewhere: [],
    before: null,
    overAt: null,
    partOf: null,
    told: '',
  }
}

/** A call that was on the line when the program stopped, without its channels until they are found again. */
export function rememberedCall(before: PbxCall): Call {
  const call = newCall(before.id, before.startedAt)
  for (const reference of before.references) call.references.add(reference)
  call.before = before
  call.heardAt = before.at
  call.recording = before.recording
  call.gap = true
  call.handovers = before.transferredTo.map((to) => ({ to, settled: true }))
  return call
}
