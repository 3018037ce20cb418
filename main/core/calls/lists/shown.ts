import type { CallList, CallListEntry } from '../../../../app/contract/callLists.ts'
import { isPermitted, zonesOf, type PermittedHours } from '../../../../app/permittedHours.ts'
import { hides } from '../../../../app/rights.ts'
import type { CallListCount, CallListRow } from '../../../../db/calls/lists.ts'
import type { StoredEntry } from '../../../../db/calls/listEntries.ts'
import { readRows } from '../../../../db/clients/page.ts'
import { reachClients, readingLanguage, rowNeeds } from '../../clients/reach.ts'
import { settingsOf } from '../../clients/service.ts'
import type { Look } from '../../work.ts'

/** The clocks of a country; where nobody knows them, those of this computer. */
export function clocksOf(country: string): readonly string[] {
  const zones = zonesOf(country)
  return zones.length > 0 ? zones : [new Intl.DateTimeFormat().resolvedOptions().timeZone]
}

/** Whether it is a time at which people in a country may be called. */
export const mayRing = (hours: PermittedHours, at: number, country: string): boolean =>
  isPermitted(hours, at, clocksOf(country))

/** A list with how far it has come. */
export function counted(list: CallListRow, counts: readonly CallListCount[], now: number): CallList {
  const own = counts.filter(({ listId }) => listId === list.id)
  const sum = (of: (count: CallListCount) => number) => own.reduce((all, one) => all + of(one), 0)
  const results: CallList['results'] = {}
  for (const { result, count } of own) if (result) results[result] = (results[result] ?? 0) + count
  return {
    ...list,
    total: sum(({ count }) => count),
    done: sum(({ done }) => done),
    due: sum(({ due, country }) => (mayRing(list.rules.hours, now, country) ? due : 0)),
    results,
  }
}

/** Entries as this person may see them. */
export async function shownEntries(look: Look, rows: readonly StoredEntry[]): Promise<CallListEntry[]> {
  const ids = [...new Set(rows.flatMap(({ client_id }) => client_id ?? []))]
  const reached = new Set((await reachClients(look, ids)).map(({ id }) => id))
  const needs = rowNeeds(look.actor, await readingLanguage(look, await settingsOf(look)))
  const clients = await readRows(
    look.base,
    ids.filter((id) => reached.has(id)),
    needs,
  )
  const names = new Map(clients.map(({ id, name }) => [id, name]))
  const showNumber = !hides(look.actor.grant, 'client.phones')
  return rows.map((row) => {
    const name = row.client_id === null ? undefined : names.get(row.client_id)
    const unreached = row.client_id !== null && name === undefined
    return {
      id: row.id,
      client: row.client_id === null || name === undefined ? null : { id: row.client_id, name },
      ...(showNumber && !unreached ? { number: row.number } : {}),
      attempts: row.attempts,
      result: row.result,
      note: unreached ? '' : row.note,
      nextAt: row.next_at,
      doneAt: row.done_at,
      takenBy: row.taken_by === null ? null : row.taker,
    }
  })
}
