import { afterAttempt } from '../../../../app/calling.ts'
import type { CallTurn } from '../../../../app/contract/callLists.ts'
import { Refusal } from '../../../../app/errors.ts'
import { nextPermitted } from '../../../../app/permittedHours.ts'
import { deleteAttempt, insertAttempt, readAttempt, readAttempts } from '../../../../db/calls/attempts.ts'
import { readCallList, type CallListRow } from '../../../../db/calls/lists.ts'
import {
  earliestFor,
  entryTakenBy,
  firstFor,
  readCountries,
  readEntry,
  setEntry,
  stateOf,
  type Caller,
  type StoredEntry,
} from '../../../../db/calls/listEntries.ts'
import { reachOf } from '../../clients/reach.ts'
import type { Services, Work } from '../../work.ts'
import { clocksOf, mayRing, shownEntries } from './shown.ts'

type Turns = Pick<Services<'callLists'>, 'next' | 'giveBack' | 'result' | 'undoResult'>

const nobody = { taken_by: null, taken_at: null }

/** Throws NOT_FOUND, also for somebody who is not among those who call. */
async function listToCall(work: Work, id: number): Promise<CallListRow> {
  const list = await readCallList(work.trx, id)
  if (!list) throw new Refusal('NOT_FOUND')
  const { userId } = work.actor
  if (list.callers.length > 0 && !list.callers.includes(userId)) throw new Refusal('NOT_FOUND')
  return list
}

/** Whom this person has, as nobody else does by now. Throws NOT_FOUND, IN_USE. */
async function taken(work: Work, id: number): Promise<StoredEntry> {
  const entry = await readEntry(work.trx, id)
  if (!entry) throw new Refusal('NOT_FOUND')
  if (entry.done_at !== null || entry.taken_by !== work.actor.userId) throw new Refusal('IN_USE')
  return entry
}

async function turnOf(work: Work, entry: StoredEntry): Promise<CallTurn> {
  const [shown] = await shownEntries(work, [entry])
  const history =
    shown!.client === null && entry.client_id !== null ? [] : await readAttempts(work.trx, entry.id)
  const zones = clocksOf(entry.country)
  return {
    ...shown!,
    history,
    zone: zones.length === 1 ? zones[0]! : null,
    agreedFor: entry.agreed === 1 ? entry.next_at : null,
  }
}

/** When there will be somebody to call; null where nobody is left. */
async function nextMoment(
  work: Work,
  caller: Omit<Caller, 'countries'>,
  list: CallListRow,
): Promise<number | null> {
  const moments = (await earliestFor(work.trx, caller)).map(({ country, agreed, at }) =>
    agreed === 1 ? at : nextPermitted(list.rules.hours, Math.max(at, caller.now), clocksOf(country)),
  )
  return moments.length === 0 ? null : Math.min(...moments)
}

/** Being given the next one, and saying what came of it. */
export const turns: Turns = {
  async next(work, { id }) {
    const list = await listToCall(work, id)
    const { userId } = work.actor
    const caller = {
      list: id,
      user: userId,
      now: work.at,
      scope: { ...reachOf(work.actor), unfinishedImport: work.office.importing?.id },
    }
    const own = await entryTakenBy(work.trx, id, userId)
    if (own) return { turn: await turnOf(work, own), nextAt: null }
    if (list.state !== 'open') return { turn: null, nextAt: null }
    const countries = (await readCountries(work.trx, id)).filter((country) =>
      mayRing(list.rules.hours, work.at, country),
    )
    const first = await firstFor(work.trx, { ...caller, countries })
    if (first === undefined) return { turn: null, nextAt: await nextMoment(work, caller, list) }
    await setEntry(work.trx, first, { taken_by: userId, taken_at: work.at })
    work.tell({ type: 'callLists.changed' })
    return { turn: await turnOf(work, (await readEntry(work.trx, first))!), nextAt: null }
  },

  async giveBack(work, { entry: id }) {
    const entry = await taken(work, id)
    await setEntry(work.trx, entry.id, nobody)
    work.tell({ type: 'callLists.changed' })
    return null
  },

  async result(work, { entry: id, result, note, callBackAt }) {
    const entry = await taken(work, id)
    const list = await listToCall(work, entry.list_id)
    const attempts = entry.attempts + 1
    const next = afterAttempt(list.rules, {
      result,
      attempts,
      at: work.at,
      callBackAt: callBackAt ?? null,
      zones: clocksOf(entry.country),
    })
    const attempt = await insertAttempt(work.trx, {
      entryId: entry.id,
      clientId: entry.client_id,
      at: work.at,
      by: work.actor.userId,
      result,
      note,
      before: stateOf(entry),
    })
    await setEntry(work.trx, entry.id, {
      ...nobody,
      result,
      note,
      attempts,
      ...(next.done
        ? { done_at: work.at, agreed: 0, for_user: null }
        : {
            next_at: next.nextAt,
            agreed: next.agreed ? 1 : 0,
            for_user: next.agreed ? work.actor.userId : null,
          }),
    })
    await logResult(work, list, entry, null, result)
    work.tell({ type: 'callLists.changed' })
    return { attempt }
  },

  async undoResult(work, { attempt: id }) {
    const attempt = await readAttempt(work.trx, id)
    if (!attempt || attempt.user_id !== work.actor.userId) throw new Refusal('NOT_FOUND')
    const entry = await readEntry(work.trx, attempt.entry_id)
    const [last] = await readAttempts(work.trx, attempt.entry_id)
    if (!entry || last?.id !== id || entry.taken_by !== null) throw new Refusal('IN_USE')
    const list = await listToCall(work, entry.list_id)
    await deleteAttempt(work.trx, id)
    await setEntry(work.trx, entry.id, {
      ...attempt.before,
      taken_by: work.actor.userId,
      taken_at: work.at,
    })
    await logResult(work, list, entry, attempt.result, null)
    work.tell({ type: 'callLists.changed' })
    return null
  },
}

/** The log names the list; who was called it says where the client's own timeline is read by the reader's rights. */
async function logResult(
  work: Work,
  list: CallListRow,
  entry: StoredEntry,
  before: string | null,
  after: string | null,
): Promise<void> {
  work.log({
    subject: { type: 'callList', id: list.id, name: list.name },
    changes: [
      { field: 'callList.entry', before: null, after: entry.id },
      { field: 'callList.result', before, after },
    ],
  })
}
