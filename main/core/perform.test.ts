import { expect, test, vi } from 'vitest'
import { rights } from '../../app/rights.ts'
import { writeAs } from './perform.ts'
import { askAny, at, draft, everything, procedures, refusal, testOffice } from './testOffice.ts'

const behindSignIn = procedures.filter(({ meta }) => meta.access !== 'open')

test('nothing but the door answers without a session', async () => {
  const { seat } = await testOffice().then((office) => ({ seat: office.seat() }))
  expect(procedures.filter(({ meta }) => meta.access === 'open').map(({ area }) => area)).toEqual(
    Array.from({ length: 7 }, () => 'door'),
  )
  for (const { area, name, action } of behindSignIn)
    expect({ action, ...(await refusal(askAny(seat.ask, area, name))) }).toMatchObject({
      action,
      code: 'NOT_SIGNED_IN',
    })
})

test('an invented token opens nothing', async () => {
  const office = await testOffice()
  const { ask } = office.seat('elsewhere', 'made up')
  for (const { area, name } of behindSignIn)
    expect((await refusal(askAny(ask, area, name))).code).toBe('NOT_SIGNED_IN')
})

test('every procedure with a right refuses whoever has all rights but that one', async () => {
  const office = await testOffice()
  const asked = behindSignIn.filter(({ meta }) => meta.access !== 'signed-in')
  expect(asked.length).toBeGreaterThan(20)
  for (const right of rights) {
    const guarded = asked.filter(({ meta }) => meta.access === right)
    if (guarded.length === 0) continue
    const person = await office.person({ ...everything, rights: rights.filter((other) => other !== right) })
    for (const { area, name, action } of guarded)
      expect({ action, ...(await refusal(askAny(person.ask, area, name))) }).toEqual({
        action,
        code: 'NO_RIGHT',
        data: { right },
      })
  }
})

test('a command that fails leaves no row, no log and no event', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const client = await ask.clients.create(draft('Before'))
  const before = ['clients', 'client_names', 'client_search', 'operations', 'command_keys'].map((table) =>
    office.count(table),
  )
  const heard = office.heard()
  // The manager does not exist: SQLite refuses the row when much else has been written.
  expect(
    await refusal(ask.clients.create(draft('After', { managerId: 999 }), { context: { key: 'k' } })),
  ).toEqual({
    code: 'NOT_FOUND',
  })
  expect(
    (
      await refusal(
        ask.clients.save({ ...at(client), draft: { names: [{ text: 'Renamed' }], statusId: 99 } }),
      )
    ).code,
  ).toBe('NOT_FOUND')
  expect(
    ['clients', 'client_names', 'client_search', 'operations', 'command_keys'].map((table) =>
      office.count(table),
    ),
  ).toEqual(before)
  expect((await ask.clients.card({ id: client.id })).names).toEqual([{ text: 'Before' }])
  expect(heard).toEqual([])
})

test('a change that breaks at its very end has told nobody and noted nothing', async () => {
  const office = await testOffice()
  const lines = office.count('operations')
  const heard = office.heard()
  let afterwards = 0
  const breaking = writeAs(office.office, null, 'front desk', 'test', async (changing) => {
    changing.log({ changes: [] })
    changing.tell({ type: 'office.changed' })
    changing.afterwards(() => afterwards++)
    throw new Error('at the end')
  })
  await expect(breaking).rejects.toThrow('at the end')
  await office.owner()
  expect(heard.filter(({ type }) => type === 'office.changed')).toEqual([])
  expect(heard.length).toBeGreaterThan(0)
  expect(afterwards).toBe(0)
  expect(office.count('operations')).toBe(lines + 1)
})

test('a change that is written is answered, even where telling of it breaks', async () => {
  const office = await testOffice()
  const heard = office.heard()
  const written = writeAs(office.office, null, 'front desk', 'test', async ({ tell, afterwards }) => {
    afterwards(() => {
      throw new Error('a listener broke')
    })
    tell({ type: 'office.changed' })
    return 'written'
  })
  expect(await written).toBe('written')
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'office.changed' }]))
})

test('events are told when the change can be read', async () => {
  const office = await testOffice()
  const { ask, id } = await office.owner()
  const events = office.office.events(undefined, id, 'front desk')
  const created = await ask.clients.create(draft('Mekong Rice'))
  expect((await events.next()).value).toEqual({ type: 'client.changed', ids: [created.id] })
  await events.return?.(undefined)
})

test('the same command twice happens once and is answered alike', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const once = { context: { key: 'click-1' } }
  const first = await ask.clients.create(draft('Mekong Rice'), once)
  expect(await ask.clients.create(draft('Mekong Rice'), once)).toEqual(first)
  const both = await Promise.all(
    [1, 2].map(() => ask.clients.create(draft('Tonle Fish'), { context: { key: 'click-2' } })),
  )
  expect(both[0]).toEqual(both[1])
  expect(office.count('clients')).toBe(2)
})

test('a key stands for one command of one person', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const once = { context: { key: 'click-1' } }
  const { id } = await owner.ask.clients.create(draft('Mekong Rice'), once)
  const other = await office.person(everything)
  const again = [
    () => owner.ask.clients.bin({ ids: [id] }, once),
    () => owner.ask.clients.create(draft('Another'), once),
    () => other.ask.clients.create(draft('Mekong Rice'), once),
  ]
  for (const reused of again) expect((await refusal(reused())).code).toBe('KEY_REUSED')
  expect(office.count('clients')).toBe(1)
})

test('a person without the right any more is not answered from a key either', async () => {
  const office = await testOffice()
  const person = await office.person({ rights: ['clients.see', 'clients.edit'] })
  const once = { context: { key: 'click-1' } }
  await person.ask.clients.create(draft('Mekong Rice'), once)
  const owner = await office.owner()
  const role = (await owner.ask.staff.roles()).find(({ name }) => name === 'Role 1.0')!
  await owner.ask.staff.saveRole({ ...role, grant: { ...role.grant, rights: ['clients.see'] } })
  expect((await refusal(person.ask.clients.create(draft('Mekong Rice'), once))).code).toBe('NO_RIGHT')
})

test('a command that waits while its person is signed out is not carried out', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const person = await office.person(everything)
  const employee = (await owner.ask.staff.employees()).find(({ name }) => name === person.name)!
  // Both are let in at the same moment; the first throws the second one out before its turn comes.
  const [, late] = await Promise.all([
    owner.ask.staff.saveEmployee({ id: employee.id, active: false }),
    refusal(person.ask.clients.create(draft('Too late'))),
  ])
  expect(late.code).toBe('NOT_SIGNED_IN')
  expect(office.count('clients')).toBe(0)
})
