import { among } from '../dialect.ts'
import type { Reading } from '../tables.ts'

export interface ClientNumber {
  readonly clientId: number
  /** The client's address says it, where there is one. */
  readonly country: string | null
  readonly typed: string
  readonly e164: string | null
}

/** The first number of each of these clients, in the order of the ids; those without one are left out. */
export async function readFirstNumbers(base: Reading, ids: readonly number[]): Promise<ClientNumber[]> {
  const rows = await base
    .selectFrom('clients')
    .innerJoin('client_phones', 'client_phones.client_id', 'clients.id')
    .select(['clients.id as clientId', 'country', 'typed', 'e164'])
    .where(among('clients.id', ids))
    .where('client_phones.position', '=', 0)
    .where('binned_at', 'is', null)
    .execute()
  const byId = new Map(rows.map((row) => [row.clientId, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Whose these numbers are, by their digits from the last to the first; of several clients the oldest card. */
export async function readOwners(
  base: Reading,
  backwards: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await base
    .selectFrom('client_phones')
    .innerJoin('clients', 'clients.id', 'client_id')
    .select(['backwards', 'client_id'])
    .where(among('backwards', backwards))
    .where('binned_at', 'is', null)
    .orderBy('client_id', 'desc')
    .execute()
  return new Map(rows.map(({ backwards, client_id }) => [backwards, client_id]))
}

/** Who called in vain since a moment and has not been spoken with, each once, the first of them first. */
export async function readMissedNumbers(
  base: Reading,
  since: number,
  /** Only calls that this person had to do with. */
  ownOf: number | undefined,
): Promise<{ typed: string; e164: string | null; clientId: number | null; country: string | null }[]> {
  const rows = await base
    .selectFrom('calls')
    .leftJoin('clients', 'clients.id', 'calls.client_id')
    .select(['number as typed', 'e164', 'client_id as clientId', 'clients.country'])
    .where('missed', '=', 1)
    .where('returned_at', 'is', null)
    .where('started_at', '>=', since)
    .$if(ownOf !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('call_people')
            .select('call_id')
            .whereRef('call_id', '=', 'calls.id')
            .where('call_people.user_id', '=', ownOf!),
        ),
      ),
    )
    .orderBy('started_at')
    .orderBy('calls.id')
    .execute()
  return rows
}
