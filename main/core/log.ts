import type { Operation } from '../../app/contract/log.ts'
import { Refusal } from '../../app/errors.ts'
import { may, type Grant } from '../../app/rights.ts'
import { readMergedInto } from '../../db/clients/merging.ts'
import { readOperations } from '../../db/log.ts'
import { isLimited } from '../../db/clients/visible.ts'
import { reachClient, reachOf } from './clients/reach.ts'
import type { Services } from './work.ts'

/** Fields of the log that are hidden with another one: remarks are notes too. */
const hiddenWith: Readonly<Record<string, string>> = {
  'client.otherNotes': 'client.notes',
  'client.remark': 'client.notes',
  'client.due': 'client.notes',
}

/** What a person may not see on the card, they may not read in the log either. */
export function readable(operations: Operation[], grant: Grant): Operation[] {
  return operations.map((operation) => ({
    ...operation,
    changes: operation.changes.filter(
      ({ field }) => !(grant.hidden as readonly string[]).includes(hiddenWith[field] ?? field),
    ),
  }))
}

export const log: Services<'log'> = {
  async page({ office, actor, signal }, { offset, limit, ...filter }) {
    const { grant } = actor
    const scope = reachOf(actor)
    const clients = !may(grant, 'clients.see') ? 'none' : isLimited(scope) ? scope : 'all'
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
