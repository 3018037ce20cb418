import type { CustomField } from '../../app/contract/lists.ts'
import type { Reading, Writing } from '../tables.ts'

/** The fields of the client card that the office defined, in their order; retired ones too. */
export async function readFields(base: Reading): Promise<CustomField[]> {
  const rows = await base.selectFrom('custom_fields').selectAll().orderBy('position').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    name: row.name,
    names: JSON.parse(row.names) as Record<string, string>,
    relationIds: JSON.parse(row.relations) as number[],
    required: row.required === 1,
    position: row.position,
    retired: row.retired_at !== null,
  }))
}

export type FieldColumns = Pick<CustomField, 'type' | 'name' | 'names' | 'relationIds' | 'required'>

const columnsOf = ({ name, names, relationIds, required }: FieldColumns) => ({
  name,
  names: JSON.stringify(names),
  relations: JSON.stringify(relationIds),
  required: Number(required),
})

/** Behind all others. */
export async function insertField(trx: Writing, field: FieldColumns): Promise<number> {
  const last = await trx
    .selectFrom('custom_fields')
    .select((eb) => eb.fn.max<number | null>('position').as('position'))
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('custom_fields')
    .values({ type: field.type, ...columnsOf(field), position: (last.position ?? -1) + 1, retired_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateField(trx: Writing, id: number, field: FieldColumns): Promise<void> {
  await trx.updateTable('custom_fields').set(columnsOf(field)).where('id', '=', id).execute()
}

export async function setFieldRetired(trx: Writing, id: number, at: number | null): Promise<void> {
  await trx.updateTable('custom_fields').set({ retired_at: at }).where('id', '=', id).execute()
}

export async function setFieldOrder(trx: Writing, ids: readonly number[]): Promise<void> {
  for (const [position, id] of ids.entries())
    // eslint-disable-next-line no-await-in-loop -- one connection
    await trx.updateTable('custom_fields').set({ position }).where('id', '=', id).execute()
}
