import type { Reading } from '../tables.ts'

/** The exchanges of the office, by name. */
export function readConnectionNames(base: Reading): Promise<{ id: number; name: string }[]> {
  return base
    .selectFrom('pbx_connections')
    .select(['id', 'name'])
    .where('removed_at', 'is', null)
    .orderBy('name')
    .execute()
}

/** Calls whose lines are looked through: the latest. */
const recent = 20_000

/** The lines that the latest calls came or went by, as their exchanges name them. */
export async function readLines(base: Reading): Promise<string[]> {
  const rows = await base
    .selectFrom(
      base.selectFrom('calls').select('line').orderBy('started_at', 'desc').limit(recent).as('latest'),
    )
    .select('line')
    .distinct()
    .where('line', 'is not', null)
    .where('line', '<>', '')
    .orderBy('line')
    .execute()
  return rows.flatMap(({ line }) => line ?? [])
}
