import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { expect, onTestFinished } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { openForWriting, type Connection } from './connection.ts'
import { migrate } from './migrate.ts'

/** A base as a migration left it, with these rows in it, brought up to date. Gone when the test is over. */
export async function baseAt(migration: string, rows: string): Promise<Connection> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-test-'))
  const connection = openForWriting(join(folder, 'office.sqlite'))
  onTestFinished(() => {
    connection.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const { error } = await new Migrator({
    db: connection.kysely,
    provider: { getMigrations: async () => migrations },
  }).migrateTo(migration)
  expect(error).toBeUndefined()
  connection.raw.exec(rows)
  await migrate(connection)
  expect(connection.raw.pragma('foreign_key_check')).toEqual([])
  return connection
}
