import Database from 'better-sqlite3'

/**
 * Holds a folder for one program. An exclusive transaction on a small file of its own: the system itself lets go
 * of it when the program ends, however it ends, so no stale lock is ever left behind.
 * Returns undefined where another program holds it.
 */
export function holdLock(file: string): { release(): void } | undefined {
  const lock = new Database(file, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return undefined
    throw error
  }
  return { release: () => lock.close() }
}
