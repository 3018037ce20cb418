import type { Warehouse } from '../../app/contract/warehouses.ts'
import { fold } from '../../app/folding.ts'
import { among } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

/** Those in use first, then by name. */
export async function readWarehouses(base: Reading): Promise<Warehouse[]> {
  const rows = await base
    .selectFrom('warehouses as place')
    .leftJoin('branches as branch', 'branch.id', 'place.branch_id')
    .select(['place.id', 'place.name', 'retired_at', 'branch.id as branchId', 'branch.name as branchName'])
    .orderBy((eb) => eb('retired_at', 'is not', null))
    .orderBy('place.folded')
    .orderBy('place.id')
    .execute()
  return rows.map(({ retired_at, branchId, branchName, ...row }) => ({
    ...row,
    branch: branchId === null ? null : { id: branchId, name: branchName ?? '' },
    retired: retired_at !== null,
  }))
}

export const readBranches = (base: Reading): Promise<{ id: number; name: string }[]> =>
  base.selectFrom('branches').select(['id', 'name']).orderBy('folded').execute()

/** Writes a warehouse, a new one without an id; its id. */
export async function writeWarehouse(
  trx: Writing,
  { id, name, branchId }: { id?: number | undefined; name: string; branchId: number | null },
): Promise<number> {
  const row = { name, folded: fold(name), branch_id: branchId }
  if (id !== undefined) {
    await trx.updateTable('warehouses').set(row).where('id', '=', id).execute()
    return id
  }
  const made = await trx.insertInto('warehouses').values(row).returning('id').executeTakeFirstOrThrow()
  return made.id
}

export async function setWarehouseRetired(trx: Writing, id: number, at: number | null): Promise<void> {
  await trx.updateTable('warehouses').set({ retired_at: at }).where('id', '=', id).execute()
}

/** Whether something lies there, or is owed. */
export async function isStocked(base: Reading, id: number): Promise<boolean> {
  const row = await base
    .selectFrom('stock_held')
    .select('item_id')
    .where('warehouse_id', '=', id)
    .where('quantity', '!=', 0)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes a branch, a new one without an id; its id. */
export async function writeBranch(trx: Writing, id: number | undefined, name: string): Promise<number> {
  const row = { name, folded: fold(name) }
  if (id !== undefined) {
    await trx.updateTable('branches').set(row).where('id', '=', id).execute()
    return id
  }
  const made = await trx.insertInto('branches').values(row).returning('id').executeTakeFirstOrThrow()
  return made.id
}

export async function deleteBranch(trx: Writing, id: number): Promise<void> {
  await trx.deleteFrom('branches').where('id', '=', id).execute()
}

/** What items are, of those that there are. */
export async function readItems(
  base: Reading,
  ids: readonly number[],
): Promise<Map<number, { name: string; kind: string }>> {
  const rows = await base.selectFrom('items').select(['id', 'name', 'kind']).where(among('id', ids)).execute()
  return new Map(rows.map(({ id, ...item }) => [id, item]))
}
