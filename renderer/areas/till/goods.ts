import type { ItemRow } from '../../../app/contract/items.ts'
import type { Offered } from '../../../app/contract/till.ts'
import { share } from '../../../app/accounting/amounts.ts'
import { quantity, thousandths, type Quantity } from '../../../app/quantity.ts'
import { office } from '../../shell/office/office.ts'

/** The price list that counts: the client's, or the office's first. */
type List = number | null

const asOffered = ({ id, name, unit, kind, price, tax }: ItemRow, currency: string): Offered => ({
  item: id,
  name,
  unit,
  goods: kind === 'goods',
  price: price?.currency === currency ? price.amount : null,
  tax: tax === null || tax === 0 ? null : { rate: tax, included: true },
})

/** What a code stands for and how much of it, in the unit that stock counts by; null where no goods have it. */
export async function byCode(
  code: string,
  list: List,
  currency: string,
): Promise<{ offered: Offered; quantity: Quantity } | null> {
  const found = await office.items.byCode({ code, ...(list === null ? {} : { listId: list }) })
  return (
    found && {
      offered: asOffered(found.item, currency),
      quantity: quantity(share(found.quantity, found.factor, thousandths)),
    }
  )
}

/** Goods by words, the best first. */
export async function find(
  text: string,
  list: List,
  currency: string,
  signal: AbortSignal,
): Promise<Offered[]> {
  const rows = await office.items.find(
    { text, limit: 8, ...(list === null ? {} : { listId: list }) },
    { signal },
  )
  return rows.map((row) => asOffered(row, currency))
}

/** What these goods cost now; those that are not sold any more are left out. */
export const offersOf = (items: readonly number[], list: List): Promise<Offered[]> =>
  office.till.offers({ items: [...new Set(items)], priceList: list })
