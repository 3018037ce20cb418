import { expect, onTestFinished, test } from 'vitest'
import { demoStaff } from '../../../assets/demo/staff.ts'
import { Office } from '../office.ts'
import { temporaryFolder, TestOffice, testOffice } from '../testOffice.ts'
import { demoCount } from './clients.ts'
import { demoUser, makeDemo } from './demo.ts'

async function practice(): Promise<TestOffice> {
  const test = new TestOffice(temporaryFolder())
  test.office = await Office.open({ folder: test.folder, demo: true, now: () => test.clock })
  onTestFinished(() => test.office.close())
  return test
}

test('a practice base says how to get in, and that way leads in', async () => {
  const office = await practice()
  const { ask } = office.seat()
  const state = await ask.door.state()
  expect(state).toMatchObject({ state: 'sign-in', company: 'Angkor Home & Garden', language: 'en' })
  const account = await ask.door.signIn(state.demo!)
  expect(account).toMatchObject({ name: 'Sophea', roles: ['owner'] })
  expect(account.office).toMatchObject({ country: 'KH', currency: 'USD', demo: true })
})

test('everybody of the staff can be tried with the same password', async () => {
  const office = await practice()
  for (const { name, role } of demoStaff) {
    const { ask } = await office.signIn(name, demoUser.password)
    expect((await ask.session.account()).roles).toEqual([role])
  }
})

test('its clients are in the table, found by any part, and open', async () => {
  const office = await practice()
  const { ask } = await office.signIn(demoUser.name, demoUser.password)
  const { total, rows } = await ask.clients.page({
    order: [{ field: 'changed', descending: true }],
    limit: 500,
  })
  expect(total).toBe(demoCount)
  expect(rows.map(({ changedAt }) => changedAt)).toEqual(
    rows.map(({ changedAt }) => changedAt).sort((one, other) => other - one),
  )
  expect(rows.filter(({ changedAt }) => changedAt > office.clock)).toEqual([])
  for (const text of ['លក់ផ្កា សុភា', 'phea flow', '077111222', '+855 77 111 222']) {
    const [hit] = await ask.clients.search({ text })
    expect([text, hit?.otherNames, hit?.name]).toEqual([text, ['ហាងលក់ផ្កា សុភា'], 'Sophea Flowers'])
  }
  const statuses = (await ask.lists.all()).entries.filter(({ list }) => list === 'status')
  for (const { id } of statuses)
    expect((await ask.clients.page({ filter: { statusId: id } })).total).toBeGreaterThan(8)
})

test('shows what the office knows beside names and numbers: kinds, groups, terms and fields of its own', async () => {
  const office = await practice()
  const { ask } = await office.signIn(demoUser.name, demoUser.password)
  const { entries, fields } = await ask.lists.all()
  const { rows } = await ask.clients.page({ limit: 500 })
  const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length
  for (const entry of entries.filter(({ key }) => key === 'relation.supplier' || key === 'relation.client'))
    expect([entry.key, count(({ relationIds }) => relationIds.includes(entry.id)) > 8]).toEqual([
      entry.key,
      true,
    ])
  for (const group of entries.filter(({ list }) => list === 'group'))
    expect([group.name, count(({ groupIds }) => groupIds!.includes(group.id)) > 3]).toEqual([
      group.name,
      true,
    ])
  for (const field of fields)
    expect([field.name, count(({ custom }) => field.id in custom) > 3]).toEqual([field.name, true])
  expect(count(({ birthday }) => birthday?.startsWith('--') === true)).toBeGreaterThan(3)
  expect(count(({ discount }) => discount != null)).toBeGreaterThan(8)
})

test('its log tells of the last weeks and ends with the making of the base', async () => {
  const office = await practice()
  const { ask } = await office.signIn(demoUser.name, demoUser.password)
  const { rows } = await ask.log.page({ limit: 500 })
  const [, making, ...before] = rows
  expect(making).toMatchObject({ action: 'door.startDemo', by: null, at: office.clock })
  expect(before.length).toBeGreaterThan(20)
  expect(new Set(before.map(({ action }) => action))).toEqual(new Set(['clients.create', 'clients.save']))
  for (const { at, by, subject, changes } of before) {
    expect(at).toBeLessThanOrEqual(office.clock)
    expect(by).not.toBeNull()
    expect(changes).not.toEqual([])
    const card = await ask.clients.card({ id: subject!.id })
    expect(card.names.map(({ text }) => text)).toContain(subject!.name)
    expect([card.createdAt, card.changedAt]).toContain(at)
  }
})

test('asked for at the first start it is told once, and not made over another base', async () => {
  const office = await testOffice({ started: false })
  const heard = office.heard()
  const { ask } = office.seat()
  await ask.door.startDemo({ language: 'en' })
  await expect.poll(() => heard.length).toBeGreaterThan(1)
  expect(heard.filter(({ type }) => type === 'client.changed')).toEqual([{ type: 'client.changed' }])

  await makeDemo(office.office)
  expect(office.count('clients')).toBe(demoCount)
  const inEarnest = await testOffice()
  await makeDemo(inEarnest.office)
  expect([inEarnest.count('clients'), inEarnest.count('users')]).toEqual([0, 1])
})

test('three months of calls are in it, some of those missed still to be returned, and an exchange to practise with', async () => {
  const office = await practice()
  const { ask } = await office.signIn(demoUser.name, demoUser.password)
  const { rows } = await ask.calls.page({ limit: 500 })
  expect(rows).toHaveLength(500)
  expect(rows.every(({ endedAt }) => endedAt !== null && endedAt < office.clock)).toBe(true)
  const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length
  for (const direction of ['incoming', 'outgoing'] as const)
    expect(count((row) => row.direction === direction && row.outcome === 'answered')).toBeGreaterThan(50)
  expect(count(({ missed, returnedAt }) => missed && returnedAt !== null)).toBeGreaterThan(20)
  expect(count(({ missed, returnedAt }) => missed && returnedAt === null)).toBeGreaterThan(5)
  expect(count(({ client }) => client !== null)).toBeGreaterThan(300)
  // Some of them were judged, and nobody judged their own.
  const scored = await ask.callQuality.scores({ from: '2026-01-01', to: '2027-01-01', limit: 500 })
  expect(scored.total).toBeGreaterThan(10)
  expect(scored.rows.every(({ employee, by }) => employee !== null && employee !== by)).toBe(true)
  expect(await ask.dialling.telephone()).toMatchObject({ extension: '101', practice: true })
})
