import { sql, type RawBuilder } from 'kysely'
import type { BalanceFilter } from '../../app/contract/stock.ts'
import { joinedLayers, type Lot } from '../../app/accounting/holding.ts'
import { fold } from '../../app/folding.ts'
import { among } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

export interface HeldLine {
  readonly itemId: number
  readonly item: string
  readonly warehouseId: number
  readonly warehouse: string
  readonly quantity: number
  readonly value: number
}

interface Sums {
  item_id: number
  warehouse_id: number
  quantity: number
  value: number
}

/** What lies where now, or lay there at the end of a day: that without what came and went since, read by the days of the moves. */
function heldAt(day: string | undefined): RawBuilder<Sums> {
  if (day === undefined) return sql`stock_held`
  return sql`(SELECT item_id, warehouse_id, sum(quantity) AS quantity, sum(value) AS value FROM (
      SELECT item_id, warehouse_id, quantity, value FROM stock_held
      UNION ALL
      SELECT item_id, warehouse_id, -quantity, -value FROM stock_moves WHERE day > ${day}
    ) GROUP BY item_id, warehouse_id)`
}

function balances(base: Reading, { day, warehouseId, itemId }: BalanceFilter, items?: readonly number[]) {
  return base
    .selectFrom(heldAt(day).as('held'))
    .where(sql<boolean>`(held.quantity <> 0 OR held.value <> 0)`)
    .$if(warehouseId !== undefined, (query) => query.where('held.warehouse_id', '=', warehouseId!))
    .$if(itemId !== undefined, (query) => query.where('held.item_id', '=', itemId!))
    .$if(items !== undefined, (query) => query.where(among('held.item_id', items!)))
}

/** Items of which something lies or lay somewhere and whose name has this part, however it is written. */
async function itemsCalled(base: Reading, text: string): Promise<number[]> {
  const rows = await base
    .selectFrom('items')
    .select(['id', 'name'])
    .where('id', 'in', (eb) => eb.selectFrom('stock_held').select('item_id'))
    .execute()
  const part = fold(text)
  return rows.filter(({ name }) => fold(name).includes(part)).map(({ id }) => id)
}

/** Balances by the item's name, how many there are, and what all of them are worth. */
export async function pageOfBalances(
  base: Reading,
  filter: BalanceFilter,
  offset: number,
  limit: number,
): Promise<{ rows: HeldLine[]; total: number; value: number }> {
  const items = filter.text ? await itemsCalled(base, filter.text) : undefined
  const rows = await balances(base, filter, items)
    .innerJoin('items', 'items.id', 'held.item_id')
    .innerJoin('warehouses', 'warehouses.id', 'held.warehouse_id')
    .select([
      'held.item_id as itemId',
      'items.name as item',
      'held.warehouse_id as warehouseId',
      'warehouses.name as warehouse',
      'held.quantity',
      'held.value',
    ])
    .orderBy('items.name')
    .orderBy('held.item_id')
    .orderBy('held.warehouse_id')
    .offset(offset)
    .limit(limit)
    .execute()
  const all = await balances(base, filter, items)
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      sql<number>`coalesce(sum(held.value), 0)`.as('value'),
    ])
    .executeTakeFirstOrThrow()
  return { rows, ...all }
}

/** Which moves of an item are asked for. */
export interface MovesAsked {
  readonly itemId: number
  readonly warehouseId?: number | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Moves of an item, the latest first, and how many there are. */
export async function pageOfMoves(base: Reading, asked: MovesAsked, offset: number, limit: number) {
  const { itemId, warehouseId, from, to } = asked
  const moves = base
    .selectFrom('stock_moves as move')
    .where('move.item_id', '=', itemId)
    .$if(warehouseId !== undefined, (query) => query.where('move.warehouse_id', '=', warehouseId!))
    .$if(from !== undefined, (query) => query.where('move.day', '>=', from!))
    .$if(to !== undefined, (query) => query.where('move.day', '<=', to!))
  const rows = await moves
    .innerJoin('documents', 'documents.id', 'move.document_id')
    .innerJoin('warehouses', 'warehouses.id', 'move.warehouse_id')
    .select([
      'move.document_id as documentId',
      'documents.kind',
      'move.day',
      'warehouses.name as warehouse',
      'move.quantity',
      'move.value',
      'documents.undoes',
    ])
    .orderBy('move.day', 'desc')
    .orderBy('move.document_id', 'desc')
    .orderBy('move.position', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  const { total } = await moves.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

/** Every holding of several layers becomes one at their average; what it is worth stays. */
export async function averageLayers(trx: Writing): Promise<void> {
  const rows = await trx
    .selectFrom('stock_held')
    .select(['item_id', 'warehouse_id', 'layers'])
    .where(sql<boolean>`json_array_length(layers) > 1`)
    .execute()
  const joined = rows.map(({ item_id, warehouse_id, layers }) => [
    item_id,
    warehouse_id,
    JSON.stringify(joinedLayers(JSON.parse(layers) as Lot[])),
  ])
  await trx
    .updateTable('stock_held')
    .from(sql<{ value: string }>`json_each(${JSON.stringify(joined)})`.as('given'))
    .set({ layers: sql<string>`given.value ->> 2` })
    .where(sql<boolean>`item_id = given.value ->> 0 AND warehouse_id = given.value ->> 1`)
    .execute()
}
