import { byCaller, claimHolds } from '../../../../app/missedCalls.ts'
import type { MissedCaller } from '../../../../app/contract/callHistory.ts'
import { Refusal } from '../../../../app/errors.ts'
import { may } from '../../../../app/rights.ts'
import {
  readClaims,
  readReturnedTogether,
  readWaiting,
  readWaitingWith,
  setClaim,
  setReturned,
  settleReturned,
  type WaitingCall,
} from '../../../../db/calls/missed.ts'
import { changesBetween } from '../../changes.ts'
import { reachClients } from '../../clients/reach.ts'
import type { Look, Services, Work } from '../../work.ts'
import { ownCallsOf, reachCall } from '../reach.ts'
import { seesNumber } from '../telling.ts'

/** More callers than anybody calls back in a day. */
const mostCallers = 500

/** Who is to be called back. Nobody leaves the list but by being spoken with, or by somebody saying that they were. */
export const missed: Pick<Services<'callHistory'>, 'missed' | 'waiting' | 'claim' | 'returned'> = {
  async missed(look) {
    const waiting = await readWaiting(look.base, ownCallsOf(look.actor))
    const callers = byCaller(waiting.map((call) => ({ ...call, clientId: call.client_id })))
    // As they came: whoever waits longest is first.
    const shown = callers.toReversed().slice(0, mostCallers)
    const clients = shown.flatMap((calls) => calls.find(({ clientId }) => clientId !== null)?.clientId ?? [])
    const cards = may(look.actor.grant, 'clients.see') ? await reachClients(look, clients) : []
    const reached = new Set(cards.map(({ id }) => id))
    return { callers: shown.map((calls) => callerOf(look, calls, reached)), total: callers.length }
  },

  async waiting(look) {
    const waiting = await readWaiting(look.base, ownCallsOf(look.actor))
    return { callers: byCaller(waiting.map((call) => ({ ...call, clientId: call.client_id }))).length }
  },

  async claim(work, { callId, claimed }) {
    await reachCall(work, callId)
    const ids = await waitingWith(work, callId)
    const { userId, name } = work.actor
    const before = (await readClaims(work.trx, ids)).map((one) => claimIn(one, work.at)).find(Boolean)
    if (before && before.userId !== userId) throw new Refusal('CLAIMED', { by: before.name })
    await setClaim(work.trx, ids, claimed ? { by: userId, at: work.at } : null)
    work.log({
      subject: { type: 'call', id: callId, name: '' },
      changes: changesBetween('call', { claimed: before?.name ?? null }, { claimed: claimed ? name : null }),
    })
    work.tell({ type: 'call.changed', ids })
    return null
  },

  async returned(work, { callId, returned }) {
    const call = await reachCall(work, callId)
    if (returned) {
      const ids = await waitingWith(work, callId)
      await setReturned(work.trx, ids, { at: work.at, call: null, user: work.actor.userId })
      logReturned(work, callId, false, true)
      work.tell({ type: 'call.changed', ids })
      return null
    }
    // Only what a person said can be unsaid.
    if (call.missed !== 1 || call.returned_at === null || call.returned_by_call !== null)
      throw new Refusal('NOT_FOUND')
    const ids = await readReturnedTogether(work.trx, call.returned_at, call.returned_by)
    await setReturned(work.trx, ids, null)
    await settleReturned(work.trx, ids)
    logReturned(work, callId, true, false)
    work.tell({ type: 'call.changed', ids })
    return null
  },
}

/** Throws NOT_FOUND where the call does not wait any more: somebody was quicker. */
async function waitingWith(work: Work, callId: number): Promise<number[]> {
  const ids = await readWaitingWith(work.trx, callId)
  if (ids.length === 0) throw new Refusal('NOT_FOUND')
  return ids
}

/** Who said that they call, as long as it holds. */
function claimIn(
  { claimed_by: userId, claimed_at: at, claimer: name }: Claimed,
  now: number,
): MissedCaller['claim'] {
  return userId === null || at === null || now - at > claimHolds ? null : { userId, name: name ?? '', at }
}
type Claimed = Pick<WaitingCall, 'claimed_by' | 'claimed_at' | 'claimer'>

function callerOf(
  { actor, office }: Look,
  calls: readonly (WaitingCall & { readonly clientId: number | null })[],
  reached: ReadonlySet<number>,
): MissedCaller {
  const last = calls.reduce((latest, call) => (call.started_at > latest.started_at ? call : latest))
  const named = calls.find(({ clientId }) => clientId !== null)
  const clientId = named?.clientId ?? null
  return {
    callId: last.id,
    ...(seesNumber(actor, clientId !== null) ? { number: last.number } : {}),
    name: last.from_name,
    client: clientId !== null && reached.has(clientId) ? { id: clientId, name: named?.client ?? '' } : null,
    line: last.line,
    count: calls.length,
    firstAt: Math.min(...calls.map(({ started_at: at }) => at)),
    lastAt: last.started_at,
    waited: Math.max(...calls.map(({ wait_ms: waited }) => waited)),
    claim: calls.map((call) => claimIn(call, office.now())).find((claim) => claim !== null) ?? null,
  }
}

function logReturned(work: Work, callId: number, before: boolean, after: boolean): void {
  work.log({
    subject: { type: 'call', id: callId, name: '' },
    changes: changesBetween('call', { returned: before }, { returned: after }),
  })
}
