import { expect, test } from 'vitest'
import { baseAt } from './baseForTests.ts'
import { readCards } from './clients/card.ts'
import { readEntries } from './lists/entries.ts'

test('an office from before gets the lists, its clients stay with their statuses and count as clients', async () => {
  const { raw, kysely } = await baseAt(
    '0040-export-right',
    `
    INSERT INTO roles (id, key, name, rights, own_only, hidden) VALUES
      (1, 'owner', 'owner', '["clients.see"]', '[]', '[]'), (2, 'cashier', 'cashier', '["clients.see"]', '[]', '[]');
    INSERT INTO client_statuses (id, key, name, tone, position) VALUES
      (1, 'potential', 'potential', 'info', 0), (2, NULL, 'Sleeping', 'warn', 1);
    INSERT INTO clients (id, kind, name, sort_key, status_id, created_at, changed_at) VALUES
      (1, 'person', 'Anna', '2anna', 2, 1, 2);
    INSERT INTO client_names VALUES (1, 0, 'Anna', 'anna', NULL);
    INSERT INTO client_addresses (client_id, position, city) VALUES (1, 0, 'Kep');
  `,
  )
  const statuses = await readEntries(kysely, 'status')
  expect(statuses.map(({ id, name, retired }) => [id, name, retired])).toEqual([
    [1, 'potential', false],
    [2, 'Sleeping', false],
  ])
  const relations = await readEntries(kysely, 'relation')
  expect(relations.map(({ key }) => key)).toEqual([
    'relation.client',
    'relation.supplier',
    'relation.contractor',
    'relation.partner',
  ])
  expect((await readCards(kysely, [1]))[0]).toMatchObject({
    statusId: 2,
    addresses: [{ city: 'Kep' }],
    relationIds: [relations[0]!.id],
    custom: {},
  })
  const mayEdit = raw
    .prepare('SELECT id, only_relations FROM roles WHERE rights LIKE \'%"lists.edit"%\'')
    .raw()
    .all()
  expect(mayEdit).toEqual([[1, '[]']])
  // A status in use is not to be had away, as before.
  expect(() => raw.exec('DELETE FROM list_entries WHERE id = 2')).toThrow(/FOREIGN KEY/)
})

test('a base without an office gets no lists before its first start', async () => {
  const { kysely } = await baseAt('0040-export-right', '')
  expect(await readEntries(kysely)).toEqual([])
})
