import { fold } from '../../app/folding.ts'
import { among, gramsOf, insertMany } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'
import { inScope, type ClientScope } from './visible.ts'

/** A person with a card of their own, as a contact person of an organisation. */
export interface ContactLink {
  readonly organisation: number
  readonly person: number
  readonly position: string | null
  readonly since: string | null
  readonly until: string | null
}

/** Where these persons are contact persons; of organisations in the bin too. */
export function readWorkplaces(base: Reading, persons: readonly number[]): Promise<ContactLink[]> {
  return base
    .selectFrom('client_contacts')
    .select(['client_id as organisation', 'job as position', 'since', 'until'])
    .select((eb) => eb.ref('person_id').$notNull().as('person'))
    .where(among('person_id', persons))
    .where('person_id', 'is not', null)
    .orderBy('client_id')
    .orderBy('position')
    .execute()
}

/**
 * The organisations in use that bear one of the folded names, the oldest where several bear it, by the name;
 * `besides`: an import whose own do not count yet.
 */
export async function findOrganisations(
  base: Reading,
  names: readonly string[],
  besides?: number,
): Promise<Map<string, number>> {
  const rows = await base
    .selectFrom('client_names')
    .innerJoin('clients', 'clients.id', 'client_id')
    .select('client_names.folded')
    .select((eb) => eb.fn.min('clients.id').as('id'))
    .where(among('client_names.folded', names))
    .where('kind', '=', 'organisation')
    .where('binned_at', 'is', null)
    .$if(besides !== undefined, (query) =>
      query.where((eb) => eb.or([eb('import_id', 'is', null), eb('import_id', '!=', besides!)])),
    )
    .groupBy('client_names.folded')
    .execute()
  return new Map(rows.map(({ folded, id }) => [folded, id]))
}

/** How many contact persons organisations have, by their ids; none where there are none. */
export async function countContacts(
  base: Reading,
  organisations: readonly number[],
): Promise<Map<number, number>> {
  const rows = await base
    .selectFrom('client_contacts')
    .select('client_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(among('client_id', organisations))
    .groupBy('client_id')
    .execute()
  return new Map(rows.map(({ client_id, count }) => [client_id, count]))
}

/** Names of the organisations in use, among those the reader reaches, where these still are contact persons; the first one last. */
export async function readWorkplaceNames(
  base: Reading,
  persons: readonly number[],
  reach: ClientScope,
): Promise<{ client_id: number; text: string; position: string | null }[]> {
  const rows = await base
    .selectFrom('client_contacts')
    .innerJoin('clients', 'clients.id', 'client_id')
    .select(['clients.name as text', 'clients.id', 'job as position'])
    .select((eb) => eb.ref('person_id').$notNull().as('client_id'))
    .where(among('person_id', persons))
    .where('person_id', 'is not', null)
    .where('until', 'is', null)
    .where('clients.binned_at', 'is', null)
    .where((eb) => inScope(eb as never, reach))
    .execute()
  return rows.sort((a, b) => b.id - a.id)
}

/**
 * Where somebody's card has another name now, the organisations that name them follow: on their cards and in the search.
 * They do not count as changed by it; returns which they are.
 */
export async function followNames(trx: Writing, persons: readonly number[]): Promise<number[]> {
  const outdated = await trx
    .selectFrom('client_contacts')
    .innerJoin('clients as person', 'person.id', 'person_id')
    .select(['client_id', 'position', 'person.name'])
    .where(among('person_id', persons))
    .where('person_id', 'is not', null)
    .whereRef('person.name', '!=', 'client_contacts.name')
    .execute()
  if (outdated.length === 0) return []
  for (const { client_id, position, name } of outdated)
    // eslint-disable-next-line no-await-in-loop -- one connection, and few work at many places
    await trx
      .updateTable('client_contacts')
      .set({ name, folded: fold(name) })
      .where('client_id', '=', client_id)
      .where('position', '=', position)
      .execute()
  const organisations = [...new Set(outdated.map(({ client_id }) => client_id))]
  await indexAgain(trx, organisations)
  return organisations
}

/** What full-text search holds of clients, anew from their names and contact persons. */
async function indexAgain(trx: Writing, ids: readonly number[]): Promise<void> {
  const foldedOf = async (table: 'client_names' | 'client_contacts') =>
    Map.groupBy(
      await trx.selectFrom(table).select(['client_id', 'folded']).where(among('client_id', ids)).execute(),
      (row) => row.client_id,
    )
  const [names, contacts] = [await foldedOf('client_names'), await foldedOf('client_contacts')]
  const folded = (of: typeof names, id: number) => (of.get(id) ?? []).map((row) => row.folded)
  await trx.deleteFrom('client_search').where(among('rowid', ids)).execute()
  await insertMany(
    trx,
    'client_search',
    ['rowid', 'grams'],
    ids.map((id) => [id, gramsOf(folded(names, id), folded(contacts, id))]),
  )
}
