import type { Operation } from '../../app/contract/log.ts'
import { Refusal } from '../../app/errors.ts'
import { areaOfAction, partsOfArea, type LogArea } from '../../app/logAreas.ts'
import { may, type Grant, type Right } from '../../app/rights.ts'
import { readMergedInto } from '../../db/clients/merging.ts'
import { readOperations, type OperationFilter, type ReadableClients } from '../../db/log.ts'
import { isLimited } from '../../db/clients/visible.ts'
import { reachClient, reachOf } from './clients/reach.ts'
import type { Actor, Services } from './work.ts'

/** Fields of the log that are hidden with another one: remarks are notes too. */
const hiddenWith: Readonly<Record<string, string>> = {
  'client.otherNotes': 'client.notes',
  'client.remark': 'client.notes',
  'client.due': 'client.notes',
}

/** Fields that a right shows. */
const shownBy: Readonly<Record<string, Right>> = { 'item.cost': 'items.cost' }

/** What a person may not see on the card, they may not read in the log either. */
export function readable(operations: Operation[], grant: Grant): Operation[] {
  const hidden: readonly string[] = grant.hidden
  return operations.map((operation) => ({
    ...operation,
    changes: operation.changes.filter(
      ({ field }) =>
        !hidden.includes(hiddenWith[field] ?? field) && (!shownBy[field] || may(grant, shownBy[field])),
    ),
  }))
}

/** Whose entries of clients this person may read. */
function clientsFor(actor: Actor): ReadableClients {
  if (!may(actor.grant, 'clients.see')) return 'none'
  const scope = reachOf(actor)
  return isLimited(scope) ? scope : 'all'
}

type Narrowed = Omit<OperationFilter, 'within' | 'subject'> & {
  readonly within: {
    when?: string | undefined
    who?: number | null | undefined
    area?: LogArea | null | undefined
    what?: string | undefined
  }
}

/** An area is asked for by the parts of the contract that it has. */
function filterOf({ within: { area, ...within }, ...filter }: Narrowed): OperationFilter {
  const parts = area === undefined ? {} : { parts: { of: partsOfArea(area), not: area === null } }
  return { ...filter, within: { ...within, ...parts } }
}

export const log: Services<'log'> = {
  async page({ office, actor, signal }, { offset, limit, ...filter }) {
    const asked = [filterOf(filter), offset, limit, clientsFor(actor)] as const
    const { total, rows } = await office.readers.run('log.page', [...asked], signal)
    return { total, rows: readable(rows, actor.grant) }
  },

  async groups({ office, actor, signal }, { by, ...filter }) {
    const counted = by === 'area' ? 'what' : by
    const groups = await office.readers.run(
      'log.groups',
      [filterOf(filter), counted, clientsFor(actor)],
      signal,
    )
    const count = groups.reduce((sum, one) => sum + one.count, 0)
    if (by !== 'area') return { count, groups }
    const areas = Map.groupBy(groups, ({ key }) => areaOfAction(String(key)))
    return {
      count,
      groups: [...areas].map(([key, actions]) => ({
        key,
        name: null,
        count: actions.reduce((sum, one) => sum + one.count, 0),
      })),
    }
  },

  async of(look, { type, id }) {
    if (!may(look.actor.grant, 'clients.see')) throw new Refusal('NO_RIGHT', { right: 'clients.see' })
    await reachClient(look, id)
    const { rows } = await readOperations(
      look.base,
      { subject: { type, ids: [id, ...(await readMergedInto(look.base, id))] } },
      0,
      500,
    )
    return readable(rows, look.actor.grant)
  },
}
