import { createHash } from 'node:crypto'
import { eraseClients } from './clients/write.ts'
import { among } from './dialect.ts'
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
        .where('id', 'not in', (eb) => eb.selectFrom('client_remarks').select('client_id'))
        // Somebody has made them contact persons of others.
        .where('id', 'not in', (eb) =>
          eb
            .selectFrom('client_contacts')
            .select((eb) => eb.ref('person_id').$notNull().as('id'))
            .where('person_id', 'is not', null)
            // Of those that the import made itself and that go with it, it was the import.
            .where('client_id', 'not in', (eb) =>
              eb
                .selectFrom('clients as made')
                .select('made.id')
                .where('made.import_id', '=', id)
                .where('made.revision', '=', 1)
                .where('made.binned_at', 'is', null)
                .where('made.id', 'not in', eb.selectFrom('client_remarks').select('client_id')),
            ),
        ),
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

/** The clients that an import made and that are still there, the first hundred. */
export async function readImportedNames(base: Reading, id: number): Promise<{ id: number; name: string }[]> {
  return base
    .selectFrom('clients')
    .select(['id', 'name'])
    .where('import_id', '=', id)
    .orderBy('id')
    .limit(100)
    .execute()
}

export type ImportChange = Omit<Tables['import_changes'], 'import_id'>

/** Keeps how clients were before an import added to them: of one it adds to twice, how it was before both. */
export async function insertChanges(
  trx: Writing,
  id: number,
  changes: readonly ImportChange[],
): Promise<void> {
  if (changes.length === 0) return
  await trx
    .insertInto('import_changes')
    .values(changes.map((change) => ({ import_id: id, ...change })))
    .onConflict((conflict) =>
      conflict
        .columns(['import_id', 'client_id'])
        .doUpdateSet((eb) => ({ revision: eb.ref('excluded.revision') })),
    )
    .execute()
}

/** Some clients that an import added to, in their order from behind one. */
export async function readChanges(
  base: Reading,
  id: number,
  after: number,
  limit: number,
): Promise<ImportChange[]> {
  return base
    .selectFrom('import_changes')
    .select(['client_id', 'revision', 'before'])
    .where('import_id', '=', id)
    .where('client_id', '>', after)
    .orderBy('client_id')
    .limit(limit)
    .execute()
}

export async function forgetChanges(trx: Writing, id: number, clients: readonly number[]): Promise<void> {
  await trx
    .deleteFrom('import_changes')
    .where('import_id', '=', id)
    .where(among('client_id', clients))
    .execute()
}

/** Which files have the same columns: by their headings, whatever the order. */
export const headingsKey = (headings: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([...headings].sort()))
    .digest('base64url')

/** What the columns of a file with these headings were taken for last: by this person, else by anybody. */
export async function readMappingFor(base: Reading, headings: readonly string[], userId: number) {
  return base
    .selectFrom('import_mappings')
    .innerJoin('users', 'users.id', 'user_id')
    .select(['user_id', 'users.name as by', 'at', 'file', 'mapping'])
    .where('headings', '=', headingsKey(headings))
    .orderBy((eb) => eb('user_id', '=', userId), 'desc')
    .orderBy('at', 'desc')
    .executeTakeFirst()
}

/** Remembers what the columns of a file were taken for. */
export async function keepMapping(
  trx: Writing,
  headings: readonly string[],
  row: { user_id: number; at: number; file: string; mapping: string },
): Promise<void> {
  const { at, file, mapping } = row
  await trx
    .insertInto('import_mappings')
    .values({ headings: headingsKey(headings), ...row })
    .onConflict((conflict) => conflict.columns(['headings', 'user_id']).doUpdateSet({ at, file, mapping }))
    .execute()
}

/** Everybody's choice for columns of these headings. Returns how many there were. */
export async function forgetMappings(trx: Writing, headings: readonly string[]): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('import_mappings')
    .where('headings', '=', headingsKey(headings))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
