import { handedOn, handedOver } from './handovers.ts'
import type { Leg } from './leg.ts'
import { field, type AmiMessage } from './messages.ts'
import type { Sight } from './sight.ts'
import type { Found, Switchboard } from './switchboard.ts'

/** An employee sends the other side on without asking. Answers whose call it was. */
export function hearBlindTransfer(
  sight: Sight,
  board: Switchboard,
  message: AmiMessage,
  at: number,
): Leg | undefined {
  const transferer = sight.of(message, 'Transferer', at)
  const transferee = sight.of(message, 'Transferee', at)
  const found = transferer ?? transferee
  if (!found || !succeeded(message)) return undefined
  if (transferer) transferer.leg.leftAt ??= at
  const call = board.legOf(found.leg.id)?.call
  if (call) handedOn(call, field(message, 'extension'))
  return found.leg
}

/** An employee has asked a colleague, and leaves. With a second channel the question was a call of its own. */
export function hearAttendedTransfer(
  sight: Sight,
  board: Switchboard,
  message: AmiMessage,
  at: number,
): Leg | undefined {
  const first = sight.of(message, 'OrigTransferer', at)
  const second = sight.of(message, 'SecondTransferer', at)
  const target = sight.of(message, 'TransferTarget', at)
  const found = first ?? second ?? target
  if (!found || !succeeded(message)) return undefined
  const callOf = (place: Found | undefined) => place && board.legOf(place.leg.id)?.call
  const [one, two] = [callOf(first), callOf(second)]
  if (one && two) board.join(one, two, at)
  // In a conference of three nobody has gone.
  if (/^(threeway|fail)$/i.test(field(message, 'desttype'))) return found.leg
  for (const transferer of [first, second]) if (transferer) transferer.leg.leftAt ??= at
  const call = callOf(found)
  if (call) handedOver(call, target?.leg, second?.leg)
  return found.leg
}

/** A telephone takes a call that rings at another: it goes on in that one's place. */
export function hearPickup(
  sight: Sight,
  board: Switchboard,
  message: AmiMessage,
  at: number,
): Leg | undefined {
  const picker = sight.of(message, '', at)
  const target = sight.of(message, 'Target', at)
  if (!picker || !target || picker.leg.name.kind !== 'phone') return undefined
  const { name } = picker.leg
  // Who rang stays on record under the telephone's own name.
  target.call.rangElsewhere.push(target.leg.name.label)
  if (picker.call !== target.call) board.join(target.call, picker.call, at)
  picker.leg.leftAt ??= at
  target.leg.name = name
  target.leg.answeredAt ??= at
  return target.leg
}

function succeeded(message: AmiMessage): boolean {
  return /^success$/i.test(field(message, 'result') || 'success')
}
