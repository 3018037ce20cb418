import type { OfficeEvent } from '../../../../app/events.ts'
import { costOf, rateFor, type RateTable } from '../../../../app/rates.ts'
import { readUncosted, writeCosts, type Costed, type EndedCall } from '../../../../db/calls/costs.ts'
import { readPrices } from '../../../../db/calls/rates.ts'
import type { Office } from '../../office.ts'
import { writeAs } from '../../perform.ts'
import { Portions } from '../../portions.ts'
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

/** Reckons what calls cost as they end. */
export class Costing {
  readonly #office: Office
  readonly #portions: Portions
  #prices: readonly RateTable[] | undefined

  constructor(office: Office) {
    this.#office = office
    this.#portions = new Portions(office, 'costs of calls', async () => {
      const done = await this.#reckonSome()
      return done === costedAtOnce
    })
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
    this.#portions.look()
  }

  /** Once nothing is left to reckon. */
  settled(): Promise<void> {
    return this.#portions.settled()
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
      afterwards(() => office.callColumns.changedInPlace(calls.map(({ id }) => id)))
      tell({ type: 'callCosts.changed' })
    })
    return calls.length
  }
}
