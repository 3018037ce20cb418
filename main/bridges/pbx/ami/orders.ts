/** Calls that the program asks Asterisk for (Originate), and which of its channels belongs to which. */
import type { Call, Order } from './call.ts'
import { dialledNumber, readChannelName, type Naming } from './channel.ts'
import { refusal, type Leg } from './leg.ts'
import { field, type AmiMessage } from './messages.ts'

/** An OriginateResponse: what was asked for, and how the first telephone took it. */
export function readOrder(message: AmiMessage, naming: Naming): Order {
  const channel = field(message, 'channel')
  const number = dialledNumber(channel.replace(/^[^/]*\//, ''))
  const name = readChannelName(channel, naming)
  const exten = field(message, 'exten')
  return {
    actionId: field(message, 'actionid'),
    exten: exten === 's' ? '' : exten,
    application: field(message, 'application'),
    phone:
      name.kind === 'phone' && !channel.includes('@')
        ? name.label
        : name.kind === 'local'
          ? name.label
          : null,
    number: channel.includes('@') || name.kind === 'line' ? number : '',
    failure: field(message, 'response') === 'Success' ? null : Number(field(message, 'reason')) || 0,
  }
}

/**
 * A failure does not say which channel it was, unless the Originate named it (the program's own always do). Then it
 * was the first channel of that telephone or number that has failed and has no order yet.
 */
export function legOfOrder(
  order: Order,
  channel: string,
  calls: Iterable<Call>,
): { leg: Leg; call: Call } | undefined {
  const asked = channel.replace(/-[0-9a-f]{8}(;[12])?$/, '')
  for (const call of calls) {
    if (call.order !== null) continue
    const leg = call.legs[0]
    if (!leg || !leg.originated || leg.answeredAt !== null) continue
    const same =
      leg.channel.startsWith(`${asked}-`) ||
      (order.number !== '' && leg.dialled === order.number && leg.name.kind === 'line')
    if (same && (order.failure === 3 || hasFailed(leg))) return { leg, call }
  }
  return undefined
}

function hasFailed(leg: Leg): boolean {
  return leg.endedAt !== null || leg.asked !== null || refusal(leg) !== 'silent'
}
