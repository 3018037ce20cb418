import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Reading, Tables, Writing } from './tables.ts'

/** Marks the file as a base of this program ("Cptp" in ASCII). */
export const applicationId = 0x43707470

export interface Connection {
  readonly kysely: Kysely<Tables>
  readonly raw: Database.Database
  close(): void
}

/**
 * Opens the one writing connection. What has been acknowledged survives a power cut (`synchronous=FULL`).
 * Throws better-sqlite3's SqliteError where the file is not a base.
 */
export function openForWriting(file: string): Connection {
  return connection(new Database(file), [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'cache_size = -65536',
    'temp_store = MEMORY',
    'journal_size_limit = 67108864',
  ])
}

/**
 * One transaction of which a power cut may leave nothing: for a part of something larger that is taken back then. It is
 * safe as soon as anything is written behind it in the usual way, as that brings the whole log to the disk.
 */
export function writeLightly<T>(
  { kysely, raw }: Connection,
  change: (trx: Writing) => Promise<T>,
): Promise<T> {
  return kysely.connection().execute(async (one) => {
    raw.pragma('synchronous = NORMAL')
    try {
      return await one.transaction().execute(change)
    } finally {
      raw.pragma('synchronous = FULL')
    }
  })
}

/** While very much is written, the log is not brought into the base by whoever writes, but by `bringLogIn` in a thread. */
export function leaveLogToOthers({ raw }: Connection, leave: boolean): void {
  raw.pragma(`wal_autocheckpoint = ${leave ? 0 : 1000}`)
}

/** Brings the log of what was written into the base as far as nobody reads behind it, waiting for nobody. */
export function bringLogIn(file: string): void {
  const raw = new Database(file, { fileMustExist: true })
  try {
    raw.pragma('synchronous = FULL')
    raw.pragma('wal_checkpoint(PASSIVE)')
  } finally {
    raw.close()
  }
}

export interface ReadingConnection {
  readonly kysely: Reading
  readonly raw: Database.Database
  close(): void
}

/** Opens a connection that cannot write: calls read through one, report workers each have their own. */
export function openForReading(file: string): ReadingConnection {
  return connection(new Database(file, { readonly: true, fileMustExist: true }), [
    'query_only = ON',
    'cache_size = -65536',
    'mmap_size = 1073741824',
    'temp_store = MEMORY',
  ])
}

/** Reads the base as it stands at one moment, however long it takes and whatever is written meanwhile. */
export async function atOneMoment<T>({ raw }: ReadingConnection, read: () => Promise<T>): Promise<T> {
  raw.exec('BEGIN')
  try {
    return await read()
  } finally {
    raw.exec('COMMIT')
  }
}

function connection(raw: Database.Database, settings: readonly string[]): Connection {
  try {
    for (const setting of settings) raw.pragma(setting)
  } catch (error) {
    // Of a file that is no base; left open it could be neither moved nor taken away.
    raw.close()
    throw error
  }
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(raw) }) })
  return { kysely, raw, close: () => raw.close() }
}

const mostStatements = 500

/**
 * Kysely prepares every statement anew; keeping them prepared makes a look-up by id some ten times quicker.
 * The least recently used go first.
 */
function keepingStatements(raw: Database.Database) {
  const kept = new Map<string, Database.Statement<unknown[]>>()
  return {
    close: () => raw.close(),
    prepare(sql: string) {
      const known = kept.get(sql)
      if (known && !known.busy) {
        kept.delete(sql)
        kept.set(sql, known)
        return known
      }
      const statement = raw.prepare<unknown[]>(sql)
      if (!known) kept.set(sql, statement)
      if (kept.size > mostStatements) kept.delete(kept.keys().next().value!)
      return statement
    },
  }
}
