import { sql } from 'kysely'
import type { Reading, Writing } from '../tables.ts'

/** Calls whose number has not been looked up yet, the latest first. */
export async function readUnplaced(base: Reading, limit: number): Promise<{ id: number; e164: string }[]> {
  const rows = await base
    .selectFrom('calls')
    .select(['id', 'e164'])
    .where(sql<boolean>`country IS NULL AND e164 IS NOT NULL`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, e164 }) => ({ id, e164: e164! }))
}

/** Where numbers are from; '' for what is not known. A call that has another number by now is passed over. */
export async function setPlaces(
  trx: Writing,
  places: readonly {
    readonly id: number
    readonly e164: string
    readonly country: string
    readonly city: string
  }[],
): Promise<void> {
  const rows = places.map(({ id, e164, country, city }) => [id, e164, country, city])
  await sql`UPDATE calls SET country = p.value ->> 2, city = p.value ->> 3
    FROM json_each(${JSON.stringify(rows)}) AS p WHERE calls.id = p.value ->> 0 AND e164 = p.value ->> 1`.execute(
    trx,
  )
}
