import { eraseClients } from './clients/write.ts'
import type { Reading, Tables, Writing } from './tables.ts'

export type ImportState = Tables['imports']['state']

export async function insertImport(
  trx: Writing,
  row: { at: number; userId: number | null; file: string; state: ImportState },
): Promise<number> {
  const { id } = await trx
    .insertInto('imports')
    .values({ at: row.at, user_id: row.userId, file: row.file, state: row.state })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function setImportState(
  trx: Writing,
  id: number,
  state: ImportState,
  counts: Partial<Record<'rows' | 'created' | 'updated' | 'duplicates' | 'refused', number>> = {},
): Promise<void> {
  await trx
    .updateTable('imports')
    .set({ state, ...counts })
    .where('id', '=', id)
    .execute()
}

export async function readUnfinishedImports(base: Reading): Promise<{ id: number }[]> {
  return base.selectFrom('imports').select('id').where('state', '=', 'running').execute()
}

export async function readImports(base: Reading) {
  return base
    .selectFrom('imports')
    .leftJoin('users', 'users.id', 'user_id')
    .select(['imports.id', 'imports.at', 'users.name as by', 'file', 'state', 'created', 'updated'])
    .orderBy('imports.id', 'desc')
    .limit(100)
    .execute()
}

/** Ids of clients an import made; `untouched`: only those nobody has changed since. */
export async function importedIds(
  base: Reading,
  id: number,
  which: { untouched: boolean; limit: number },
): Promise<number[]> {
  const rows = await base
    .selectFrom('clients')
    .select('id')
    .where('import_id', '=', id)
    .$if(which.untouched, (query) => query.where('revision', '=', 1).where('binned_at', 'is', null))
    .limit(which.limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Erases everything an import made, in one transaction. */
export async function eraseImport(trx: Writing, id: number): Promise<number> {
  let erased = 0
  for (;;) {
    const ids = await importedIds(trx, id, { untouched: false, limit: 500 })
    if (ids.length === 0) return erased
    await eraseClients(trx, ids)
    erased += ids.length
  }
}
