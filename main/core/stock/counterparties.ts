import { clientNames } from '../calls/history/rows.ts'
import type { Look } from '../work.ts'

/** A counterparty by its id, as the person may see it: null for nobody, and for one that they do not reach. */
export type Counterparties = (id: number | null) => { id: number; name: string } | null

/** Counterparties of documents, by name. */
export async function counterpartiesOf(look: Look, ids: readonly (number | null)[]): Promise<Counterparties> {
  const names = await clientNames(look, ids)
  const known = new Map(names.map(({ id, name }) => [id, { id, name }]))
  return (id) => (id !== null && known.get(id)) || null
}
