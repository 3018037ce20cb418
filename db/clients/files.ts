import type { ClientFile } from '../../app/contract/files.ts'
import type { ReadingConnection } from '../connection.ts'
import { among } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'
import { inScope, type ClientScope } from './visible.ts'

/** A file with whose it is and where its bytes lie. */
export interface StoredClientFile extends ClientFile {
  readonly clientId: number
  readonly hash: string
}

const files = (base: Reading) =>
  base
    .selectFrom('client_files')
    .leftJoin('users', 'users.id', 'client_files.user_id')
    .select(['client_files.id', 'client_id as clientId', 'hash', 'client_files.name', 'type', 'size', 'at'])
    .select(['users.name as by', 'binned_at as binnedAt'])

/** Of these clients, newest first. */
export function readFilesOf(base: Reading, clients: readonly number[]): Promise<StoredClientFile[]> {
  return files(base).where(among('client_id', clients)).orderBy('client_files.id', 'desc').execute()
}

export function readFiles(base: Reading, ids: readonly number[]): Promise<StoredClientFile[]> {
  return files(base).where(among('client_files.id', ids)).orderBy('client_files.id').execute()
}

export type NewFile = Pick<StoredClientFile, 'clientId' | 'hash' | 'name' | 'type' | 'size'>

/** Returns their ids. */
export async function insertFiles(
  trx: Writing,
  rows: readonly NewFile[],
  change: { at: number; by: number | null },
): Promise<number[]> {
  if (rows.length === 0) return []
  const made = await trx
    .insertInto('client_files')
    .values(
      rows.map(({ clientId, ...row }) => ({
        ...row,
        client_id: clientId,
        at: change.at,
        user_id: change.by,
      })),
    )
    .returning('id')
    .execute()
  return made.map(({ id }) => id)
}

export async function renameFile(trx: Writing, id: number, name: string): Promise<void> {
  await trx.updateTable('client_files').set({ name }).where('id', '=', id).execute()
}

/** Into the bin (a moment) or out of it (null). */
export async function setFilesBinned(
  trx: Writing,
  ids: readonly number[],
  binnedAt: number | null,
): Promise<void> {
  await trx.updateTable('client_files').set({ binned_at: binnedAt }).where(among('id', ids)).execute()
}

/** Takes away files that came into the bin before a moment; so many at once. Returns whose they were. */
export async function eraseBinned(
  trx: Writing,
  before: number,
  limit: number,
): Promise<{ clientId: number; client: string; name: string }[]> {
  const rows = await trx
    .selectFrom('client_files')
    .innerJoin('clients', 'clients.id', 'client_id')
    .select(['client_files.id', 'client_id as clientId', 'clients.name as client', 'client_files.name'])
    .where('client_files.binned_at', '<', before)
    .orderBy('client_files.binned_at')
    .limit(limit)
    .execute()
  const ids = rows.map(({ id }) => id)
  await trx.deleteFrom('client_files').where(among('id', ids)).execute()
  return rows
}

/** Takes away the rows that a merge made of these clients' own photos: with the merge they go. */
export async function deletePhotoFiles(trx: Writing, clients: readonly number[], at: number): Promise<void> {
  await trx
    .deleteFrom('client_files')
    .where(among('client_id', clients))
    .where('at', '=', at)
    .where((eb) =>
      eb(
        'hash',
        '=',
        eb.selectFrom('clients').select('photo').whereRef('clients.id', '=', 'client_files.client_id'),
      ),
    )
    .execute()
}

/** The picture of a client that the person reaches. */
export async function readPhoto(base: Reading, id: number, scope: ClientScope): Promise<string | null> {
  const row = await base
    .selectFrom('clients')
    .select('photo')
    .where('id', '=', id)
    .where((eb) => inScope(eb, scope))
    .executeTakeFirst()
  return row?.photo ?? null
}

/** The hash of every file that a base knows, photos and voice messages too: what may not be swept away. None where it is older than files are. */
export function knownHashes({ raw }: ReadingConnection): string[] {
  const has = (table: string) =>
    raw.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined
  if (!has('client_files')) return []
  const voice = has('voice_messages') ? ' UNION SELECT file FROM voice_messages' : ''
  return raw
    .prepare(
      `SELECT DISTINCT hash FROM client_files UNION SELECT DISTINCT photo FROM clients WHERE photo IS NOT NULL${voice}`,
    )
    .pluck()
    .all() as string[]
}
