import { expect, test } from 'vitest'
import { ORPCError } from '@orpc/server'
import { at, draft, everything, ownerName, refusal, testOffice } from '../testOffice.ts'

const html = '<img src=x onerror="alert(1)">'

test('what is written on a card is read on it again, letter by letter', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const whole = draft(`${html} ${'ក'.repeat(400)}`, {
    kind: 'person',
    code: "O'Brien; DROP TABLE clients",
    phones: [{ typed: '012 345 678', label: html }, { typed: '+49 30 901820' }],
    emails: [{ address: 'a"b@exam\'ple.com' }],
    addresses: [{ street: html, city: 'ភ្នំពេញ', country: 'KH' }],
    contacts: [{ name: html, position: '👩‍🌾' }],
    websites: [{ address: 'javascript:alert(1)' }],
    notes: `${html}\n\ttab and\0nothing`,
    language: 'km',
  })
  const made = await ask.clients.create(whole)
  expect(made).toMatchObject({
    ...whole,
    phones: [
      { typed: '012 345 678', e164: '+85512345678', label: html },
      { typed: '+49 30 901820', e164: '+4930901820' },
    ],
    revision: 1,
    binnedAt: null,
  })
  await office.reopen()
  const again = (await office.owner()).ask
  expect(await again.clients.card({ id: made.id })).toEqual(made)
  expect((await again.clients.page({})).rows[0]!.name).toBe(whole.names[0]!.text)
})

test('the second of two people who save one card learns who was quicker', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const other = await office.person(everything)
  const card = await owner.ask.clients.create(draft('Mekong Rice'))
  office.clock += 60_000
  const savedAt = office.clock
  await owner.ask.clients.save({ ...at(card), draft: { notes: 'first' } })
  office.clock += 60_000
  expect(await refusal(other.ask.clients.save({ ...at(card), draft: { notes: 'second' } }))).toEqual({
    code: 'CHANGED_MEANWHILE',
    data: { revision: 2, by: ownerName, at: savedAt },
  })
  expect((await owner.ask.clients.card({ id: card.id })).notes).toBe('first')
  expect(
    await other.ask.clients.save({ id: card.id, revision: 2, draft: { notes: 'second' } }),
  ).toMatchObject({ revision: 3, notes: 'second' })
})

test('of two saves at the very same moment one is refused', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const card = await ask.clients.create(draft('Mekong Rice'))
  const both = await Promise.all(
    ['a', 'b'].map((notes) => refusal(ask.clients.save({ ...at(card), draft: { notes } }))),
  )
  expect(both.map(({ code }) => code).sort()).toEqual(['CHANGED_MEANWHILE', 'done'])
})

test('the log tells every changed field, before and after', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const card = await ask.clients.create(
    draft('Mekong Rice', { notes: 'old', phones: [{ typed: '012 345 678' }] }),
  )
  await ask.clients.save({ ...at(card), draft: { notes: 'new', names: [{ text: 'Mekong Gold' }] } })
  await ask.clients.bin({ ids: [card.id] })
  const rows = await ask.log.of({ type: 'client', id: card.id })
  expect(rows.map(({ action, by, seat, at }) => ({ action, by, seat, at }))).toEqual(
    ['clients.bin', 'clients.save', 'clients.create'].map((action) => ({
      action,
      by: ownerName,
      seat: 'front desk',
      at: office.clock,
    })),
  )
  expect(rows[1]!.changes).toEqual([
    { field: 'client.notes', before: 'old', after: 'new' },
    { field: 'client.names', before: [{ text: 'Mekong Rice' }], after: [{ text: 'Mekong Gold' }] },
  ])
  expect(rows[2]!.changes).toContainEqual({
    field: 'client.phones',
    before: null,
    after: [{ typed: '012 345 678', e164: '+85512345678' }],
  })
})

test('the log cannot be altered, not even in the file itself', async () => {
  const office = await testOffice()
  await office.owner()
  const { raw } = office.office.connection
  const rows = office.count('operations')
  expect(rows).toBeGreaterThan(0)
  for (const sql of ['UPDATE operations SET at = 0', 'DELETE FROM operations'])
    expect(() => raw.exec(sql)).toThrow('cannot be altered')
  expect(office.count('operations')).toBe(rows)
})

test('what goes into the bin comes back whole, and twice named counts once', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { id } = await ask.clients.create(draft('Mekong Rice', { phones: [{ typed: '012 345 678' }] }))
  await ask.clients.create(draft('Tonle Fish'))
  expect((await ask.clients.page({})).total).toBe(2)
  expect(await ask.clients.bin({ ids: [id, id, 999] })).toEqual({ count: 1 })
  expect(await ask.clients.bin({ ids: [id] })).toEqual({ count: 0 })
  expect((await ask.clients.page({})).total).toBe(1)
  expect(await ask.clients.search({ text: 'mekong' })).toEqual([])
  expect((await ask.clients.page({ filter: { binned: true } })).rows).toMatchObject([{ id }])
  expect(await ask.clients.restore({ ids: [id, id] })).toEqual({ count: 1 })
  expect((await ask.clients.page({})).total).toBe(2)
  expect(await ask.clients.search({ text: '012345678' })).toMatchObject([{ id, foundBy: '012 345 678' }])
})

test('a name is shown in the reader’s language; the order stays as it was when the office’s language changes', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const names = (en: string, km: string) => ({
    names: [
      { text: en, language: 'en' },
      { text: km, language: 'km' },
    ],
  })
  await ask.clients.create({ ...draft(''), ...names('Bamboo', 'ក') })
  await ask.clients.create({ ...draft(''), ...names('Apple', 'ខ') })
  const shown = async () => (await ask.clients.page({})).rows.map(({ name }) => name)
  expect(await shown()).toEqual(['Apple', 'Bamboo'])
  await ask.office.save({ company: 'Angkor', country: 'KH', currency: 'KHR', language: 'km' })
  expect(await shown()).toEqual(['ខ', 'ក'])
  await ask.clients.create({ ...draft(''), ...names('Aloe', 'គ') })
  expect(await shown()).toEqual(['គ', 'ខ', 'ក'])
  await ask.session.savePreferences({ language: 'en' })
  expect(await shown()).toEqual(['Aloe', 'Apple', 'Bamboo'])
  expect((await ask.session.account()).office).toMatchObject({ company: 'Angkor', language: 'km' })
})

test('what is too long, empty or no address is refused before anything is written', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const wrong = [
    draft('   '),
    draft('x'.repeat(501)),
    draft('a', { emails: [{ address: 'no address' }] }),
    draft('a', { notes: 'x'.repeat(20_001) }),
    draft('a', { names: [] }),
  ]
  for (const some of wrong)
    await expect(ask.clients.create(some)).rejects.toMatchObject({ code: 'BAD_REQUEST' } satisfies Partial<
      ORPCError<string, unknown>
    >)
  expect(office.count('clients')).toBe(0)
})
