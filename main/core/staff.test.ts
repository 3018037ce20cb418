import { expect, test } from 'vitest'
import { rights, type Grant } from '../../app/rights.ts'
import { everything, ownerName, ownerPassword, refusal, testOffice } from './testOffice.ts'

test('a deactivated person is out at once and stays out', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const person = await office.person(everything)
  const ended: string[] = []
  office.office.onSessionEnd((session) => ended.push(session))
  await owner.ask.staff.saveEmployee({ id: person.id, active: false })
  expect(ended).toHaveLength(1)
  expect((await refusal(person.ask.session.account())).code).toBe('NOT_SIGNED_IN')
  const again = () => office.seat().ask.door.signIn({ name: person.name, password: person.password })
  expect((await refusal(again())).code).toBe('WRONG_NAME_OR_PASSWORD')
  // Coming back they sign in anew: the old session is not woken up.
  await owner.ask.staff.saveEmployee({ id: person.id, active: true })
  expect((await refusal(person.ask.session.account())).code).toBe('NOT_SIGNED_IN')
  expect(await again()).toMatchObject({ name: person.name })
})

test('a change of rights holds from the next call on, whatever is asked meanwhile', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const person = await office.person({ rights: ['clients.see'] })
  const { id, name } = (await ask.staff.roles()).find((role) => role.name === 'Role 1.0')!
  const save = (rights: Grant['rights']) =>
    ask.staff.saveRole({ id, name, grant: { rights: [...rights], ownOnly: [], hidden: [] } })
  // The person is looked up a little later each time: before the change is written, during it, and after.
  for (let later = 0; later < 200; later += 2) {
    await save(['clients.see'])
    const meanwhile = async () => {
      for (let turn = 0; turn < later; turn++) await undefined
      await refusal(person.ask.lists.all())
    }
    await Promise.all([save([]), meanwhile()])
    expect((await refusal(person.ask.clients.page({}))).code).toBe('NO_RIGHT')
  }
  await ask.staff.saveEmployee({ id: person.id, roleIds: [1] })
  expect((await person.ask.session.account()).grant.rights).toEqual([...rights])
})

test('the last owner stays', async () => {
  const office = await testOffice()
  const { ask, id } = await office.owner()
  const manager = (await ask.staff.roles()).find(({ key }) => key === 'manager')!
  for (const change of [{ active: false }, { roleIds: [manager.id] }])
    expect((await refusal(ask.staff.saveEmployee({ id, ...change }))).code).toBe('LAST_OWNER')
  expect(await ask.session.account()).toMatchObject({ name: ownerName, roles: ['owner'] })
  const second = await ask.staff.createEmployee({
    name: 'Dara',
    password: 'two owners are safer',
    roleIds: [1],
  })
  await ask.staff.saveEmployee({ id, roleIds: [manager.id] })
  expect((await refusal(ask.staff.saveEmployee({ id: second.id, active: false }))).code).toBe('NO_RIGHT')
  const dara = await office.signIn('Dara', 'two owners are safer')
  expect((await refusal(dara.ask.staff.saveEmployee({ id: dara.id, active: false }))).code).toBe('LAST_OWNER')
  expect(
    (
      await refusal(
        dara.ask.staff.saveRole({ id: 1, name: 'owner', grant: { rights: [], ownOnly: [], hidden: [] } }),
      )
    ).code,
  ).toBe('OWNER_ROLE_STAYS')
})

test('whoever keeps the list of people cannot make themselves more than they are', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const keeper = await office.person({
    rights: ['staff.see', 'staff.edit', 'clients.see'],
    ownOnly: ['clients'],
    hidden: ['client.phones'],
  })
  const own = (await owner.ask.staff.roles()).find(({ name }) => name === 'Role 1.0')!
  const more = [
    () => keeper.ask.staff.saveEmployee({ id: keeper.id, roleIds: [1] }),
    () => keeper.ask.staff.createEmployee({ name: 'Puppet', password: 'pulled by strings', roleIds: [1] }),
    () => keeper.ask.staff.setPassword({ id: owner.id, password: 'mine from now on' }),
    () => keeper.ask.staff.saveEmployee({ id: owner.id, active: false }),
    () => keeper.ask.staff.saveRole({ ...own, grant: { ...own.grant, rights: [...rights] } }),
    () => keeper.ask.staff.saveRole({ ...own, grant: { ...own.grant, ownOnly: [] } }),
    () => keeper.ask.staff.saveRole({ name: 'New', grant: { ...own.grant, hidden: [] } }),
  ]
  for (const attempt of more) expect((await refusal(attempt())).code).toMatch(/^(NO_RIGHT|FIELD_HIDDEN)$/)
  expect((await keeper.ask.staff.employees()).map(({ name }) => name)).not.toContain('Puppet')
  // What is within their own reach they do.
  const peer = await keeper.ask.staff.createEmployee({
    name: 'Peer',
    password: 'just like me',
    roleIds: [own.id],
  })
  expect(await keeper.ask.staff.saveEmployee({ id: peer.id, name: 'Equal' })).toMatchObject({ name: 'Equal' })
  expect(await office.signIn(ownerName, ownerPassword)).toMatchObject({ name: ownerName })
})

test('a new password signs the others out, and opens what guessing had locked', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const here = await office.person(everything)
  const there = await office.signIn(here.name, here.password, office.seat('other computer'))
  expect(
    (await refusal(here.ask.session.changePassword({ old: 'wrong one', new: 'long enough' }))).code,
  ).toBe('WRONG_PASSWORD')
  expect((await refusal(here.ask.session.changePassword({ old: here.password, new: 'short' }))).code).toBe(
    'WEAK_PASSWORD',
  )
  await here.ask.session.changePassword({ old: here.password, new: 'quite another one' })
  expect(await here.ask.session.account()).toMatchObject({ name: here.name })
  expect((await refusal(there.ask.session.account())).code).toBe('NOT_SIGNED_IN')
  const sign = (password: string) => office.seat().ask.door.signIn({ name: here.name, password })
  for (let tries = 0; tries < 3; tries++)
    expect((await refusal(sign(here.password))).code).toBe('WRONG_NAME_OR_PASSWORD')
  expect((await refusal(sign('quite another one'))).code).toBe('LOCKED')
  await owner.ask.staff.setPassword({ id: here.id, password: 'given by the owner' })
  expect((await refusal(here.ask.session.account())).code).toBe('NOT_SIGNED_IN')
  expect(await sign('given by the owner')).toMatchObject({ name: here.name })
})

test('the present password cannot be found out by trying at a desk left signed in', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const guess = () => refusal(ask.session.changePassword({ old: 'guess', new: 'long enough' }))
  for (let tries = 0; tries < 3; tries++) expect((await guess()).code).toBe('WRONG_PASSWORD')
  expect((await guess()).code).toBe('LOCKED')
})

test('two people never share a name that would be read as one', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const taken = ask.staff.createEmployee({ name: 'SÓKHA', password: 'long enough', roleIds: [1] })
  expect(await refusal(taken)).toEqual({ code: 'NAME_TAKEN', data: { name: 'SÓKHA' } })
  const role = { grant: { rights: [], ownOnly: [], hidden: [] } }
  await ask.staff.saveRole({ name: 'Caféteria', ...role })
  expect((await refusal(ask.staff.saveRole({ name: 'cafeteria', ...role }))).code).toBe('NAME_TAKEN')
})

test('a role that somebody has, and one the program starts with, cannot be taken away', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  await office.person({ rights: ['clients.see'] })
  const roles = await ask.staff.roles()
  const idOf = (name: string) => roles.find((role) => role.name === name)!.id
  for (const name of ['cashier', 'Role 1.0'])
    expect((await refusal(ask.staff.deleteRole({ id: idOf(name) }))).code).toBe('IN_USE')
  const spare = await ask.staff.saveRole({ name: 'Spare', grant: { rights: [], ownOnly: [], hidden: [] } })
  await ask.staff.deleteRole({ id: spare.id })
  expect((await ask.staff.roles()).map(({ name }) => name)).not.toContain('Spare')
})

test('roles that do not exist are refused with a word, and one given twice counts once', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const person = { name: 'Dara', password: 'long enough' }
  expect((await refusal(ask.staff.createEmployee({ ...person, roleIds: [99] }))).code).toBe('NOT_FOUND')
  expect(await ask.staff.createEmployee({ ...person, roleIds: [2, 2] })).toMatchObject({ roleIds: [2] })
})
