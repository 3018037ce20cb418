import type { ItemGroup } from '../../app/contract/items.ts'
import type { Reading, Writing } from '../tables.ts'

/** Every group, by name. */
export async function readGroups(base: Reading): Promise<ItemGroup[]> {
  const rows = await base.selectFrom('item_groups').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map(({ id, parent_id, name, names }) => ({
    id,
    parentId: parent_id,
    name,
    names: JSON.parse(names) as Record<string, string>,
  }))
}

/** Writes a group, a new one where there is no id. Returns its id. */
export async function writeGroup(
  trx: Writing,
  { id, parentId, name, names }: Omit<ItemGroup, 'id'> & { readonly id?: number | undefined },
): Promise<number> {
  const row = { parent_id: parentId, name, names: JSON.stringify(names) }
  if (id === undefined) {
    const made = await trx.insertInto('item_groups').values(row).returning('id').executeTakeFirstOrThrow()
    return made.id
  }
  await trx.updateTable('item_groups').set(row).where('id', '=', id).execute()
  return id
}

/** Takes a group away; what stood in it stands in the one above. */
export async function deleteGroup(trx: Writing, { id, parentId }: ItemGroup): Promise<void> {
  await trx.updateTable('item_groups').set({ parent_id: parentId }).where('parent_id', '=', id).execute()
  await trx.updateTable('items').set({ group_id: parentId }).where('group_id', '=', id).execute()
  await trx.deleteFrom('item_groups').where('id', '=', id).execute()
}
