import type { CallRow } from '../../../../app/contract/callHistory.ts'
import { may } from '../../../../app/rights.ts'
import { readCalls } from '../../../../db/calls/page.ts'
import { starsOf } from '../../../../db/calls/ratings.ts'
import { readRows } from '../../../../db/clients/page.ts'
import { reachedIds } from '../../../../db/clients/visible.ts'
import { readingLanguage, reachOf, rowNeeds } from '../../clients/reach.ts'
import { settingsOf } from '../../clients/service.ts'
import type { Look } from '../../work.ts'
import { placeOf } from '../place.ts'
import { ownCallsOf, shownCalls } from '../reach.ts'

/** Calls in the order of their ids, as the person may see them. */
export async function rowsOf(look: Look, ids: readonly number[], language: string): Promise<CallRow[]> {
  const found = await readCalls(look.base, { ids, ownOf: ownCallsOf(look.actor), limit: ids.length })
  const shown = new Map((await shownCalls(look, found)).map((call) => [call.id, call]))
  const seesStars = may(look.actor.grant, 'calls.score')
  const stars = seesStars ? await starsOf(look.base, ids) : undefined
  return Promise.all(
    ids.flatMap((id) => {
      const call = shown.get(id)
      return call ? [withPlace(stars ? { ...call, rating: stars.get(id) ?? [] } : call, language)] : []
    }),
  )
}

async function withPlace(call: CallRow, language: string): Promise<CallRow> {
  if (call.number === undefined || call.e164 == null) return call
  const { country, place } = await placeOf(call.e164, language)
  return { ...call, country, city: place }
}

/** What clients are called, of those whom the person reaches. */
export async function clientNames(look: Look, keys: readonly (string | number | null)[]) {
  const asked = [...new Set(keys.filter((key) => typeof key === 'number'))]
  if (asked.length === 0 || !may(look.actor.grant, 'clients.see')) return []
  const scope = { ...reachOf(look.actor), unfinishedImport: look.office.importing?.id }
  const ids = await reachedIds(look.base, asked, scope)
  const language = await readingLanguage(look, await settingsOf(look))
  const rows = await readRows(look.base, ids, rowNeeds(look.actor, language))
  return rows.map(({ id, name }) => ({ id, name }))
}
