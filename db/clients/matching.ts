import { sql } from 'kysely'
import type { Reading } from '../tables.ts'
import { inScope } from './visible.ts'

/** Of a name that very many clients bear, or a number that very many have, no more than these are looked at. */
const mostAlike = 50

/**
 * Ids of clients in use that bear one of the folded names or have one of the numbers (digits from the last to the
 * first, as `client_phones.backwards`): who a new record may be the same as. Two look-ups in indexes for any number of names.
 */
export async function findAlike(
  base: Reading,
  names: readonly string[],
  phones: readonly string[],
  unfinishedImport: number | undefined,
): Promise<number[]> {
  const bearing = (table: 'client_names' | 'client_phones', column: 'folded' | 'backwards', texts: readonly string[]) =>
    sql<number>`SELECT found.client_id FROM json_each(${JSON.stringify([...new Set(texts)])}) AS wanted
      CROSS JOIN ${sql.table(table)} AS found
      ON found.${sql.ref(column)} = wanted.value AND found.client_id IN (
        SELECT client_id FROM ${sql.table(table)} WHERE ${sql.ref(column)} = wanted.value
        ORDER BY client_id LIMIT ${sql.lit(mostAlike)})` // prettier-ignore
  const rows = await base
    .selectFrom('clients')
    .select('id')
    .where((eb) =>
      eb(
        'id',
        'in',
        sql<number>`(${bearing('client_names', 'folded', names)} UNION ${bearing('client_phones', 'backwards', phones)})`,
      ),
    )
    .where('binned_at', 'is', null)
    .where((eb) => inScope(eb, { unfinishedImport }))
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
