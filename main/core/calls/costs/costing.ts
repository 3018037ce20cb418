import { setImmediate } from 'node:timers/promises'
import type { OfficeEvent } from '../../../../app/events.ts'
import { costOf, rateFor, type RateTable } from '../../../../app/rates.ts'
import { readUncosted, writeCosts, type Costed, type EndedCall } from '../../../../db/calls/costs.ts'
import { readPrices } from '../../../../db/calls/rates.ts'
import { note } from '../../notebook.ts'
import type { Office } from '../../office.ts'
import { writeAs } from '../../perform.ts'
import { watchLimits } from './watching.ts'

/** Calls reckoned in one go: calls of windows wait a few milliseconds for it. */
export const costedAtOnce = 500

/** What a call cost by these tables. Calls within the office cost nothing, nor does one that nobody answered. */
export function costed(tables: readonly RateTable[], call: EndedCall): Costed {
  const nothing = { id: call.id, cost: 0, currency: null, rateId: null, billedSeconds: 0 }
  if (call.internal || call.talkSeconds <= 0) return nothing
  const found = rateFor(tables, call)
  if (!found) return { ...nothing, cost: null, billedSeconds: null }
  const { amount, billedSeconds } = costOf(found.rate, call.talkSeconds)
  return {
    id: call.id,
    cost: amount,
    currency: found.table.currency,
    rateId: found.rate.id,
    billedSeconds,
  }
}

/**
 * Reckons what calls cost as they end. Which calls have not been reckoned stands in the base, so that none is passed
 * over where the program was ended in between.
 */
export class Costing {
  readonly #office: Office
  #prices: readonly RateTable[] | undefined
  #working: Promise<void> | undefined
  #again = false

  constructor(office: Office) {
    this.#office = office
  }

  /** A base was opened: what it has by rates and calls is not known yet. */
  begin(): void {
    this.#prices = undefined
    this.look()
  }

  /** To be told of everything that is told in the office. */
  heed(event: OfficeEvent): void {
    if (event.type === 'callRates.changed') this.#prices = undefined
    if (event.type === 'call.changed') this.look()
  }

  /** Looks for calls to reckon, now or once more after the present look. */
  look(): void {
    if (this.#working) {
      this.#again = true
      return
    }
    this.#working = this.#reckonAll()
      .catch((error: unknown) => {
        // The base is being closed, or exchanged for a backup: the next one looks for itself.
        if (!this.#office.vanished) note('error', 'costs of calls', error)
      })
      .finally(() => {
        this.#working = undefined
        if (this.#again) {
          this.#again = false
          this.look()
        }
      })
  }

  /** Once nothing is left to reckon. */
  async settled(): Promise<void> {
    while (this.#working) {
      // eslint-disable-next-line no-await-in-loop -- one look after the other
      await this.#working
    }
  }

  async #reckonAll(): Promise<void> {
    // Those who told it come first.
    await setImmediate()
    for (;;) {
      if (this.#office.vanished) return
      // eslint-disable-next-line no-await-in-loop -- a portion at a time
      const done = await this.#reckonSome()
      if (done < costedAtOnce) return
      // eslint-disable-next-line no-await-in-loop -- so that calls are answered in between
      await setImmediate()
    }
  }

  async #reckonSome(): Promise<number> {
    const office = this.#office
    const calls = await office.use(() => readUncosted(office.reading, costedAtOnce))
    if (calls.length === 0) return 0
    await writeAs(office, null, '', 'callCosts.reckon', async ({ trx, at, tell, afterwards }) => {
      this.#prices ??= await readPrices(trx)
      const prices = this.#prices
      const costs = calls.map((call) => costed(prices, call))
      await writeCosts(trx, costs, at)
      const spent = calls.filter((_, index) => (costs[index]!.cost ?? 0) > 0)
      for (const { userId, notice } of await watchLimits(trx, spent, at))
        afterwards(() => office.tellPerson(userId, notice))
      tell({ type: 'callCosts.changed' })
    })
    return calls.length
  }
}
