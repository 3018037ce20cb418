import { nothingHeld, quantityHeld, valueHeld, type Holding, type Lot } from '../../app/accounting/holding.ts'
import { stockKey } from '../../app/accounting/stock.ts'
import { among } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

/** What lies of these items, in every warehouse, by `stockKey`; what is not among it lies nowhere. */
export async function readHoldings(base: Reading, items: readonly number[]): Promise<Map<string, Holding>> {
  const rows = await base.selectFrom('stock_held').selectAll().where(among('item_id', items)).execute()
  return new Map(
    rows.map((row) => [
      stockKey(row.item_id, row.warehouse_id),
      {
        layers: JSON.parse(row.layers) as Lot[],
        owed: { quantity: row.owed_quantity, value: row.owed_value },
        last: { quantity: row.last_quantity, value: row.last_value },
      },
    ]),
  )
}

/** What lies there, as `post` asks for it. */
export const heldIn =
  (holdings: ReadonlyMap<string, Holding>) =>
  (item: number, warehouse: number): Holding =>
    holdings.get(stockKey(item, warehouse)) ?? nothingHeld

/** Writes what lies there afterwards. */
export async function writeHoldings(trx: Writing, holdings: ReadonlyMap<string, Holding>): Promise<void> {
  if (holdings.size === 0) return
  await trx
    .replaceInto('stock_held')
    .values(
      [...holdings].map(([key, holding]) => {
        const [item_id, warehouse_id] = key.split(' ').map(Number) as [number, number]
        return {
          item_id,
          warehouse_id,
          quantity: quantityHeld(holding),
          value: valueHeld(holding),
          layers: JSON.stringify(holding.layers),
          owed_quantity: holding.owed.quantity,
          owed_value: holding.owed.value,
          last_quantity: holding.last.quantity,
          last_value: holding.last.value,
        }
      }),
    )
    .execute()
}
