import type { Money } from '../../app/contract/lists.ts'
import { among } from '../dialect.ts'
import type { Reading } from '../tables.ts'

/** What clients count as and which groups they are in, by client, in the order of the lists. */
export async function readMarks(
  base: Reading,
  ids: readonly number[],
): Promise<{ relations: Map<number, number[]>; groups: Map<number, number[]> }> {
  const rows = await base
    .selectFrom('client_marks')
    .innerJoin('list_entries', 'list_entries.id', 'entry_id')
    .select(['client_id', 'entry_id', 'list', 'position'])
    .where(among('client_id', ids))
    .execute()
  rows.sort((a, b) => a.position - b.position || a.entry_id - b.entry_id)
  const of = (list: string) => {
    const byClient = new Map<number, number[]>()
    for (const row of rows) {
      if (row.list !== list) continue
      const entries = byClient.get(row.client_id)
      if (entries) entries.push(row.entry_id)
      else byClient.set(row.client_id, [row.entry_id])
    }
    return byClient
  }
  return { relations: of('relation'), groups: of('group') }
}

/** The credit limit of a client's two columns. */
export const creditOf = (row: {
  credit_limit: number | null
  credit_currency: string | null
}): Money | null =>
  row.credit_limit === null || row.credit_currency === null
    ? null
    : { amount: row.credit_limit, currency: row.credit_currency }
