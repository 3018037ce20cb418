import { sql } from 'kysely'
import { insertMany } from '../dialect.ts'
import type { Reading, Tables, Writing } from '../tables.ts'

/** Stock-takes, the latest first, or one of them; and how far each is. */
export const readTakes = (base: Reading, id?: number) =>
  base
    .selectFrom('stock_takes as take')
    .innerJoin('warehouses', 'warehouses.id', 'take.warehouse_id')
    .innerJoin('users', 'users.id', 'take.user_id')
    .$if(id !== undefined, (query) => query.where('take.id', '=', id!))
    .select((eb) => [
      'take.id',
      'take.warehouse_id as warehouseId',
      'warehouses.name as warehouse',
      'take.started_at as startedAt',
      'users.name as by',
      'take.note',
      'take.document_id as documentId',
      'take.posted_at as postedAt',
      'take.given_up_at as givenUpAt',
      eb
        .selectFrom('stock_take_expected')
        .whereRef('take_id', '=', 'take.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('expected'),
      eb
        .selectFrom('stock_take_counts')
        .whereRef('take_id', '=', 'take.id')
        .select(sql<number>`count(DISTINCT item_id)`.as('count'))
        .as('counted'),
    ])
    .orderBy('take.id', 'desc')
    .execute()

/** Whether somebody counts that warehouse. */
export async function isBeingCounted(base: Reading, warehouse: number): Promise<boolean> {
  const row = await base
    .selectFrom('stock_takes')
    .select('id')
    .where('warehouse_id', '=', warehouse)
    .where('posted_at', 'is', null)
    .where('given_up_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Begins one: what lies in the warehouse at this moment is what should be found. Its id. */
export async function insertTake(
  trx: Writing,
  take: { warehouse_id: number; started_at: number; user_id: number; note: string },
): Promise<number> {
  const { id } = await trx.insertInto('stock_takes').values(take).returning('id').executeTakeFirstOrThrow()
  await trx
    .insertInto('stock_take_expected')
    .columns(['take_id', 'item_id', 'quantity', 'value'])
    .expression((eb) =>
      eb
        .selectFrom('stock_held')
        .where('warehouse_id', '=', take.warehouse_id)
        .where('quantity', '!=', 0)
        .select([sql.lit(id).as('take_id'), 'item_id', 'quantity', 'value']),
    )
    .execute()
  return id
}

export async function updateTake(
  trx: Writing,
  id: number,
  change: Partial<Omit<Tables['stock_takes'], 'id'>>,
): Promise<void> {
  await trx.updateTable('stock_takes').set(change).where('id', '=', id).execute()
}

/** What somebody counted, line by line. */
export const insertCounts = (
  trx: Writing,
  counts: readonly {
    take: number
    item: number
    quantity: number
    sitting: string
    user: number
    at: number
  }[],
): Promise<void> =>
  insertMany(
    trx,
    'stock_take_counts',
    ['take_id', 'item_id', 'quantity', 'sitting', 'user_id', 'at'],
    counts.map(({ take, item, quantity, sitting, user, at }) => [take, item, quantity, sitting, user, at]),
  )

export const readCounts = (base: Reading, take: number, limit: number) =>
  base
    .selectFrom('stock_take_counts as count')
    .innerJoin('items', 'items.id', 'count.item_id')
    .innerJoin('users', 'users.id', 'count.user_id')
    .select([
      'count.id',
      'count.item_id as itemId',
      'items.name as item',
      'count.quantity',
      'count.sitting',
      'users.name as by',
      'count.at',
    ])
    .where('count.take_id', '=', take)
    .orderBy('count.id', 'desc')
    .limit(limit)
    .execute()

/** Takes a line of counting back; false where there is none. */
export async function deleteCount(trx: Writing, take: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('stock_take_counts')
    .where('take_id', '=', take)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** An item of a stock-take: what should be there and was worth, and what was counted. */
export interface Compared {
  readonly itemId: number
  readonly item: string
  readonly expected: number
  readonly value: number
  readonly counted: number | null
  /** The latest known cost of the item in this warehouse: so much for so much. */
  readonly lastQuantity: number
  readonly lastValue: number
}

/** Everything that was expected or counted, by name. */
export async function compareTake(base: Reading, take: number, warehouse: number): Promise<Compared[]> {
  const all = sql<Compared>`(
    SELECT items.id AS itemId, items.name AS item, coalesce(expected.quantity, 0) AS expected,
      coalesce(expected.value, 0) AS value, counted.quantity AS counted,
      coalesce(held.last_quantity, 0) AS lastQuantity, coalesce(held.last_value, 0) AS lastValue
    FROM (SELECT item_id FROM stock_take_expected WHERE take_id = ${take}
      UNION SELECT item_id FROM stock_take_counts WHERE take_id = ${take}) AS one
    JOIN items ON items.id = one.item_id
    LEFT JOIN stock_take_expected AS expected ON expected.take_id = ${take} AND expected.item_id = one.item_id
    LEFT JOIN (SELECT item_id, sum(quantity) AS quantity FROM stock_take_counts WHERE take_id = ${take}
      GROUP BY item_id) AS counted ON counted.item_id = one.item_id
    LEFT JOIN stock_held AS held ON held.item_id = one.item_id AND held.warehouse_id = ${warehouse})`
  return base.selectFrom(all.as('compared')).selectAll().orderBy('item').orderBy('itemId').execute()
}
