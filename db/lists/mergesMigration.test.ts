import { expect, test } from 'vitest'
import { baseAt } from '../baseForTests.ts'
import { readEntryMerge } from './merges.ts'

test('merges from before can still be taken back, or were', async () => {
  const limits = { roles: [{ id: 1, before: [2] }], fields: [] }
  const { kysely } = await baseAt(
    '0121-mass-changes',
    `INSERT INTO list_entries (id, name, tone, position) VALUES (1, 'A', 'info', 0), (2, 'B', 'info', 1);
     INSERT INTO list_merges (id, at, entry_id, into_id, clients, undone_at) VALUES
       (1, 5, 1, 2, '${JSON.stringify({ had: [7], both: [], limits })}', NULL), (2, 5, 1, 2, '{}', 6)`,
  )
  expect(await readEntryMerge(kysely, 1)).toMatchObject({
    state: 'merged',
    had: [7],
    limits: { ...limits, targets: [], views: [] },
  })
  expect(await readEntryMerge(kysely, 2)).toMatchObject({ state: 'undone' })
})
