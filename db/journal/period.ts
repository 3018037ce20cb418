import type { Reading, Writing } from '../tables.ts'

/** The last day that is closed, YYYY-MM-DD; undefined where none is. */
export async function readClosedUntil(base: Reading): Promise<string | undefined> {
  const row = await base.selectFrom('closed_period').select('until').executeTakeFirst()
  return row?.until
}

/** Nothing is posted any more on this day or before it; null: every day is open. */
export async function closeUntil(trx: Writing, day: string | null): Promise<void> {
  if (day === null) {
    await trx.deleteFrom('closed_period').execute()
    return
  }
  await trx
    .insertInto('closed_period')
    .values({ id: 1, until: day })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ until: day }))
    .execute()
}
