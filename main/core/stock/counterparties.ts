import { may } from '../../../app/rights.ts'
import { clientNames } from '../calls/history/rows.ts'
import { reachClients } from '../clients/reach.ts'
import type { Look } from '../work.ts'

/** A counterparty by its id, as the person may see it: null for nobody, and for one that they do not reach. */
export type Counterparties = (id: number | null) => { id: number; name: string } | null

/** Counterparties of documents, by name. */
export async function counterpartiesOf(look: Look, ids: readonly (number | null)[]): Promise<Counterparties> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (asked.length === 0 || !may(look.actor.grant, 'clients.see')) return () => null
  const reached = await reachClients(look, asked)
  const names = await clientNames(
    look,
    reached.map(({ id }) => id),
  )
  const known = new Map(names.map(({ id, name }) => [id, { id, name }]))
  return (id) => (id !== null && known.get(id)) || null
}
