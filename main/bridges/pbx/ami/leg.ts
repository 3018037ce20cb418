import type { ChannelName } from './channel.ts'

/** One channel of a call: a telephone, a line, or a connecting piece. Moments are milliseconds. */
export interface Leg {
  readonly id: string
  name: ChannelName
  /** As Asterisk names it now; hang-up and transfer are asked for by this name. */
  channel: string
  /** Rung by the exchange; false: it called the exchange itself; null: its beginning was not seen. */
  called: boolean | null
  /** The first channel of an Originate. */
  originated: boolean
  /** Dialled by the exchange on behalf of this channel. */
  dialledBy: string | null
  /** What it began with: caller and number called. */
  begin: { readonly number: string; readonly name: string; readonly exten: string }
  startedAt: number
  ringingAt: number | null
  /** When a person picked up; of a calling channel null. */
  answeredAt: number | null
  /** The moment of the answer is a guess: it lay before the connection or in a gap. */
  answerGuessed: boolean
  /** When it was taken out of the call by a transfer, while its channel still ended. */
  leftAt: number | null
  endedAt: number | null
  /** Its end was seen, not concluded from its absence. */
  endSeen: boolean
  /** Its own side asked for the end, with this cause of Q.850 (0: none given). */
  asked: number | null
  hangupCause: number
  dialStatus: string
  /** Number sent out over a line. */
  dialled: string
  bridge: string | null
  /** Its last bridge was a conference or a parking place, which many calls share. */
  shared: boolean
  /** Came with another call that turned out to be part of this one. */
  joinedAt: number | null
  exten: string
  /** An employee's second channel, to ask a colleague during a call. */
  consultation: boolean
}

export function newLeg(seen: {
  id: string
  channel: string
  name: ChannelName
  called: boolean | null
  number: string
  callerName: string
  exten: string
  at: number
}): Leg {
  return {
    id: seen.id,
    name: seen.name,
    channel: seen.channel,
    called: seen.called,
    originated: false,
    dialledBy: null,
    begin: { number: seen.number, name: seen.callerName, exten: seen.exten },
    startedAt: seen.at,
    ringingAt: null,
    answeredAt: null,
    answerGuessed: false,
    leftAt: null,
    endedAt: null,
    endSeen: false,
    asked: null,
    hangupCause: 0,
    dialStatus: '',
    dialled: '',
    bridge: null,
    shared: false,
    joinedAt: null,
    exten: seen.exten,
    consultation: false,
  }
}

/** It was picked up unseen, at about this moment. */
export function guessAnswer(leg: Leg, at: number): void {
  leg.answeredAt = at
  leg.answerGuessed = true
}

/** A person can sit at it. */
export function isPerson(leg: Leg): boolean {
  return leg.name.kind === 'phone' || leg.name.kind === 'line'
}

/** From when to when a person was on the line at it; null for a telephone that nobody picked up. */
export function presence(leg: Leg, now: number): { from: number; to: number } | null {
  if (!isPerson(leg)) return null
  const came = leg.called === false ? leg.startedAt : leg.answeredAt
  if (came === null) return null
  const from = Math.max(came, leg.joinedAt ?? came)
  const to = Math.min(leg.leftAt ?? Infinity, leg.endedAt ?? Infinity, Math.max(now, from))
  return { from, to: Math.max(from, to) }
}

/** It is on the line at this moment. */
export function isPresent(leg: Leg): boolean {
  return leg.endedAt === null && leg.leftAt === null && (leg.called === false || leg.answeredAt !== null)
}

/** Causes of Q.850 by which a telephone or the network says no. */
export const cause = {
  unallocated: 1,
  noRouteToNetwork: 2,
  noRoute: 3,
  busy: 17,
  absent: 20,
  rejected: 21,
  changed: 22,
  outOfOrder: 27,
  invalidNumber: 28,
} as const

/** Why a called telephone was not picked up. A cause counts only where its own side gave it. */
export function refusal(leg: Leg): 'busy' | 'declined' | 'invalid' | 'unreachable' | 'cancelled' | 'silent' {
  const status = leg.dialStatus
  if (status === 'CANCEL') return 'cancelled'
  const said = leg.asked !== null && leg.asked !== 0 ? leg.asked : status === '' ? 0 : leg.hangupCause
  if (status === 'BUSY' || said === cause.busy) return 'busy'
  if (said === cause.rejected) return 'declined'
  if (said === cause.unallocated || said === cause.changed || said === cause.invalidNumber) return 'invalid'
  if (said === cause.absent || said === cause.noRoute || said === cause.outOfOrder) return 'unreachable'
  return 'silent'
}
