import type { Account } from './chart.ts'

/** One line of the journal: above zero a debit, below a credit, in minor units of its currency. */
export interface Entry {
  readonly account: Account
  /** Of the accounts that are kept for each counterparty apart. */
  readonly counterparty: number | null
  readonly currency: string
  readonly amount: number
}

/** What came into a warehouse or left it: thousandths of a unit, and their cost in the office's currency. */
export interface Move {
  readonly item: number
  readonly warehouse: number
  readonly quantity: number
  readonly value: number
  /** Which layer it made or was taken from. */
  readonly source: string
}

/** Gathers the entries of one document: one for each account, counterparty and currency. */
export class Entries {
  readonly #sums = new Map<string, Entry>()

  add(account: Account, currency: string, amount: number, counterparty: number | null = null): void {
    const key = `${account} ${currency} ${counterparty ?? ''}`
    const before = this.#sums.get(key)?.amount ?? 0
    this.#sums.set(key, { account, counterparty, currency, amount: before + amount })
  }

  /** Those that are not zero. Throws where a currency does not balance: then the program is wrong, not the document. */
  balanced(): Entry[] {
    const entries = [...this.#sums.values()].filter(({ amount }) => amount !== 0)
    for (const [currency, of] of Map.groupBy(entries, (entry) => entry.currency)) {
      const left = of.reduce((sum, { amount }) => sum + amount, 0)
      if (left !== 0) throw new Error(`Out of balance by ${left} ${currency}`)
    }
    return entries
  }
}
