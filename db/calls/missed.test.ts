import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { returnOf, type CallForReturning } from '../../app/missedCalls.ts'
import { temporaryBase, type TemporaryBase } from '../clients/temporaryBase.ts'
import { insertTestCalls, type CallForTest } from './callsForTests.ts'
import { settleReturned } from './missed.ts'

let base: TemporaryBase
let clients: number[]
beforeAll(async () => {
  base = await temporaryBase()
  clients = await base.add([1, 2].map((nth) => ({ kind: 'person', names: [{ text: `Client ${nth}` }] })))
})
afterAll(() => base.remove())

const call = fc.record({
  direction: fc.constantFrom('incoming' as const, 'outgoing' as const, 'internal' as const),
  at: fc.integer({ min: 1, max: 60 }).map((minute) => minute * 60_000),
  talk: fc.constantFrom(0, 0, 20_000),
  number: fc.constantFrom('', '012 345 678', '+855 12 345 678', '011 222 333'),
  client: fc.constantFrom(null, 0, 1),
})

test('in whatever order calls are told, those missed ones are returned of which the rule says so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 12 }), async (calls) => {
      const { kysely } = base.writing
      await kysely.deleteFrom('calls').execute()
      for (const { client, ...one } of calls) {
        const asked: CallForTest = { ...one, client: client === null ? null : clients[client]! }
        // Each is told by itself, and not in the order in which they were made.
        await kysely.transaction().execute(async (trx) => {
          await settleReturned(trx, await insertTestCalls(trx, [asked]))
        })
      }
      const rows = await kysely.selectFrom('calls').selectAll().orderBy('id').execute()
      const known = rows.map((row): CallForReturning => ({
        id: row.id,
        direction: row.direction,
        startedAt: row.started_at,
        answeredAt: row.answered_at,
        missed: row.missed === 1,
        ending: row.ending,
        clientId: row.client_id,
      }))
      for (const [nth, row] of rows.entries()) {
        const by = returnOf(known[nth]!, known)
        expect(row.returned_at === null).toBe(by === undefined)
        if (row.returned_by_call !== null)
          expect(known.find(({ id }) => id === row.returned_by_call)?.answeredAt).toBe(row.returned_at)
      }
    }),
    { numRuns: 120 },
  )
})
