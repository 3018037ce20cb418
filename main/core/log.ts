import type { Operation } from '../../app/contract/log.ts'
import { Refusal } from '../../app/errors.ts'
import { hideableFields, may, ownOnly, type Grant } from '../../app/rights.ts'
import { readMergedInto } from '../../db/clients/merging.ts'
import { readOperations } from '../../db/log.ts'
import { reachClient } from './clients/reach.ts'
import type { Services } from './work.ts'

/** What a person may not see on the card, they may not read in the log either. */
function readable(operations: Operation[], grant: Grant): Operation[] {
  return operations.map((operation) => ({
    ...operation,
    changes: operation.changes.filter(
      ({ field }) => !hideableFields.some((hidden) => hidden === field && grant.hidden.includes(hidden)),
    ),
  }))
}

export const log: Services<'log'> = {
  async page({ office, actor, signal }, { offset, limit, ...filter }) {
    const { grant, userId } = actor
    const clients = !may(grant, 'clients.see')
      ? 'none'
      : ownOnly(grant, 'clients')
        ? { ownedBy: userId }
        : 'all'
    const { total, rows } = await office.readers.run('log.page', [filter, offset, limit, clients], signal)
    return { total, rows: readable(rows, grant) }
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
