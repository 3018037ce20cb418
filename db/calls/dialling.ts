import { diallingRules, type DiallingRules } from '../../app/dialling.ts'
import type { Reading, Writing } from '../tables.ts'

/** How each exchange wants its numbers. */
export async function readAllDiallingRules(base: Reading): Promise<Map<number, DiallingRules>> {
  const rows = await base.selectFrom('pbx_connections').select(['id', 'dialling']).execute()
  return new Map(rows.map(({ id, dialling }) => [id, diallingRules.parse(JSON.parse(dialling))]))
}

/** How one exchange wants its numbers; as plain as can be where nobody said. */
export async function readDiallingRules(base: Reading, exchange: number): Promise<DiallingRules> {
  const row = await base
    .selectFrom('pbx_connections')
    .select('dialling')
    .where('id', '=', exchange)
    .executeTakeFirst()
  return diallingRules.parse(JSON.parse(row?.dialling ?? '{}'))
}

export async function writeDiallingRules(
  trx: Writing,
  exchange: number,
  rules: DiallingRules,
): Promise<void> {
  await trx
    .updateTable('pbx_connections')
    .set({ dialling: JSON.stringify(rules) })
    .where('id', '=', exchange)
    .execute()
}
