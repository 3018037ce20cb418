import { reachClient } from '../clients/reach.ts'
import {
  pageOfEntries,
  readCounterpartyBalance,
  readCounterpartyBalances,
  readTrialBalance,
} from '../../../db/journal/balances.ts'
import { readTurnover } from '../../../db/journal/documents.ts'
import { closeUntil, readClosedUntil } from '../../../db/journal/period.ts'
import { changesBetween } from '../changes.ts'
import type { Services } from '../work.ts'
import { counterpartiesOf } from './counterparties.ts'

/** The books. */
export const journal: Services<'journal'> = {
  trialBalance: ({ base }, { from, to }) => readTrialBalance(base, from, to),

  async owed(look, { account }) {
    const rows = await readCounterpartyBalances(look.base, account)
    const named = await counterpartiesOf(
      look,
      rows.map(({ counterparty }) => counterparty),
    )
    // The sum stays right for whoever does not reach everybody.
    const others = new Map<string, number>()
    const shown = rows.flatMap(({ counterparty, currency, amount }) => {
      const found = named(counterparty)
      if (found) return [{ counterparty: found, currency, amount }]
      others.set(currency, (others.get(currency) ?? 0) + amount)
      return []
    })
    return [...shown, ...[...others].map(([currency, amount]) => ({ counterparty: null, currency, amount }))]
  },

  async entries(look, { offset, limit, ...asked }) {
    if (asked.counterpartyId !== undefined) await reachClient(look, asked.counterpartyId)
    const { rows, total } = await pageOfEntries(look.base, asked, offset, limit)
    const named = await counterpartiesOf(
      look,
      rows.map(({ counterpartyId }) => counterpartyId),
    )
    return {
      rows: rows.map(({ counterpartyId, ...row }) => ({
        ...row,
        counterparty: named(counterpartyId),
      })),
      total,
    }
  },

  async ofCounterparty(look, { id }) {
    await reachClient(look, id)
    const [receivables, payables, bonuses] = await Promise.all(
      (['receivables', 'payables', 'bonuses'] as const).map((account) =>
        readCounterpartyBalance(look.base, account, id),
      ),
    )
    const turnover = await readTurnover(look.base, id)
    const of = (rows: readonly { currency: string; amount: number }[] | undefined, currency: string) =>
      rows?.find((row) => row.currency === currency)?.amount ?? 0
    const currencies = [receivables, payables, bonuses, turnover].flatMap((rows) =>
      (rows ?? []).map(({ currency }) => currency),
    )
    return [...new Set(currencies)].toSorted().map((currency) => {
      const traded = turnover.find((row) => row.currency === currency)
      return {
        currency,
        debt: of(receivables, currency) + of(payables, currency),
        // What the office owes is a credit, below zero; and nought has no sign.
        bonuses: 0 - of(bonuses, currency),
        sold: traded?.sold ?? 0,
        bought: traded?.bought ?? 0,
      }
    })
  },

  async closedUntil({ base }) {
    return { until: (await readClosedUntil(base)) ?? null }
  },

  async close(work, { until }) {
    const before = await readClosedUntil(work.base)
    await closeUntil(work.trx, until)
    work.log({ changes: changesBetween('books', { closedUntil: before }, { closedUntil: until }) })
    work.tell({ type: 'stock.changed' })
    return null
  },
}
