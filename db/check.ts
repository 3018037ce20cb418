import Database from 'better-sqlite3'
import { applicationId, openForReading } from './connection.ts'

export type BaseProblem = 'not-a-base' | 'empty' | 'damaged' | 'newer'

/**
 * Looks at a file before it is trusted as a base. `quick` reads the header and the list of migrations only;
 * a full check reads every page (seconds at a million clients), for backups and in the background.
 */
export function problemOfBase(
  file: string,
  knownMigrations: readonly string[],
  depth: 'quick' | 'full',
): BaseProblem | undefined {
  let base
  try {
    base = openForReading(file)
  } catch {
    return 'not-a-base'
  }
  try {
    const tables = base.raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
    const marked = base.raw.pragma('application_id', { simple: true }) === applicationId
    if (tables === 0) return 'empty'
    if (!marked) return 'not-a-base'
    const applied = base.raw
      .prepare<[], string>('SELECT name FROM kysely_migration')
      .pluck()
      .all() as unknown as string[]
    if (applied.some((name) => !knownMigrations.includes(name))) return 'newer'
    if (depth === 'full' && base.raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'damaged'
    return undefined
  } catch {
    return 'damaged'
  } finally {
    base.close()
  }
}

/** Whether SQLite refused because a row names another one that is not there, as after a choice that has gone meanwhile. */
export const namesNothing = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'

/** Whether SQLite says that the file itself is not as it should be. */
export const saysDamaged = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
