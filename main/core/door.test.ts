import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ownerName, ownerPassword, refusal, testOffice } from './testOffice.ts'

const minute = 60_000
const hour = 60 * minute

const start = {
  language: 'km',
  company: 'ផ្សារ',
  country: 'KH',
  currency: 'KHR',
  name: 'ចាន់ ណារី',
  password: 'ពាក្យសម្ងាត់',
} as const

test('an empty office asks for its first start, once', async () => {
  const office = await testOffice({ started: false })
  const { ask, caller } = office.seat()
  expect(await ask.door.state()).toMatchObject({ state: 'first-start', company: null, language: 'en' })
  expect(await refusal(ask.door.start({ ...start, password: 'seven77' }))).toEqual({
    code: 'WEAK_PASSWORD',
    data: { least: 8 },
  })
  // Two computers at once: one of them starts the office, the other is told.
  const both = await Promise.all(
    [office.seat(), office.seat()].map((seat) => refusal(seat.ask.door.start(start))),
  )
  expect(both.map(({ code }) => code).sort()).toEqual(['ALREADY_STARTED', 'done'])
  expect((await refusal(ask.door.startDemo({ language: 'en' }))).code).toBe('ALREADY_STARTED')
  expect(await ask.door.state()).toMatchObject({ state: 'sign-in', company: 'ផ្សារ' })
  expect(await ask.door.signIn(start)).toMatchObject({
    name: start.name,
    roles: ['owner'],
    office: { company: 'ផ្សារ', currency: 'KHR', language: 'km', demo: false },
  })
  expect(caller.token).not.toBeNull()
  expect(await ask.door.state()).toMatchObject({ state: 'desk' })
  expect(await office.seat().ask.door.state()).toMatchObject({ state: 'sign-in', language: 'km' })
})

test('nobody becomes the owner from another computer', async () => {
  const office = await testOffice({ started: false })
  const { ask } = office.seat('192.168.1.77', null, false)
  expect(await ask.door.state()).toMatchObject({ state: 'first-start' })
  expect((await refusal(ask.door.start(start))).code).toBe('START_ELSEWHERE')
  expect((await refusal(ask.door.startDemo({ language: 'en' }))).code).toBe('START_ELSEWHERE')
  expect(await ask.door.state()).toMatchObject({ state: 'first-start' })
})

test('the door shows no more than a sign-in screen needs', async () => {
  const office = await testOffice()
  await office.person({ rights: ['clients.see'] })
  expect(Object.keys(await office.seat().ask.door.state()).sort()).toEqual([
    'company',
    'demo',
    'language',
    'lost',
    'state',
    'version',
  ])
})

test('a wrong password and an unknown name are refused alike', async () => {
  const office = await testOffice()
  const { ask } = office.seat()
  for (const name of [ownerName, 'Nobody'])
    expect(await refusal(ask.door.signIn({ name, password: 'not this one' }))).toEqual({
      code: 'WRONG_NAME_OR_PASSWORD',
    })
})

test('case, accents and width of a name do not matter, those of a password do', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  await owner.ask.staff.createEmployee({ name: 'Érika Müller', password: 'Größe zählt', roleIds: [2] })
  const { ask } = office.seat()
  for (const name of ['erika muller', 'ÉRIKA MÜLLER', ' Erika  Müller ', 'Ｅｒｉｋａ Müller'])
    expect(await ask.door.signIn({ name, password: 'Größe zählt' })).toMatchObject({ name: 'Érika Müller' })
  expect((await refusal(ask.door.signIn({ name: 'erika muller', password: 'größe zählt' }))).code).toBe(
    'WRONG_NAME_OR_PASSWORD',
  )
  // The same letters, composed differently by another keyboard.
  expect(
    await ask.door.signIn({ name: 'erika muller', password: 'Größe zählt'.normalize('NFD') }),
  ).toMatchObject({ name: 'Érika Müller' })
})

test('tries are followed by longer and longer waits, which end', async () => {
  const office = await testOffice()
  const { ask } = office.seat()
  const wrong = () => refusal(ask.door.signIn({ name: ownerName, password: 'guess' }))
  const waits = []
  for (let tries = 0; waits.length < 12; tries++) {
    const { code, data } = await wrong()
    if (code === 'WRONG_NAME_OR_PASSWORD') continue
    expect(code).toBe('LOCKED')
    const { seconds } = data as { seconds: number }
    waits.push(seconds)
    // A second before its end it still holds, even against the right password.
    office.clock += seconds * 1000 - 1000
    expect(await refusal(ask.door.signIn({ name: ownerName, password: ownerPassword }))).toEqual({
      code: 'LOCKED',
      data: { seconds: 1 },
    })
    office.clock += 1000
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
  expect(await ask.door.signIn({ name: ownerName, password: ownerPassword })).toMatchObject({
    name: ownerName,
  })
  // Success clears what was counted.
  for (let tries = 0; tries < 3; tries++) expect((await wrong()).code).toBe('WRONG_NAME_OR_PASSWORD')
})

test('of many guesses at the same moment no more are checked than one after another', async () => {
  const office = await testOffice()
  const guesses = Array.from({ length: 12 }, (_, number) =>
    refusal(
      office.seat(`computer ${number}`).ask.door.signIn({ name: ownerName, password: `guess ${number}` }),
    ),
  )
  const codes = (await Promise.all(guesses)).map(({ code }) => code)
  expect(codes.filter((code) => code === 'WRONG_NAME_OR_PASSWORD')).toHaveLength(3)
  expect(codes.filter((code) => code === 'LOCKED')).toHaveLength(9)
})

test('one password tried on many names locks the computer it is tried from, not the others', async () => {
  const office = await testOffice()
  const { ask } = office.seat('front desk')
  for (let tries = 0; tries < 20; tries++)
    expect((await refusal(ask.door.signIn({ name: `name ${tries}`, password: 'password' }))).code).toBe(
      'WRONG_NAME_OR_PASSWORD',
    )
  expect((await refusal(ask.door.signIn({ name: ownerName, password: ownerPassword }))).code).toBe('LOCKED')
  expect(
    await office.seat('back office').ask.door.signIn({ name: ownerName, password: ownerPassword }),
  ).toMatchObject({ name: ownerName })
})

test('locks outlive a restart', async () => {
  const office = await testOffice()
  for (let tries = 0; tries < 3; tries++)
    await refusal(office.seat().ask.door.signIn({ name: ownerName, password: 'guess' }))
  await office.reopen()
  expect(
    (await refusal(office.seat().ask.door.signIn({ name: ownerName, password: ownerPassword }))).code,
  ).toBe('LOCKED')
})

test('a session lasts over a restart, until it was idle for twelve hours', async () => {
  const office = await testOffice()
  const { caller } = await office.owner()
  await office.reopen()
  const { ask } = office.seat('front desk', caller.token)
  office.clock += 11 * hour
  expect(await ask.session.account()).toMatchObject({ name: ownerName })
  office.clock += 11 * hour
  expect(await ask.session.account()).toMatchObject({ name: ownerName })
  await office.reopen()
  const again = office.seat('front desk', caller.token)
  office.clock += 12 * hour
  expect((await refusal(again.ask.session.account())).code).toBe('NOT_SIGNED_IN')
  expect(await again.ask.door.state()).toMatchObject({ state: 'sign-in' })
})

test('no session lasts longer than thirty days, however much it is used', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  for (let used = 0; used < 71; used++) {
    office.clock += 10 * hour
    await ask.session.account()
  }
  office.clock += 10 * hour
  expect((await refusal(ask.session.account())).code).toBe('NOT_SIGNED_IN')
})

test('signing out ends the session for good', async () => {
  const office = await testOffice()
  const { ask, caller } = await office.owner()
  const { token } = caller
  await ask.door.signOut()
  expect(caller.token).toBeNull()
  const thief = office.seat('elsewhere', token)
  expect((await refusal(thief.ask.session.account())).code).toBe('NOT_SIGNED_IN')
  await office.reopen()
  expect((await refusal(office.seat('elsewhere', token).ask.session.account())).code).toBe('NOT_SIGNED_IN')
})

test('whoever signs in at a browser takes the place of the one before', async () => {
  const office = await testOffice()
  const first = await office.owner()
  const { token } = first.caller
  const other = await office.person({ rights: ['clients.see'] })
  await first.ask.door.signIn({ name: other.name, password: other.password })
  expect(await first.ask.session.account()).toMatchObject({ name: other.name })
  expect((await refusal(office.seat('front desk', token).ask.session.account())).code).toBe('NOT_SIGNED_IN')
})

test('neither the base nor anything beside it holds a password or a token', async () => {
  const office = await testOffice()
  const { ask, caller } = await office.owner()
  await ask.session.changePassword({ old: ownerPassword, new: 'a mountain in mist' })
  await refusal(office.seat().ask.door.signIn({ name: 'a word in the wrong field', password: 'guessed at' }))
  await ask.backups.make()
  await office.office.close()
  const all = readdirSync(office.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /sqlite|json/.test(name))
    .map((name) => readFileSync(`${office.folder}/${name}`, 'latin1'))
    .join('\n')
  expect(all).toContain('Angkor Trading')
  for (const secret of [ownerPassword, 'a mountain in mist', 'guessed at', 'wrong field', caller.token!])
    expect({ secret, there: all.includes(secret) }).toEqual({ secret, there: false })
})
