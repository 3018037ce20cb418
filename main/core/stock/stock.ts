import { may } from '../../../app/rights.ts'
import { averageLayers, pageOfBalances, pageOfMoves } from '../../../db/journal/stock.ts'
import { writeSetting } from '../../../db/settings.ts'
import { changesBetween } from '../changes.ts'
import type { Look, Services } from '../work.ts'
import { currencyOf, readRules, rulesKey } from './rules.ts'

/** What something is worth, for whoever may see what goods cost. */
export const costSeen = ({ actor }: Pick<Look, 'actor'>, value: number | null): number | null =>
  may(actor.grant, 'items.cost') ? value : null

/** What lies where. */
export const stock: Services<'stock'> = {
  async balances(look, { offset, limit, ...filter }) {
    const { rows, total, value } = await pageOfBalances(look.base, filter, offset, limit)
    return {
      rows: rows.map((row) => ({ ...row, value: costSeen(look, row.value) })),
      total,
      value: costSeen(look, value),
      currency: await currencyOf(look.base),
    }
  },

  async moves(look, { offset, limit, ...asked }) {
    const { rows, total } = await pageOfMoves(look.base, asked, offset, limit)
    return { rows: rows.map((row) => ({ ...row, value: costSeen(look, row.value) })), total }
  },

  rules: ({ base }) => readRules(base),

  async saveRules(work, rules) {
    const before = await readRules(work.base)
    // Layers that are kept apart would go on leaving one by one at their own cost.
    if (rules.method === 'average' && before.method !== 'average') await averageLayers(work.trx)
    await writeSetting(work.trx, rulesKey, rules)
    work.log({ changes: changesBetween('stockRules', { ...before }, { ...rules }) })
    work.tell({ type: 'stock.changed' })
    return rules
  },
}
