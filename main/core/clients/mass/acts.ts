import { massFields, type MassAct, type MassField } from '../../../../app/contract/mass.ts'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import { Refusal } from '../../../../app/errors.ts'
import { may, type Right } from '../../../../app/rights.ts'
import {
  setColumn,
  setMarked,
  type Before,
  type Having,
  type MassColumn,
} from '../../../../db/clients/mass.ts'
import { setBinned, touchClients } from '../../../../db/clients/write.ts'
import { readUser } from '../../../../db/staff.ts'
import type { Change, Look, Work } from '../../work.ts'
import { refuseMisfits } from '../fitting.ts'
import { refuseHidden } from '../reach.ts'

/** What each act is to one client: what it had, whether it has it already, how it is done and taken back. */

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

/** Throws NO_RIGHT, FIELD_HIDDEN, and NOT_FOUND for a value that there is not. */
export async function refuseAct(look: Look, act: MassAct): Promise<void> {
  const right = rightOf(act)
  if (!may(look.actor.grant, right)) throw new Refusal('NO_RIGHT', { right })
  if (act.do !== 'set' && !('group' in act)) return
  const draft = act.do === 'set' ? { [massFields[act.field]]: act.value } : { groupIds: [act.group] }
  refuseHidden(draft, look.actor.grant)
  if (act.do === 'set' && act.field === 'manager' && act.value !== null) {
    if (typeof act.value !== 'number' || !(await readUser(look.base, act.value)))
      throw new Refusal('NOT_FOUND')
  }
  if (
    act.do === 'set' &&
    act.value !== null &&
    (act.field === 'language') !== (typeof act.value === 'string')
  )
    throw new Refusal('NOT_FOUND')
  await refuseMisfits(look.base, {}, draft, { whole: false, hidden: look.actor.grant.hidden })
}

/** What of the card the act is about, as it is kept for taking it back. */
export function valueOf(act: MassAct, card: ClientCard): Before {
  switch (act.do) {
    case 'set':
      return card[massFields[act.field]] ?? null
    case 'join':
    case 'leave':
      return card.groupIds?.includes(act.group) ? 1 : 0
    case 'bin':
    case 'restore':
      return card.binnedAt
  }
}

/** Whether there is nothing left to do. */
export function hasIt(act: MassAct, before: Before): boolean {
  if (act.do === 'set') return before === act.value
  if (act.do === 'join' || act.do === 'leave') return (before === 1) === (act.do === 'join')
  return (before === null) === (act.do === 'restore')
}

/** The same as a question to the base. */
export function haveIt(act: MassAct): Having {
  if (act.do === 'set') return { column: columns[act.field], value: act.value }
  if (act.do === 'join' || act.do === 'leave') return { entry: act.group, has: act.do === 'join' }
  return { binned: act.do === 'bin' }
}

/** Whether the card is one that such an act is done to: what lies in the bin is not changed, only brought back. */
export const takesAct = (act: MassAct, card: ClientCard): boolean =>
  card.mergedInto === undefined && (act.do === 'restore' || card.binnedAt === null)

export async function doAct(work: Work, act: MassAct, ids: readonly number[]): Promise<void> {
  const change = { at: work.at, by: work.actor.userId }
  switch (act.do) {
    case 'set':
      return setColumn(work.trx, ids, columns[act.field], act.value, change)
    case 'join':
    case 'leave':
      await setMarked(work.trx, ids, act.group, act.do === 'join')
      return touchClients(work.trx, ids, change)
    case 'bin':
    case 'restore':
      return setBinned(work.trx, ids, act.do === 'bin' ? work.at : null, change)
  }
}

/** The other way round, for clients that all had the same before. */
export async function undoAct(
  work: Work,
  act: MassAct,
  ids: readonly number[],
  before: Before,
): Promise<void> {
  const change = { at: work.at, by: work.actor.userId }
  switch (act.do) {
    case 'set':
      return setColumn(work.trx, ids, columns[act.field], before, change)
    case 'join':
    case 'leave':
      await setMarked(work.trx, ids, act.group, act.do === 'leave')
      return touchClients(work.trx, ids, change)
    case 'bin':
    case 'restore':
      return setBinned(work.trx, ids, before as number | null, change)
  }
}

/** As the log names it, so that hidden fields are kept out of it. */
export function logged(act: MassAct, before: Before, at: number): Change {
  switch (act.do) {
    case 'set':
      return { field: `client.${act.field}`, before, after: act.value }
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
