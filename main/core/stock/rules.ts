import type { Policy } from '../../../app/accounting/posting.ts'
import { stockRules, type StockRules } from '../../../app/contract/stock.ts'
import { readSetting, readSettings } from '../../../db/settings.ts'
import type { Reading } from '../../../db/tables.ts'

export const rulesKey = 'stockRules'

/** Until the office says otherwise: at an average, and nothing leaves that is not there. */
const usualRules: StockRules = { method: 'average', negative: false }

export async function readRules(base: Reading): Promise<StockRules> {
  const kept = await readSetting(base, rulesKey)
  return kept === undefined ? usualRules : stockRules.parse(kept)
}

/** The office's currency, in which stock is valued. */
export const currencyOf = async (base: Reading): Promise<string> =>
  (await readSettings(base))?.currency ?? 'USD'

/** By which rules the office posts now. */
export const policyOf = async (base: Reading): Promise<Policy> => ({
  ...(await readRules(base)),
  currency: await currencyOf(base),
})
