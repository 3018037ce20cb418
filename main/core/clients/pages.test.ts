import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { insertClients } from '../../../db/clients/write.ts'
import { at, draft, testOffice, type OfficeClient, type TestOffice } from '../testOffice.ts'

/** The order as SQLite itself has it. */
const plainOrder = (office: TestOffice): number[] =>
  office.office.connection.raw
    .prepare('SELECT id FROM clients WHERE binned_at IS NULL ORDER BY sort_key, id')
    .pluck()
    .all() as number[]

/** Pages of `limit` from every `step`th offset are the plain order's, in both directions. */
async function pagesAreExact(
  office: TestOffice,
  ask: OfficeClient,
  limit: number,
  step: number,
): Promise<void> {
  const order = plainOrder(office)
  for (const descending of [false, true]) {
    const wanted = descending ? order.toReversed() : order
    for (let offset = 0; offset <= order.length; offset += step) {
      const { total, rows } = await ask.clients.page({
        offset,
        limit,
        order: [{ field: 'name', descending }],
      })
      expect(total).toBe(order.length)
      expect({ offset, descending, ids: rows.map(({ id }) => id) }).toEqual({
        offset,
        descending,
        ids: wanted.slice(offset, offset + limit),
      })
    }
  }
}

async function addMany(office: TestOffice, names: readonly string[]): Promise<void> {
  const drafts = names.map((name) => draft(name))
  const making = { at: office.clock, by: 1, importId: null }
  await office.office.writing
    .transaction()
    .execute((trx) => insertClients(trx, drafts, { sortLanguage: 'en', country: 'KH' }, making))
}

/** Names that meet: namesakes, other scripts, numbers, letters beyond 16 bits and those that JavaScript puts behind them. */
const name = fc.oneof(
  fc.constantFrom(
    'a',
    'A',
    'á',
    'ab',
    'b',
    '1',
    '10',
    '2',
    'ក',
    'ខ',
    'я',
    '𠀀',
    '\u{fa0e}',
    '한',
    '…',
    'z',
    '😀x',
  ),
  fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
)
const which = fc.array(fc.nat(), { minLength: 1, maxLength: 3 })
const operation = fc.oneof(
  fc.record({ what: fc.constant('create' as const), name }),
  fc.record({ what: fc.constant('rename' as const), which, name }),
  fc.record({ what: fc.constantFrom('bin' as const, 'restore' as const), which }),
)

test('every page is what SQLite says, whatever is created, renamed, binned and restored', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const ids: number[] = []
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 12 }), async (operations) => {
      for (const each of operations) {
        if (each.what === 'create') ids.push((await ask.clients.create(draft(each.name))).id)
        if (each.what === 'create' || ids.length === 0) continue
        const chosen = each.which.map((nth) => ids[nth % ids.length]!)
        if (each.what === 'rename') {
          const card = await ask.clients.card({ id: chosen[0]! })
          await ask.clients.save({ ...at(card), draft: { names: [{ text: each.name }] } })
        } else await ask.clients[each.what]({ ids: chosen })
      }
      await pagesAreExact(office, ask, 7, 5)
    }),
    { numRuns: 40 },
  )
})

test('deep pages are exact among thousands, and stay so as places fill and empty', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  // Beside letters that anybody knows, two that JavaScript and SQLite put in different orders.
  const names = Array.from({ length: 3000 }, (_, nth) => {
    const number = String((nth * 7919) % 3000).padStart(4, '0')
    return nth % 3 === 0 ? `Client ${number}` : `${nth % 3 === 1 ? '𠀀' : '\u{fa0e}'} ${number}`
  })
  await addMany(office, names)
  await pagesAreExact(office, ask, 100, 331)
  for (let made = 0; made < 40; made++)
    for (const name of ['Client 1500 a', '𠀀 1500 a', '\u{fa0e} 1500 a'])
      await ask.clients.create(draft(name))
  const order = plainOrder(office)
  await ask.clients.bin({ ids: order.slice(500, 1400) })
  await pagesAreExact(office, ask, 100, 331)
  await ask.clients.restore({ ids: order.slice(500, 1400) })
  await ask.clients.bin({ ids: order.slice(0, 600) })
  await pagesAreExact(office, ask, 100, 331)
})

test('what changes while the places are being taken is put right soon after', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  await addMany(
    office,
    Array.from({ length: 2000 }, (_, nth) => `Client ${nth}`),
  )
  const changes = Array.from({ length: 30 }, (_, nth) =>
    ask.clients.create(draft(`Client ${nth * 60} and Sons`)),
  )
  const walks = Array.from({ length: 5 }, async () => {
    office.office.tell({ type: 'client.changed' })
    await ask.clients.page({ limit: 1 })
  })
  await Promise.all([...changes, ...walks])
  await vi.waitFor(() => pagesAreExact(office, ask, 200, 333), 10_000)
})

test('bulk work is told once and the table follows it', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  expect((await ask.clients.page({})).total).toBe(0)
  await addMany(office, ['b', 'a', 'c'])
  office.office.tell({ type: 'client.changed' })
  await pagesAreExact(office, ask, 2, 1)
})
