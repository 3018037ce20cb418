import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { knownHashes } from './clients/files.ts'
import { openForWriting } from './connection.ts'
import { migrate } from './migrate.ts'

test('a base from before files: its clients stay as they are, and it knows no files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-migration-'))
  const connection = openForWriting(join(folder, 'office.sqlite'))
  onTestFinished(() => {
    connection.close()
    rmSync(folder, { recursive: true })
  })
  const { raw } = connection
  const older = Object.entries(migrations).filter(([name]) => name < '0050')
  const { error } = await new Migrator({
    db: connection.kysely,
    provider: { getMigrations: async () => Object.fromEntries(older) },
  }).migrateToLatest()
  expect(error).toBeUndefined()
  raw.exec(`INSERT INTO clients (id, kind, name, sort_key, created_at, changed_at)
    VALUES (1, 'person', 'Sok Dara', '2sok dara', 1, 1)`)
  expect(knownHashes(connection)).toEqual([])

  await migrate(connection)
  expect(raw.prepare('SELECT name, photo FROM clients').get()).toEqual({ name: 'Sok Dara', photo: null })
  raw.exec(`UPDATE clients SET photo = 'p' WHERE id = 1;
    INSERT INTO client_files (client_id, hash, name, type, size, at) VALUES (1, 'f', 'a.txt', 'text/plain', 1, 1)`)
  expect(knownHashes(connection)).toEqual(['f', 'p'])
  expect(
    raw.prepare(`EXPLAIN QUERY PLAN SELECT DISTINCT photo FROM clients WHERE photo IS NOT NULL`).all(),
  ).toMatchObject([{ detail: expect.stringContaining('clients_with_photo') as string }])
  raw.pragma('foreign_keys = ON')
  raw.exec('DELETE FROM clients WHERE id = 1')
  expect(raw.prepare('SELECT count(*) FROM client_files').pluck().get()).toBe(0)
})
