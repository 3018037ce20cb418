/**
 * The events of one Asterisk made into calls: a state machine without clock or network. It is fed with messages and
 * moments, and asked what changed. Everything is looked up by Uniqueid, as channel names are given out again after
 * every restart of the exchange; calls are joined where Asterisk joins them (Linkedid, bridges, transfers).
 */
import type { PbxCall } from '../../../../app/calls.ts'
import { newCall, rememberedCall } from './call.ts'
import { dialledNumber, readChannelName, type Naming } from './channel.ts'
import { hearRecord, hearStep, hearVariable } from './dialplan.ts'
import { Downtime } from './downtime.ts'
import { sentOn, settleHandover } from './handovers.ts'
import { guessAnswer, isPerson, type Leg } from './leg.ts'
import { field, unescaped, type AmiMessage } from './messages.ts'
import { legOfOrder, readOrder } from './orders.ts'
import { Sight } from './sight.ts'
import { Switchboard, type Found } from './switchboard.ts'
import { hearAttendedTransfer, hearBlindTransfer, hearPickup } from './transfers.ts'

/** So long after the last hang-up things about a call may still be said. */
export const AFTERWORD_MS = 2_000

/** Events that say nothing about calls, and come often. */
const ofNoUse = new Set(['BridgeCreate', 'BridgeDestroy', 'RTCPSent', 'RTCPReceived', 'DeviceStateChange'])

export class AmiCalls {
  readonly #naming: Naming
  readonly #board = new Switchboard()
  readonly #downtime: Downtime
  readonly #sight: Sight

  /** `known`: calls that were on the line when the program last stood, at `at`. */
  constructor(naming: Naming, known: readonly PbxCall[] = [], at = 0) {
    this.#naming = naming
    this.#downtime = new Downtime(this.#board)
    this.#sight = new Sight(this.#board, naming)
    for (const before of known) if (before.outcome === null) this.#board.add(rememberedCall(before))
    if (this.#board.calls.size > 0) this.#downtime.lost(at)
  }

  /** What is new since the last asking, in order. */
  changes(): PbxCall[] {
    return this.#board.changes()
  }

  /** When `pass` has something to do; null: nothing before the next message. */
  nextMoment(): number | null {
    const over = [...this.#board.calls].flatMap((call) =>
      call.overAt === null ? [] : [call.overAt + AFTERWORD_MS],
    )
    return over.length > 0 ? Math.min(...over) : null
  }

  /** The calls on the line, as they stand. */
  get open(): number {
    return this.#board.calls.size
  }

  /** The channel of an extension in a call, or of the other side: what hang-up and transfer need. */
  channels(id: string): readonly Leg[] {
    return this.#board.callOf(id)?.legs.filter((leg) => leg.endedAt === null && isPerson(leg)) ?? []
  }

  /** Time goes by. */
  pass(at: number): void {
    for (const call of this.#board.calls)
      if (call.overAt !== null && at >= call.overAt + AFTERWORD_MS) this.#board.close(call, at)
  }

  /** The connection is gone; calls may go on unseen. */
  lost(at: number): void {
    this.#downtime.lost(at)
  }

  /** The exchange is about to be asked which channels there are, while the connection stands. */
  doubt(at: number): void {
    this.#downtime.doubt(at)
  }

  /** The exchange does not say which channels there are: what was open before is closed as unknown. */
  unlisted(at: number): void {
    this.#downtime.unlisted(at)
  }

  /** Nothing more will come: every open call is closed, its end unknown. */
  finish(at: number): void {
    const until = this.#downtime.since ?? at
    for (const call of this.#board.calls) this.#board.close(call, at, until)
  }

  hear(message: AmiMessage, at: number): void {
    this.pass(at)
    if (message.kind === 'response') this.#downtime.hearAnswer(message)
    if (message.kind !== 'event' || ofNoUse.has(message.name)) return
    switch (message.name) {
      case 'FullyBooted':
        return this.#downtime.hearBooted(message, at)
      case 'Shutdown':
        return this.#downtime.hearShutdown(at)
      case 'CoreShowChannelsComplete':
        return this.#downtime.hearListed(at)
      case 'OriginateResponse':
        return this.#hearOrder(message, at)
      case 'Cdr': {
        const found = this.#board.legOf(field(message, 'uniqueid'))
        if (found) hearRecord(found.call, found.leg, message)
        return
      }
      case 'AttendedTransfer':
        return this.#heard(hearAttendedTransfer(this.#sight, this.#board, message, at), at)
      case 'BlindTransfer':
        return this.#heard(hearBlindTransfer(this.#sight, this.#board, message, at), at)
      case 'Pickup':
        return this.#heard(hearPickup(this.#sight, this.#board, message, at), at)
      case 'DialBegin':
      case 'DialState':
      case 'DialEnd':
        return this.#hearDial(message, at)
      default:
        return this.#hearChannel(message, at)
    }
  }

  #hearChannel(message: AmiMessage, at: number): void {
    const found = this.#sight.of(message, '', at)
    if (!found) return
    const { leg, call } = found
    switch (message.name) {
      case 'Newexten':
        hearStep(call, leg, message)
        break
      case 'NewCallerid':
        // Where the line sent no number at first. What the dialplan writes over one is not the caller's.
        if (leg.called === false && leg.name.kind === 'line' && leg.begin.number === '')
          leg.begin = {
            ...leg.begin,
            number: field(message, 'calleridnum'),
            name: unescaped(field(message, 'calleridname')),
          }
        break
      case 'VarSet':
        hearVariable(call, leg, message)
        break
      case 'Rename':
        this.#hearRename(leg, field(message, 'newname'))
        break
      case 'BridgeEnter':
        this.#hearEnter(found, message, at)
        break
      case 'BridgeLeave':
        this.#board.leaveBridge(leg)
        if (leg.called !== false && leg.answeredAt === null && isPerson(leg))
          guessAnswer(leg, leg.ringingAt ?? leg.startedAt)
        break
      case 'HangupRequest':
        leg.asked = Number(field(message, 'cause')) || 0
        break
      case 'Hangup':
        this.#hearHangup(found, message, at)
        break
      case 'QueueCallerJoin':
        call.queue = 'waiting'
        break
      case 'QueueCallerAbandon':
        call.queue = 'abandoned'
        break
      case 'QueueCallerLeave':
        if (call.queue === 'waiting') call.queue = 'left'
        break
      case 'MessageWaiting':
        call.voicemail = true
        break
      case 'CoreShowChannel':
        this.#downtime.hearListedChannel(leg.id)
        // Picked up while nobody listened.
        if (
          field(message, 'bridgeid') !== '' &&
          leg.called === true &&
          leg.answeredAt === null &&
          isPerson(leg)
        )
          guessAnswer(leg, at)
        break
    }
    this.#heard(leg, at)
  }

  /** Something was heard of this channel: its call may have changed hands, and is told if it changed. */
  #heard(leg: Leg | undefined, at: number): void {
    const call = leg && this.#board.legOf(leg.id)?.call
    if (!call) return
    settleHandover(call)
    this.#board.note(call, at)
  }

  #hearRename(leg: Leg, channel: string): void {
    if (channel === '' || /<(MASQ|ZOMBIE)>$/.test(channel)) return
    leg.channel = channel
    leg.name = readChannelName(channel, this.#naming)
  }

  #hearEnter({ leg, call }: Found, message: AmiMessage, at: number): void {
    const id = field(message, 'bridgeuniqueid')
    if (id === '') return
    leg.leftAt = null
    if (leg.called === true && isPerson(leg)) leg.answeredAt ??= at
    for (const other of this.#board.enterBridge(leg, id, field(message, 'bridgetype'))) {
      const beside = this.#board.legOf(other.id)
      if (beside) this.#board.join(this.#board.legOf(leg.id)?.call ?? call, beside.call, at)
    }
  }

  #hearHangup({ leg, call }: Found, message: AmiMessage, at: number): void {
    this.#board.leaveBridge(leg)
    leg.endedAt ??= at
    leg.endSeen = true
    leg.hangupCause = Number(field(message, 'cause')) || 0
    this.#board.overIfEmpty(call, at)
  }

  #hearDial(message: AmiMessage, at: number): void {
    const dest = this.#sight.of(message, 'Dest', at)
    const source = this.#sight.of(message, '', at)
    if (!dest) return
    const { leg } = dest
    leg.called = true
    if (source) leg.dialledBy = source.leg.id
    else if (field(message, 'channel') === '') leg.originated = true
    const number = dialledNumber(field(message, 'dialstring'))
    if (leg.name.kind === 'line' && number !== '') leg.dialled = number
    const status = field(message, 'dialstatus')
    if (status === 'RINGING') leg.ringingAt ??= at
    if (message.name === 'DialBegin' && source)
      sentOn(this.#board.legOf(leg.id)?.call ?? dest.call, source.leg, leg)
    if (message.name === 'DialEnd') {
      // Queues say CANCEL again of telephones that were told so before.
      if (leg.dialStatus === '' || status === 'ANSWER') leg.dialStatus = status
      if (status === 'ANSWER' && isPerson(leg)) leg.answeredAt ??= at
    }
    this.#heard(leg, at)
  }

  #hearOrder(message: AmiMessage, at: number): void {
    const order = readOrder(message, this.#naming)
    const id = field(message, 'uniqueid')
    const answered = `order ${order.actionId}`
    if (order.actionId !== '' && this.#board.hasEnded(answered)) return
    this.#board.remember(answered)
    const found = this.#board.legOf(id) ?? legOfOrder(order, field(message, 'channel'), this.#board.calls)
    if (found) {
      found.call.order ??= order
      this.#heard(found.leg, at)
      return
    }
    const name = id || order.actionId || `order-${at}`
    if (order.failure === null || this.#board.hasEnded(name) || this.#board.callOf(name)) return
    const call = this.#board.add(newCall(name, at))
    call.order = order
    call.overAt = at
    this.#board.note(call, at)
  }
}
