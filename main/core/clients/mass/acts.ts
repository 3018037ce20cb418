import { isDeepStrictEqual } from 'node:util'
import { massFields, type MassAct, type MassField, type OwnField } from '../../../../app/contract/mass.ts'
import { customName } from '../../../../app/custom.ts'
import { Refusal } from '../../../../app/errors.ts'
import { may, type Right } from '../../../../app/rights.ts'
import type { About, Before, MassColumn, Standing } from '../../../../db/clients/mass.ts'
import { readUser } from '../../../../db/staff.ts'
import type { Change, Look } from '../../work.ts'
import { refuseMisfits } from '../fitting.ts'
import { refuseHidden } from '../reach.ts'

/** What each act is to one client: what of it it is about, what it gives, and how the log names it. */

const columns: Record<MassField, MassColumn> = {
  status: 'status_id',
  manager: 'manager_id',
  category: 'category_id',
  source: 'source_id',
  priceList: 'price_list_id',
  language: 'language',
}

const rightOf = (act: MassAct): Right =>
  act.do === 'bin' || act.do === 'restore' ? 'clients.delete' : 'clients.edit'

/** The id of a field of the office's own; undefined of the others. */
const ownId = (field: MassField | OwnField): number | undefined =>
  field in massFields ? undefined : Number(field.slice('custom.'.length))

/** Throws NO_RIGHT, FIELD_HIDDEN, NOT_FOUND for a value that there is not, BAD_VALUE for one that the field does not take. */
export async function refuseAct(look: Look, act: MassAct): Promise<void> {
  const right = rightOf(act)
  const { grant } = look.actor
  if (!may(grant, right)) throw new Refusal('NO_RIGHT', { right })
  const ways = { whole: false, hidden: grant.hidden }
  if (act.do === 'join' || act.do === 'leave') {
    refuseHidden({ groupIds: [act.group] }, grant)
    return refuseMisfits(look.base, {}, { groupIds: [act.group] }, ways)
  }
  if (act.do !== 'set') return
  const own = ownId(act.field)
  const draft =
    own === undefined ? { [massFields[act.field as MassField]]: act.value } : { custom: { [own]: act.value } }
  refuseHidden(draft, grant)
  if (own === undefined && act.value !== null) {
    if (typeof act.value !== (act.field === 'language' ? 'string' : 'number')) throw new Refusal('NOT_FOUND')
    if (act.field === 'manager' && !(await readUser(look.base, act.value as number)))
      throw new Refusal('NOT_FOUND')
  }
  await refuseMisfits(look.base, {}, draft, ways)
}

export function aboutOf(act: MassAct): About {
  if (act.do === 'join' || act.do === 'leave') return { entry: act.group }
  if (act.do !== 'set') return { binned: true }
  const own = ownId(act.field)
  return own === undefined ? { column: columns[act.field as MassField] } : { custom: own }
}

/** What every client has afterwards. */
export function givenBy(act: MassAct, at: number): Before {
  if (act.do === 'set') return act.value
  if (act.do === 'join' || act.do === 'leave') return act.do === 'join' ? 1 : 0
  return act.do === 'bin' ? at : null
}

/** Whether there is nothing left to do. */
export function hasIt(act: MassAct, { before }: Standing): boolean {
  if (act.do === 'bin') return before !== null
  return isDeepStrictEqual(before, givenBy(act, 0))
}

/** Whether the client is one that such an act is done to: what lies in the bin is not changed, only brought back. */
export const takesAct = (act: MassAct, { merged, binned }: Standing): boolean =>
  !merged && (act.do === 'restore' || !binned)

/** As the log names it, so that hidden fields are kept out of it. */
export function logged(act: MassAct, before: Before, at: number): Change {
  switch (act.do) {
    case 'set': {
      const own = ownId(act.field)
      return { field: own === undefined ? `client.${act.field}` : customName(own), before, after: act.value }
    }
    case 'join':
      return { field: 'client.groups', before: null, after: [act.group] }
    case 'leave':
      return { field: 'client.groups', before: [act.group], after: null }
    case 'bin':
      return { field: 'client.binnedAt', before: null, after: at }
    case 'restore':
      return { field: 'client.binnedAt', before, after: null }
  }
}
