/** Who handed a call to whom: transfers with and without asking first, and telephones that took a call over. */
import type { Call } from './call.ts'
import { isPerson, isPresent, type Leg } from './leg.ts'

/** Handed on without asking: the target has not answered yet, and may be a group. */
export function handedOn(call: Call, to: string): void {
  if (to !== '') call.handovers.push({ to, settled: false })
}

/** Handed over after asking: `target` is whom the employee's `second` channel had reached. */
export function handedOver(call: Call, target: Leg | undefined, second: Leg | undefined): void {
  const to = consulted(call, target, second)
  if (to !== '') call.handovers.push({ to, settled: true })
}

function consulted(call: Call, target: Leg | undefined, second: Leg | undefined): string {
  if (target?.name.kind === 'phone') return target.name.label
  if (target?.name.kind === 'line' && target.called) return target.dialled
  const reached = call.legs.filter((leg) => leg.called === true && leg !== target && leg !== second)
  if (target?.name.kind === 'local') {
    // Behind the connecting piece is the telephone that answered last.
    const behind = reached.filter(
      (leg) => leg.name.kind === 'phone' && leg.answeredAt !== null && isPresent(leg),
    )
    return newest(behind)?.name.label ?? target.name.label
  }
  const dialled = newest(reached.filter((leg) => leg.dialledBy === second?.id))
  return dialled === null ? (second?.begin.exten ?? '') : labelOf(dialled)
}

/**
 * The exchange rings somebody for a party that had been talking and is in no bridge any more: sent on by AMI or by
 * the dialplan, without an event of its own.
 */
export function sentOn(call: Call, source: Leg, dest: Leg): void {
  if (!isPerson(source) || !isPerson(dest) || source.bridge !== null || source.consultation) return
  if (call.handovers.some((handover) => !handover.settled)) return
  const spoken = call.legs.some(
    (leg) => leg.answeredAt !== null && leg !== source && leg !== dest && !leg.consultation && isPerson(leg),
  )
  if (spoken) handedOn(call, dest.name.kind === 'phone' ? dest.name.label : dest.dialled || source.exten)
}

/** Where somebody has left and somebody who came later is on the line with the other side, the call was taken over. */
export function settleHandover(call: Call): void {
  const people = call.legs.filter((leg) => isPerson(leg) && cameAt(leg) !== null)
  const here = people.filter(isPresent)
  if (here.length < 2) return
  const taker = newest(here)
  const left = people.filter((leg) => !isPresent(leg))
  if (!taker || left.length === 0 || (taker.called === false && !taker.consultation)) return
  const label = labelOf(taker)
  const earlier = left.filter((leg) => (cameAt(leg) ?? 0) <= (cameAt(taker) ?? 0) && labelOf(leg) !== label)
  if (label === '' || earlier.length === 0) return
  const pending = call.handovers.find((handover) => !handover.settled)
  if (pending) {
    pending.to = label
    pending.settled = true
  } else if (call.handovers.at(-1)?.to !== label && !call.before?.talking.includes(label)) {
    call.handovers.push({ to: label, settled: true })
  }
}

/** When a person came to the line at it. */
function cameAt(leg: Leg): number | null {
  return leg.called === false ? leg.startedAt : leg.answeredAt
}

function newest(legs: readonly Leg[]): Leg | null {
  return legs.reduce<Leg | null>(
    (best, leg) =>
      best === null || (cameAt(leg) ?? leg.startedAt) >= (cameAt(best) ?? best.startedAt) ? leg : best,
    null,
  )
}

function labelOf(leg: Leg): string {
  return leg.name.kind === 'phone' ? leg.name.label : leg.dialled
}
