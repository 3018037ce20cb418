import { among } from '../dialect.ts'
import type { Reading } from '../tables.ts'
import type { NamePlace } from './page.ts'

/** Where these clients stand in the table by name, by id; those in the bin stand nowhere. */
export async function readPlaces(base: Reading, ids: readonly number[]): Promise<Map<number, NamePlace>> {
  const rows = await base
    .selectFrom('clients')
    .select(['sort_key as key', 'id'])
    .where(among('id', ids))
    .where('binned_at', 'is', null)
    .execute()
  return new Map(rows.map((place) => [place.id, place]))
}
