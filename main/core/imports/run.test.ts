import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { refusal, testOffice, type TestOffice } from '../testOffice.ts'
import { bring, csv, lines, many, put } from './fileForTests.ts'

const nothingLeft = (test: TestOffice) =>
  Object.fromEntries(
    ['clients', 'client_names', 'client_phones', 'client_addresses', 'client_search'].map((table) => [
      table,
      test.count(table),
    ]),
  )
const empty = { clients: 0, client_names: 0, client_phones: 0, client_addresses: 0, client_search: 0 }

/** Resolves once so many rows of the running import are in. */
async function rowsIn(test: TestOffice, count: number): Promise<void> {
  while ((test.office.importing?.done ?? 0) < count) await setTimeout(1)
}

describe('an import that runs', () => {
  test('shows all its clients at once, with the table in order', async () => {
    const test = await testOffice()
    const person = await test.owner()
    await person.ask.clients.create({ kind: 'person', names: [{ text: 'Aa the first' }] })
    expect((await person.ask.clients.page({})).total).toBe(1)
    const events = test.heard()
    const { upload, mapping } = await put(person, csv(many(1500)))
    const totals: number[] = []
    const running = person.ask.imports.run({ upload, mapping: [...mapping] })
    await rowsIn(test, 1)
    while (test.office.importing) {
      totals.push((await person.ask.clients.page({ limit: 5 })).total)
      expect((await person.ask.clients.search({ text: 'Client number' })).length).toBe(
        totals.at(-1) === 1 ? 0 : 20,
      )
      const { importing } = await person.ask.session.status()
      if (importing) expect(importing.rows).toBe(1500)
      await setTimeout(5)
    }
    await running
    expect(totals.length).toBeGreaterThan(3)
    expect(new Set(totals.filter((total) => total !== 1 && total !== 1501))).toEqual(new Set())
    const page = await person.ask.clients.page({ offset: 1499, limit: 10 })
    expect(page).toMatchObject({ total: 1501, rows: [{}, {}] })
    await setTimeout(20)
    expect(events.filter(({ type }) => type === 'client.changed')).toHaveLength(1)
    expect(events.findLast(({ type }) => type === 'import.progress')).toMatchObject({
      done: 1500,
      rows: 1500,
      state: 'complete',
    })
  })

  test('leaves nothing behind when it is stopped', async () => {
    const test = await testOffice()
    const person = await test.owner()
    const { upload, mapping } = await put(person, csv(many(3000)))
    const order = { upload, mapping: [...mapping] }
    const running = refusal(person.ask.imports.run(order))
    await rowsIn(test, 300)
    await person.ask.imports.cancel()
    expect(await running).toMatchObject({ code: 'CANCELLED' })
    expect(nothingLeft(test)).toEqual(empty)
    expect(await person.ask.imports.past()).toMatchObject([{ state: 'cancelled', created: 0 }])
    expect(await person.ask.session.status()).toMatchObject({ importing: null })
    // The file is still on the table.
    expect(await person.ask.imports.run(order)).toMatchObject({ created: 3000 })
  })

  test('is alone, and its result is there for who asks for it again', async () => {
    const test = await testOffice()
    const person = await test.owner()
    const first = await put(person, csv(many(1000)))
    const second = await put(person, csv(lines('Name', 'Sok Dara')))
    const order = { upload: first.upload, mapping: [...first.mapping] }
    const running = person.ask.imports.run(order)
    const other = { upload: second.upload, mapping: [...second.mapping] }
    expect(await refusal(person.ask.imports.run(other))).toEqual({ code: 'BUSY', data: { what: 'import' } })
    // The line broke and the window asks again.
    const again = person.ask.imports.run(order)
    const result = await running
    expect(await again).toEqual(result)
    expect(await person.ask.imports.run(order)).toEqual(result)
    expect(test.count('clients')).toBe(1000)
    expect(await person.ask.imports.run(other)).toMatchObject({ created: 1 })
  })

  test('goes on when its window is gone', async () => {
    const test = await testOffice()
    const person = await test.owner()
    const { upload, mapping } = await put(person, csv(many(1000)))
    const gone = new AbortController()
    const running = person.ask.imports.run({ upload, mapping: [...mapping] }, { signal: gone.signal })
    running.catch(() => undefined)
    await rowsIn(test, 100)
    gone.abort()
    while (test.office.importing) await setTimeout(5)
    expect((await person.ask.clients.page({})).total).toBe(1000)
  })

  test('is stopped and taken back by its author, or by who may change the office', async () => {
    const test = await testOffice()
    const owner = await test.owner()
    const rights = ['clients.see', 'clients.edit', 'clients.import'] as const
    const [author, other] = [await test.person({ rights }), await test.person({ rights })]
    const { upload, mapping } = await put(author, csv(many(2000)))
    const running = author.ask.imports.run({ upload, mapping: [...mapping] })
    await rowsIn(test, 100)
    expect(await refusal(other.ask.imports.cancel())).toMatchObject({ code: 'NO_RIGHT' })
    const { id } = await running
    expect(await other.ask.imports.past()).toMatchObject([{ yours: false }])
    expect(await refusal(other.ask.imports.undo({ id }))).toMatchObject({ code: 'NO_RIGHT' })
    expect(await owner.ask.imports.past()).toMatchObject([{ yours: true, by: author.name }])
    expect(await owner.ask.imports.undo({ id })).toMatchObject({ removed: 2000, kept: 0 })
  })

  test('lets other changes through meanwhile', async () => {
    const test = await testOffice()
    const person = await test.owner()
    const { upload, mapping } = await put(person, csv(many(2000)))
    const running = person.ask.imports.run({ upload, mapping: [...mapping] })
    await rowsIn(test, 100)
    const card = await person.ask.clients.create({ kind: 'person', names: [{ text: 'Sok Dara' }] })
    await person.ask.clients.save({ id: card.id, revision: 1, draft: { notes: 'called' } })
    expect(test.office.importing).not.toBeNull()
    await person.ask.imports.cancel()
    await refusal(running)
    expect(nothingLeft(test)).toMatchObject({
      clients: 1,
      client_names: 1,
      client_phones: 0,
      client_search: 1,
    })
  })

  test('is broken off by closing the office, and gone after the next start', async () => {
    const test = await testOffice()
    const person = await test.owner()
    const { upload, mapping } = await put(person, csv(many(3000)))
    const running = refusal(person.ask.imports.run({ upload, mapping: [...mapping] }))
    await rowsIn(test, 300)
    await test.reopen()
    expect(await running).toMatchObject({ code: 'CANCELLED' })
    expect(nothingLeft(test)).toEqual(empty)
    const again = await test.owner()
    expect(await again.ask.imports.past()).toMatchObject([{ state: 'failed' }])
    expect((await bring(again, many(10))).created).toBe(10)
  })
})

describe('an import that adds to very many known clients', () => {
  const known = 300
  const numbers = (at: number) => `Client number ${at},+855 23 ${100_000 + at}`
  const half = lines('Name,Phone', ...Array.from({ length: known }, (_, at) => numbers(at)))
  const whole = lines(
    'Name,Phone,Mobile,City',
    ...Array.from({ length: known }, (_, at) => `${numbers(at)},+855 12 ${100_000 + at},Phnom Penh`),
  )
  /** As the table of changes shows how far it is. */
  const someAdded = async (test: TestOffice) => {
    while (test.count('import_changes') === 0) await setTimeout(1)
  }

  test('leaves every card as it was when it is stopped among them', async () => {
    const test = await testOffice()
    const person = await test.owner()
    await bring(person, half)
    const { upload, mapping } = await put(person, csv(whole))
    const running = refusal(person.ask.imports.run({ upload, mapping: [...mapping] }))
    await someAdded(test)
    await person.ask.imports.cancel()
    expect(await running).toMatchObject({ code: 'CANCELLED' })
    expect(test.count('import_changes')).toBe(0)
    expect(test.count('client_phones')).toBe(known)
    expect(test.count('client_addresses')).toBe(0)
    expect(await bring(person, whole)).toMatchObject({ updated: known, created: 0 })
  })

  test('leaves every card as it was when the office is closed among them', async () => {
    const test = await testOffice()
    const person = await test.owner()
    await bring(person, half)
    const { upload, mapping } = await put(person, csv(whole))
    const running = refusal(person.ask.imports.run({ upload, mapping: [...mapping] }))
    await someAdded(test)
    await test.reopen()
    expect(await running).toMatchObject({ code: 'CANCELLED' })
    expect(test.count('client_phones')).toBe(known)
    expect(test.count('client_addresses')).toBe(0)
    expect(test.count('import_changes')).toBe(0)
  })
})

describe('taking back an import', () => {
  test('removes what nobody has touched and says how much was kept', async () => {
    const test = await testOffice()
    const person = await test.owner()
    await person.ask.clients.create({ kind: 'person', names: [{ text: 'Sok Dara' }] })
    const { id } = await bring(person, many(700))
    const { rows } = await person.ask.clients.page({ filter: { text: 'Client number 1' }, limit: 3 })
    const card = await person.ask.clients.card({ id: rows[0]!.id })
    await person.ask.clients.save({ id: card.id, revision: card.revision, draft: { notes: 'called' } })
    await person.ask.clients.bin({ ids: [rows[1]!.id] })
    const events = test.heard()
    const undone = await person.ask.imports.undo({ id })
    expect(undone).toMatchObject({ removed: 698, kept: 2, restored: 0 })
    expect(undone.stayed.map(({ id }) => id).sort()).toEqual([rows[0]!.id, rows[1]!.id].sort())
    expect(await person.ask.clients.page({})).toMatchObject({ total: 2, rows: [{}, {}] })
    expect(nothingLeft(test)).toMatchObject({ clients: 3, client_names: 3, client_search: 3 })
    expect(await person.ask.imports.past()).toMatchObject([{ id, state: 'undone', created: 700 }])
    await setTimeout(20)
    expect(events.filter(({ type }) => type === 'client.changed')).toEqual([{ type: 'client.changed' }])
    expect(await refusal(person.ask.imports.undo({ id }))).toMatchObject({ code: 'NOT_FOUND' })
    const [entry] = (await person.ask.log.page({ offset: 0, limit: 1 })).rows
    expect(entry).toMatchObject({ action: 'imports.undo', subject: { type: 'import', name: 'clients.csv' } })
    // What was taken back can be brought again.
    expect(await bring(person, many(700))).toMatchObject({ created: 699, duplicates: 1 })
  })

  test('puts known clients back as they were, except those that somebody has changed since', async () => {
    const test = await testOffice()
    const person = await test.owner()
    const known = (name: string, typed: string) =>
      person.ask.clients.create({ kind: 'person', names: [{ text: name }], phones: [{ typed }] })
    const [dara, bopha] = [await known('Sok Dara', '012 345 678'), await known('Chan Bopha', '012 999 888')]
    const made = await bring(
      person,
      lines(
        'Name,Phone,Mobile,City,Remark',
        'Sok Dara,012 345 678,099 111 222,Kampot,brought',
        'Chan Bopha,012 999 888,099 333 444,Kep,brought',
        'Nobody Known,023 900 415,,,',
      ),
    )
    expect(made).toMatchObject({ created: 1, updated: 2 })
    const added = await person.ask.clients.card({ id: bopha.id })
    await person.ask.clients.save({ id: bopha.id, revision: added.revision, draft: { notes: 'called' } })
    expect(await person.ask.imports.undo({ id: made.id })).toEqual({
      removed: 1,
      restored: 1,
      kept: 1,
      stayed: [{ id: bopha.id, name: 'Chan Bopha' }],
    })
    const { revision, changedAt, ...back } = await person.ask.clients.card({ id: dara.id })
    const { revision: was, changedAt: _, ...before } = dara
    expect(back).toEqual(before)
    expect(revision).toBe(was + 2)
    expect((await person.ask.clients.card({ id: bopha.id })).phones).toHaveLength(2)
    expect((await person.ask.clients.search({ text: '099 111 222' })).length).toBe(0)
    const [last] = await person.ask.log.of({ type: 'client', id: dara.id })
    expect(last).toMatchObject({ action: 'imports.undo', by: person.name })
    expect(last!.changes.map(({ field }) => field)).toContain('client.phones')
  })

  test('never gives their ids to others, whose history the log would mix up', async () => {
    const person = await (await testOffice()).owner()
    const { id } = await bring(person, many(3))
    const { rows } = await person.ask.clients.page({})
    await person.ask.imports.undo({ id })
    const next = await person.ask.clients.create({ kind: 'person', names: [{ text: 'Sok Dara' }] })
    expect(next.id).toBeGreaterThan(Math.max(...rows.map((row) => row.id)))
  })

  test('and an import are not done at once', async () => {
    const test = await testOffice()
    const person = await test.owner()
    const { id } = await bring(person, many(1000))
    const { upload, mapping } = await put(person, csv(lines('Name', 'Sok Dara')))
    const taking = person.ask.imports.undo({ id })
    const others = await Promise.all([
      refusal(person.ask.imports.undo({ id })),
      refusal(person.ask.imports.run({ upload, mapping: [...mapping] })),
    ])
    expect(others.map(({ code }) => code)).toEqual(['BUSY', 'BUSY'])
    expect(await taking).toMatchObject({ removed: 1000, kept: 0 })
  })

  test('works for one that is no longer in the list', async () => {
    const test = await testOffice()
    const person = await test.owner()
    const { id } = await bring(person, many(5))
    for (let at = 0; at < 101; at++) await bring(person, lines('Name', 'Sok Dara'))
    expect(await person.ask.imports.past()).toHaveLength(100)
    expect(await person.ask.imports.undo({ id })).toMatchObject({ removed: 5, kept: 0 })
  })
})
