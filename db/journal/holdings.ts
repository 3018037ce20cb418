import { nothingHeld, quantityHeld, valueHeld, type Holding, type Lot } from '../../app/accounting/holding.ts'
import { stockKey } from '../../app/accounting/stock.ts'
import { among, insertMany } from '../dialect.ts'
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
  await insertMany(
    trx,
    'stock_held',
    [
      'item_id', 'warehouse_id', 'quantity', 'value', 'layers',
      'owed_quantity', 'owed_value', 'last_quantity', 'last_value',
    ], // prettier-ignore
    [...holdings].map(([key, holding]) => {
      const [item, warehouse] = key.split(' ').map(Number) as [number, number]
      const { layers, owed, last } = holding
      return [
        item, warehouse, quantityHeld(holding), valueHeld(holding), JSON.stringify(layers),
        owed.quantity, owed.value, last.quantity, last.value,
      ] // prettier-ignore
    }),
    'replace',
  )
}
