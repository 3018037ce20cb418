import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Migrator } from 'kysely/migration'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { openForWriting } from './connection.ts'
import { migrate, missingMigrations } from './migrate.ts'

test('a base from before duplicates keeps everything and lets owners and managers merge', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-test-'))
  const connection = openForWriting(join(folder, 'office.sqlite'))
  onTestFinished(() => {
    connection.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const { raw, kysely } = connection
  const { error } = await new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
  }).migrateTo('0020-clients')
  expect(error).toBeUndefined()
  raw.exec(`
    INSERT INTO roles (id, key, name, rights, own_only, hidden) VALUES
      (1, 'owner', 'owner', '["clients.see","log.see"]', '[]', '[]'),
      (2, 'manager', 'manager', '["clients.see"]', '[]', '["client.notes"]'),
      (3, NULL, 'Our own', '["clients.see"]', '[]', '[]'),
      (4, 'cashier', 'cashier', '["clients.see"]', '[]', '[]');
    INSERT INTO users (id, name, folded, password, created_at) VALUES (1, 'Sok', 'sok', 'x', 1);
    INSERT INTO clients (id, kind, name, sort_key, revision, created_at, changed_at, binned_at) VALUES
      (1, 'person', 'Anna', '2anna', 4, 1, 2, NULL), (2, 'person', 'Binned', '2binned', 1, 1, 2, 3);
    INSERT INTO client_names VALUES (1, 0, 'Anna', 'anna', NULL), (2, 0, 'Binned', 'binned', NULL);
    INSERT INTO operations (at, user_id, seat, action, changes) VALUES (1, 1, 'desk', 'clients.save', '[]');
  `)
  const before = raw.prepare('SELECT * FROM clients ORDER BY id').all() as object[]

  expect(await missingMigrations(connection)).toContain('0030-duplicates')
  await migrate(connection)

  expect(raw.prepare('SELECT * FROM clients ORDER BY id').all()).toMatchObject(
    before.map((client) => ({ ...client, merged_into: null })),
  )
  expect(raw.prepare('SELECT count(*) FROM operations').pluck().get()).toBe(1)
  const merges = raw
    .prepare(
      `SELECT id FROM roles WHERE EXISTS (SELECT 1 FROM json_each(rights) WHERE value = 'clients.merge')`,
    )
    .pluck()
    .all()
  expect(merges).toEqual([1, 2])
  expect(raw.prepare('SELECT rights ->> 0 FROM roles WHERE id = 2').pluck().get()).toBe('clients.see')
  expect(raw.pragma('foreign_key_check')).toEqual([])
  // Who is gone for good takes what was said about them along.
  raw.exec('INSERT INTO client_distinct (first, second, at) VALUES (1, 2, 1)')
  raw.exec('DELETE FROM client_names WHERE client_id = 2; DELETE FROM clients WHERE id = 2')
  expect(raw.prepare('SELECT count(*) FROM client_distinct').pluck().get()).toBe(0)
})
