import { readCallerNumber } from '../../../app/callerNumber.ts'
import { Refusal } from '../../../app/errors.ts'
import { hides, may } from '../../../app/rights.ts'
import { clientsByNumber } from '../../../db/calls/byNumber.ts'
import { readCallPeople, readOpenCalls, updateCall } from '../../../db/calls/calls.ts'
import { settleReturned } from '../../../db/calls/missed.ts'
import { readCalls } from '../../../db/calls/page.ts'
import { readNames } from '../../../db/staff.ts'
import { changesBetween } from '../changes.ts'
import { reachClient, reachClients, searchScope } from '../clients/reach.ts'
import { settingsOf } from '../clients/service.ts'
import type { Look, Services } from '../work.ts'
import { otherSideOf } from './outside.ts'
import { ownCallsOf, reachCall, shownCalls, subjectOfCall } from './reach.ts'
import { callerClientFor, concerns, liveCallFor, lookUp, type TakenCall } from './telling.ts'

/** Calls as they were kept, and those on the line. */
export const calls: Services<'calls'> = {
  async page(look, { number, clientId, limit, ...asked }) {
    const { country } = await settingsOf(look)
    if (clientId !== undefined) await reachClient(look, clientId)
    // By the number of a client who they are could be found out.
    if (number !== undefined && hides(look.actor.grant, 'client.phones'))
      throw new Refusal('FIELD_HIDDEN', { field: 'client.phones' })
    const rows = await readCalls(look.base, {
      ...asked,
      clientId,
      number: number === undefined ? undefined : readCallerNumber(number, country),
      ownOf: ownCallsOf(look.actor),
      limit: limit + 1,
    })
    const shown = await shownCalls(look, rows.slice(0, limit))
    const last = shown.at(-1)
    return {
      rows: shown,
      next: rows.length > limit && last ? { startedAt: last.startedAt, id: last.id } : null,
    }
  },

  async one(look, { id }) {
    const [shown] = await shownCalls(look, [await reachCall(look, id)])
    return shown!
  },

  async live(look) {
    const { office, actor } = look
    const open = (await openCalls(look)).filter((taken) => concerns(taken, actor))
    const named = await lookUp(office, open)
    return open.map((taken) => liveCallFor(office, actor, taken, named))
  },

  async whose(look, { number }) {
    const { grant } = look.actor
    if (!may(grant, 'clients.see') || hides(grant, 'client.phones')) return { clients: [] }
    const settings = await settingsOf(look)
    const scope = searchScope(look, settings)
    const ids = await clientsByNumber(look.base, readCallerNumber(number, settings.country), scope)
    const cards = await reachClients(look, ids)
    const managers = cards.flatMap(({ managerId }) => managerId ?? [])
    const names = await readNames(look.base, managers)
    return { clients: cards.map((card) => callerClientFor(look.actor, card, names)) }
  },

  async save(work, { id, note, tags, clientId }) {
    const before = await reachCall(work, id)
    if (clientId) await reachClient(work, clientId)
    await updateCall(work.trx, id, {
      ...(note === undefined ? {} : { note }),
      ...(tags === undefined ? {} : { tags: JSON.stringify([...new Set(tags)]) }),
      ...(clientId === undefined ? {} : { client_id: clientId, client_by: work.actor.userId }),
    })
    // Known to be a client's, it may return their missed calls, or have been returned itself.
    const returned = clientId === undefined ? [] : await settleReturned(work.trx, [id])
    const after = await reachCall(work, id)
    const logged = (row: typeof before) => ({
      note: row.note,
      tags: JSON.parse(row.tags) as string[],
      client: row.client,
    })
    const changes = changesBetween('call', logged(before), logged(after))
    const subject = subjectOfCall(after.client_id === null ? before : after)
    if (changes.length > 0) work.log({ subject, changes })
    work.tell({ type: 'call.changed', ids: [id, ...returned] })
    const [shown] = await shownCalls(work, [after])
    return shown!
  },
}

/** The calls on the line, as they were last told. */
async function openCalls(look: Look): Promise<TakenCall[]> {
  const { office, base } = look
  const { country } = await settingsOf(look)
  const open = await readOpenCalls(base)
  const people = await readCallPeople(
    base,
    open.map(({ id }) => id),
  )
  const found: TakenCall[] = []
  for (const { id, exchangeId, clientId, call } of open) {
    // eslint-disable-next-line no-await-in-loop -- one connection
    const number = await otherSideOf(base, exchangeId, call, country)
    found.push({
      id,
      exchangeId,
      call,
      number,
      clientId,
      // eslint-disable-next-line no-await-in-loop -- one connection
      clients: await clientsByNumber(base, number, { unfinishedImport: office.importing?.id }),
      people: people.get(id) ?? new Map(),
      userOf: office.exchanges.userOf(exchangeId),
      partOf: null,
    })
  }
  return found
}
