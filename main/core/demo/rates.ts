import { demoRates } from '../../../assets/demo/rates.ts'
import type { RateDraft } from '../../../app/contract/callRates.ts'
import { toFine } from '../../../app/money.ts'
import { dayOf } from '../../../app/rates.ts'
import { insertRate, writeTable } from '../../../db/calls/rates.ts'
import type { Writing } from '../../../db/tables.ts'

const currency = 'USD'
/** The tables hold since well before the first call of the practice base, days. */
const since = 400
/** What the practice provider takes each month, cents. */
const monthly = 2500

const byMinute: Omit<RateDraft, 'prefix' | 'name' | 'price'> = {
  per: 'minute',
  connection: 0,
  least: 0,
  freeSeconds: 3,
  firstStep: 60,
  nextStep: 60,
  days: 'all',
  hours: null,
}
const night = { from: 21 * 60, until: 7 * 60 }

/** What the practice office pays its provider: by the minute at home, dearer abroad, cheaper at night. */
export async function writeRates(trx: Writing, now: number): Promise<void> {
  const table = await writeTable(trx, {
    name: 'Tonle Telecom',
    connectionId: null,
    line: '',
    direction: 'outgoing',
    currency,
    validFrom: dayOf(now - since * 86_400_000),
    monthly,
    allowed: true,
  })
  for (const { prefix, name, price, atNight } of demoRates) {
    const rate = { ...byMinute, prefix, name, price: toFine(price, currency) }
    // eslint-disable-next-line no-await-in-loop -- one connection
    await insertRate(trx, table, rate, now)
    if (atNight !== undefined)
      // eslint-disable-next-line no-await-in-loop -- the same
      await insertRate(trx, table, { ...rate, price: toFine(atNight, currency), hours: night }, now)
  }
}
