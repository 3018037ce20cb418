import type { Offered } from '../../../app/contract/till.ts'
import { readItemRows } from '../../../db/items/read.ts'
import { needsOf } from '../items/looking.ts'
import { currencyOf } from '../stock/rules.ts'
import type { Look } from '../work.ts'

/** Goods as the counter sells them, by a price list or the office's first; prices in other currencies are none here. */
export async function offersOf(
  look: Look,
  items: readonly number[],
  priceList: number | null,
): Promise<Map<number, Offered>> {
  const currency = await currencyOf(look.base)
  const rows = await readItemRows(look.base, items, await needsOf(look, priceList ?? undefined))
  return new Map(
    rows.map(({ id: item, name, unit, kind, price, tax }) => [
      item,
      {
        item,
        name,
        unit,
        goods: kind === 'goods',
        price: price?.currency === currency ? price.amount : null,
        // Prices at a counter are what is paid: the tax is in them.
        tax: tax === null || tax === 0 ? null : { rate: tax, included: true },
      },
    ]),
  )
}
