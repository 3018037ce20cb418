import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { applicationId, openForReading, type ReadingConnection } from './connection.ts'

export type BaseProblem = 'not-a-base' | 'empty' | 'damaged' | 'newer'

/**
 * Looks at a file before it is trusted as a base. `quick` reads the header and the list of migrations only;
 * a full check reads every page (seconds at a million clients), for backups. Nobody else may have the file open.
 */
export function problemOfBase(
  file: string,
  knownMigrations: readonly string[],
  depth: 'quick' | 'full',
): BaseProblem | undefined {
  let opened = false
  try {
    return lookInto(file, (base) => {
      opened = true
      return problemIn(base, knownMigrations, depth)
    })
  } catch {
    return opened ? 'damaged' : 'not-a-base'
  }
}

/** Opens a base that nobody else has open, for one look. Throws SqliteError where it is none. */
export function lookInto<T>(file: string, look: (base: ReadingConnection) => T): T {
  // Looking at a base leaves two files beside it, which a reader cannot take away.
  const left = ['-wal', '-shm'].map((ending) => file + ending).filter((beside) => !existsSync(beside))
  let base
  try {
    base = openForReading(file)
    return look(base)
  } finally {
    base?.close()
    for (const beside of left) rmSync(beside, { force: true })
  }
}

function problemIn(
  { raw }: ReadingConnection,
  knownMigrations: readonly string[],
  depth: 'quick' | 'full',
): BaseProblem | undefined {
  if (raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0) return 'empty'
  if (raw.pragma('application_id', { simple: true }) !== applicationId) return 'not-a-base'
  const applied = raw.prepare('SELECT name FROM kysely_migration').pluck().all() as string[]
  if (applied.some((name) => !knownMigrations.includes(name))) return 'newer'
  if (depth === 'full' && raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'damaged'
  return undefined
}

/** Whether SQLite refused because a row names another one that is not there, as after a choice that has gone meanwhile. */
export const namesNothing = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'

/** Whether SQLite says that the file itself is not as it should be. */
export const saysDamaged = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
