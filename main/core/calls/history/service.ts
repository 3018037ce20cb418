import { callFields, isCallSortable, type CallFieldKind } from '../../../../app/callFields.ts'
import type { CallFilter, CallRow } from '../../../../app/contract/callHistory.ts'
import { takes, type Grouping, type Ordering } from '../../../../app/criteria.ts'
import { Refusal } from '../../../../app/errors.ts'
import { isGroupable, isSummable } from '../../../../app/fields.ts'
import { hides, may } from '../../../../app/rights.ts'
import type { CallAsker } from '../../../../db/calls/columns/area.ts'
import { readGaps } from '../../../../db/calls/gaps.ts'
import { readCalls } from '../../../../db/calls/page.ts'
import { readRows } from '../../../../db/clients/page.ts'
import { readingLanguage, rowNeeds } from '../../clients/reach.ts'
import { settingsOf } from '../../clients/service.ts'
import type { Look, Services } from '../../work.ts'
import { ownCallsOf, shownCalls } from '../reach.ts'
import { placeOf } from '../place.ts'
import { missed } from './missed.ts'

/** The history of calls, by any field, and who is to be called back. */
export const callHistory: Services<'callHistory'> = {
  ...missed,

  async table(look, request) {
    refuseUnaskable(look, request)
    const asker = await callAsker(look)
    const { total, ids } = await look.office.callColumns.ask('page', [request, asker], look.signal)
    return { total, rows: await rowsOf(look, ids, asker.language) }
  },

  async groups(look, request) {
    refuseUnaskable(look, request)
    const asker = await callAsker(look)
    const found = await look.office.callColumns.ask('groups', [request, asker], look.signal)
    const at = request.by.findIndex(({ field }) => field === 'client')
    const keys = at < 0 ? [] : found.groups.map(({ key }) => key[at] ?? null)
    return { ...found, clients: await clientNames(look, keys) }
  },

  async choices(look, request) {
    refuseUnaskable(look, { filter: request.filter, by: [{ field: request.field, per: 'month' }] })
    const asker = await callAsker(look)
    const found = await look.office.callColumns.ask('choices', [request, asker], look.signal)
    const keys = request.field === 'client' ? found.choices.map(({ value }) => value) : []
    return { ...found, clients: await clientNames(look, keys) }
  },

  async gaps({ base }, span) {
    const gaps = await readGaps(base, span)
    return gaps.map((gap) => ({ ...gap, filled: gap.filled === 1 }))
  },
}

/** Who asks about many calls. */
export async function callAsker(look: Look): Promise<CallAsker> {
  const settings = await settingsOf(look)
  const { actor } = look
  return {
    scope: {
      ownedBy: ownCallsOf(actor),
      numbers: !hides(actor.grant, 'client.phones'),
      names: may(actor.grant, 'clients.see'),
      country: settings.country,
    },
    language: await readingLanguage(look, settings),
    sortLanguage: settings.sortLanguage,
  }
}

/** Calls in the order of their ids, as the person may see them. */
export async function rowsOf(look: Look, ids: readonly number[], language: string): Promise<CallRow[]> {
  const found = await readCalls(look.base, { ids, ownOf: ownCallsOf(look.actor), limit: ids.length })
  const shown = new Map((await shownCalls(look, found)).map((call) => [call.id, call]))
  return Promise.all(
    ids.flatMap((id) => {
      const call = shown.get(id)
      return call ? [withPlace(call, language)] : []
    }),
  )
}

async function withPlace(call: CallRow, language: string): Promise<CallRow> {
  if (call.number === undefined || call.e164 == null) return call
  const { country, place } = await placeOf(call.e164, language)
  return { ...call, country, city: place }
}

/** What clients are called, of those whom the person reaches. */
async function clientNames(look: Look, keys: readonly (string | number | null)[]) {
  const ids = [...new Set(keys.filter((key) => typeof key === 'number'))]
  if (ids.length === 0 || !may(look.actor.grant, 'clients.see')) return []
  const language = await readingLanguage(look, await settingsOf(look))
  const rows = await readRows(look.base, ids, rowNeeds(look.actor, language))
  return rows.map(({ id, name }) => ({ id, name }))
}

const fields = new Map<string, CallFieldKind>(callFields.map((field) => [field.id, field]))

/** Throws FIELD_HIDDEN for what would give a hidden field away, UNKNOWN_FIELD for what cannot be asked. */
export function refuseUnaskable(
  { actor: { grant } }: Pick<Look, 'actor'>,
  asked: {
    readonly filter: CallFilter
    readonly order?: Ordering
    readonly by?: readonly Grouping[]
    readonly totals?: readonly string[]
  },
): void {
  const check = (id: string, can: (field: CallFieldKind) => boolean) => {
    const field = fields.get(id)
    if (!field || !can(field)) throw new Refusal('UNKNOWN_FIELD', { field: id })
    if (field.hides && hides(grant, field.hides)) throw new Refusal('FIELD_HIDDEN', { field: field.hides })
  }
  for (const { field, is } of asked.filter.conditions ?? []) check(field, ({ type }) => takes(type, is))
  for (const { field } of asked.order ?? []) check(field, isCallSortable)
  for (const { field } of asked.by ?? []) check(field, isGroupable)
  for (const field of asked.totals ?? []) check(field, isSummable)
}
