import { share } from '../../../app/accounting/amounts.ts'
import { quantity, thousandths } from '../../../app/quantity.ts'
import { postDocument } from '../../../db/journal/posting.ts'
import { writeWarehouse } from '../../../db/journal/warehouses.ts'
import type { Writing } from '../../../db/tables.ts'
import { writeTill } from '../../../db/till/shifts.ts'
import { dayOf } from '../stock/documents.ts'
import { policyOf } from '../stock/rules.ts'
import type { Chance } from './chance.ts'

/** A cashier of the practice shop takes off a tenth at most, in hundredths of a percent. */
const mostPercent = 1000

/** Goods of the practice shop, with what one unit of them costs in cents. */
export interface Stocked {
  readonly id: number
  readonly cost: number
}

/** The practice shop’s warehouse with what lay in it when the program came, and its till. */
export async function writeShop(
  trx: Writing,
  goods: readonly Stocked[],
  { at, by }: { readonly at: number; readonly by: number },
  chance: Chance,
): Promise<void> {
  const warehouse = await writeWarehouse(trx, { name: 'Shop', branchId: null })
  const lines = goods.map(({ id: item, cost }) => {
    const many = quantity((5 + chance.below(60)) * thousandths)
    return { item, quantity: many, value: share(cost, many, thousandths) }
  })
  const posted = await postDocument(
    trx,
    { kind: 'opening-stock', warehouse, lines },
    { day: dayOf(at), at, by, note: '' },
    await policyOf(trx),
  )
  if (!('id' in posted)) throw new Error('The stock of the practice shop cannot be posted')
  await writeTill(trx, { name: 'Till 1', warehouse, mostPercent })
}
