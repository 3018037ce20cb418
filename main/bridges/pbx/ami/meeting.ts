import { readChannelName, type Naming } from './channel.ts'
import { guessAnswer, newLeg } from './leg.ts'
import { field, unescaped, type AmiMessage } from './messages.ts'
import type { Found, Switchboard } from './switchboard.ts'

/** Events that speak of channels that are there. Others come after the end too, and begin no call. */
const beginnings = new Set([
  'Newchannel',
  'Newstate',
  'Newexten',
  'NewCallerid',
  'NewConnectedLine',
  'CoreShowChannel',
  'DialBegin',
  'DialState',
  'DialEnd',
  'BridgeEnter',
  'BridgeLeave',
  'BlindTransfer',
  'AttendedTransfer',
  'Pickup',
  'QueueCallerJoin',
  'HangupRequest',
  'Hangup',
])

/**
 * A channel is heard of for the first time. Usually it has just begun; after a gap, or where the program came to
 * calls that were on, it may be anywhere in its life, and what lies behind it is concluded from how it stands.
 */
export function meet(
  message: AmiMessage,
  of: (name: string) => string,
  naming: Naming,
  board: Switchboard,
  at: number,
): Found | undefined {
  const channel = of('Channel')
  const name = readChannelName(channel, naming)
  if (!beginnings.has(message.name)) return undefined
  if (name.kind === 'other' || /<(MASQ|ZOMBIE)>$/.test(channel)) return undefined
  const id = of('Uniqueid')
  const linked = of('Linkedid')
  const fresh = message.name === 'Newchannel'
  const state = of('ChannelState')
  const application = field(message, 'application')
  const called = fresh
    ? state === '0'
    : of('Channel') !== field(message, 'channel') ||
      /^App(Dial|Queue)/.test(application) ||
      (id !== linked && name.kind !== 'local')
  const age = message.name === 'CoreShowChannel' ? duration(field(message, 'duration')) : 0
  const call = board.callOf(linked) ?? board.begin(linked, id, at - age)
  const leg = newLeg({
    id,
    channel,
    name,
    called,
    number: called ? '' : of('CallerIDNum'),
    callerName: called ? '' : unescaped(of('CallerIDName')),
    exten: of('Exten'),
    at: at - age,
  })
  leg.originated = application === 'AppDial2'
  if (!fresh) {
    // What was before the program stopped is told already.
    if (call.before) leg.startedAt = Math.max(leg.startedAt, call.before.at)
    call.startedAt = Math.min(call.startedAt, leg.startedAt)
    // Up at a telephone that the exchange rang: a person picked up, unseen when. A DialEnd says it itself.
    if (called && state === '6' && message.name !== 'DialEnd' && name.kind !== 'local')
      guessAnswer(leg, leg.startedAt)
  }
  return board.addLeg(call, leg)
}

/** "01:02:03" in milliseconds. */
function duration(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number)
  const total = (hours * 60 + minutes) * 60 + seconds
  return Number.isFinite(total) ? total * 1000 : 0
}
