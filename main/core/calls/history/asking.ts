import { callFields, isCallSortable, seesCallField, type CallFieldKind } from '../../../../app/callFields.ts'
import type { CallFilter } from '../../../../app/contract/callHistory.ts'
import { takes, type Grouping, type Ordering } from '../../../../app/criteria.ts'
import { Refusal } from '../../../../app/errors.ts'
import { isGroupable, isSummable } from '../../../../app/fields.ts'
import { hides, may } from '../../../../app/rights.ts'
import type { CallAsker } from '../../../../db/calls/columns/area.ts'
import { readingLanguage } from '../../clients/reach.ts'
import { settingsOf } from '../../clients/service.ts'
import type { Look } from '../../work.ts'
import { ownCallsOf } from '../reach.ts'

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

const fields = new Map<string, CallFieldKind>(callFields.map((field) => [field.id, field]))

/** Throws FIELD_HIDDEN for what would give a hidden field away, UNKNOWN_FIELD for what cannot be asked. */
export function refuseUnaskable(
  { actor: { grant } }: Pick<Look, 'actor'>,
  asked: {
    readonly filter: CallFilter
    readonly order?: Ordering
    readonly by?: readonly Grouping[]
    readonly totals?: readonly string[]
    /** Fields whose values are given out. */
    readonly shown?: readonly string[]
  },
): void {
  const check = (id: string, can: (field: CallFieldKind) => boolean) => {
    const field = fields.get(id)
    if (!field || !can(field)) throw new Refusal('UNKNOWN_FIELD', { field: id })
    if (!seesCallField(grant, field)) throw new Refusal('FIELD_HIDDEN', { field: field.hides ?? id })
  }
  for (const { field, is } of asked.filter.conditions ?? []) check(field, ({ type }) => takes(type, is))
  for (const { field } of asked.order ?? []) check(field, isCallSortable)
  for (const { field } of asked.by ?? []) check(field, isGroupable)
  for (const field of asked.totals ?? []) check(field, isSummable)
  for (const field of asked.shown ?? []) check(field, () => true)
}
