import { eraseClients } from './clients/write.ts'
import type { Reading, Tables, Writing } from './tables.ts'

export type ImportState = Tables['imports']['state']

export async function insertImport(
  trx: Writing,
  row: { at: number; userId: number | null; file: string },
): Promise<number> {
  const { id } = await trx
    .insertInto('imports')
    .values({ at: row.at, user_id: row.userId, file: row.file, state: 'running' })
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

export async function readImport(base: Reading, id: number) {
  return base.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The last hundred, newest first. */
export async function readImports(base: Reading) {
  return base
    .selectFrom('imports')
    .leftJoin('users', 'users.id', 'user_id')
    .select(['imports.id', 'imports.at', 'user_id', 'users.name as by', 'file', 'state'])
    .select(['rows', 'created', 'updated', 'duplicates', 'refused'])
    .orderBy('imports.id', 'desc')
    .limit(100)
    .execute()
}

/** Ids of clients that an import made, in their order from behind one; `untouched`: only those nobody has changed since. */
export async function importedIds(
  base: Reading,
  id: number,
  which: { untouched: boolean; after: number; limit: number },
): Promise<number[]> {
  const rows = await base
    .selectFrom('clients')
    .select('id')
    .where('import_id', '=', id)
    .where('id', '>', which.after)
    .$if(which.untouched, (query) =>
      query
        .where('revision', '=', 1)
        .where('binned_at', 'is', null)
        // Somebody has written about them.
        .where('id', 'not in', (eb) => eb.selectFrom('client_remarks').select('client_id')),
    )
    .orderBy('id')
    .limit(which.limit)
    .execute()
  return rows.map((row) => row.id)
}

/** How many clients there are that an import made, in the bin or not. */
export async function countImported(base: Reading, id: number): Promise<number> {
  const { count } = await base
    .selectFrom('clients')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow()
  return count
}

/** Erases everything an import made, in one transaction. */
export async function eraseImport(trx: Writing, id: number): Promise<void> {
  for (;;) {
    const ids = await importedIds(trx, id, { untouched: false, after: 0, limit: 500 })
    if (ids.length === 0) return
    await eraseClients(trx, ids)
  }
}
