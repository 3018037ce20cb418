import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Office } from '../office.ts'
import { draft, refusal, testOffice, type TestOffice } from '../testOffice.ts'

/** An office that was closed with a client and a backup in it, and then lost its base. */
async function lost(harm: (base: string) => void): Promise<TestOffice> {
  const test = await testOffice()
  const { ask } = await test.owner()
  await ask.clients.create(draft('Mekong Rice'))
  await ask.backups.make()
  await test.office.close()
  harm(join(test.folder, 'office.sqlite'))
  test.office = await Office.open({ folder: test.folder, now: () => test.clock, sayLost: true })
  return test
}

const damage = (base: string) => writeFileSync(base, readFileSync(base).fill(0xff, 100, 4096))
const atOffice = (test: TestOffice) => test.seat().ask
const elsewhere = (test: TestOffice) => test.seat('a telephone', null, false).ask

test('a base that is gone comes back from a backup, with everybody in it', async () => {
  const test = await lost((base) => rmSync(base))
  const { state, lost: told } = await atOffice(test).door.state()
  expect(state).toBe('vanished')
  expect(told).toMatchObject({ reason: 'vanished', folder: test.folder })
  expect(existsSync(join(test.folder, 'office.sqlite'))).toBe(false)
  await atOffice(test).door.bringBack({ name: told!.backups[0]!.name })
  const { ask } = await test.owner()
  expect((await ask.clients.page({})).rows.map((row) => row.name)).toEqual(['Mekong Rice'])
  expect((await ask.log.page({ action: 'backups.restore' })).total).toBe(1)
  await test.reopen()
  expect(test.count('clients')).toBe(1)
})

test('a damaged base is said, and kept beside the backup that takes its place', async () => {
  const test = await lost(damage)
  const before = readFileSync(join(test.folder, 'office.sqlite'))
  const { lost: told } = await atOffice(test).door.state()
  expect(told?.reason).toBe('damaged')
  await atOffice(test).door.bringBack({ name: told!.backups[0]!.name })
  expect((await test.owner()).name).toBe('Sokha')
  const kept = readdirSync(test.folder).find((name) => name.startsWith('office.sqlite.damaged'))!
  expect(readFileSync(join(test.folder, kept))).toEqual(before)
})

test('a base that is put back is found by looking again; nothing is written meanwhile', async () => {
  const test = await lost((base) => renameSync(base, `${base}.moved`))
  const base = join(test.folder, 'office.sqlite')
  await atOffice(test).door.lookAgain()
  expect(await atOffice(test).door.state()).toMatchObject({ state: 'vanished' })
  expect(existsSync(base)).toBe(false)
  renameSync(`${base}.moved`, base)
  await atOffice(test).door.lookAgain()
  expect(await atOffice(test).door.state()).toMatchObject({ state: 'sign-in', company: 'Angkor Trading' })
})

test('other computers learn only that the base is gone, and may do nothing about it', async () => {
  const test = await lost((base) => rmSync(base))
  expect(await elsewhere(test).door.state()).toMatchObject({ state: 'vanished', lost: null })
  const [name] = readdirSync(join(test.folder, 'backups')).filter((file) => file.endsWith('.sqlite'))
  expect((await refusal(elsewhere(test).door.bringBack({ name: name! }))).code).toBe('START_ELSEWHERE')
  expect((await refusal(elsewhere(test).door.lookAgain())).code).toBe('START_ELSEWHERE')
})

test('a damaged backup is not brought back, nor anything that is no backup, nor over a base that is there', async () => {
  const test = await lost((base) => rmSync(base))
  const { lost: told } = await atOffice(test).door.state()
  const { name } = told!.backups[0]!
  const file = join(test.folder, 'backups', name)
  const whole = readFileSync(file)
  writeFileSync(file, Buffer.from(whole).fill(0xff, 4096 * 3, 4096 * 6))
  expect((await refusal(atOffice(test).door.bringBack({ name }))).code).toBe('BACKUP_DAMAGED')
  expect((await refusal(atOffice(test).door.bringBack({ name: '../office.json' }))).code).toBe('NOT_FOUND')
  expect(existsSync(join(test.folder, 'office.sqlite'))).toBe(false)
  writeFileSync(file, whole)
  await atOffice(test).door.bringBack({ name })
  expect((await refusal(atOffice(test).door.bringBack({ name }))).code).toBe('ALREADY_STARTED')
})

test.runIf(process.platform !== 'win32')(
  'a base that is taken away while people work is kept as a backup and said at the door',
  async () => {
    const test = await testOffice()
    const { ask } = await test.owner()
    await ask.clients.create(draft('The last one'))
    rmSync(join(test.folder, 'office.sqlite'))
    await test.office.tidy()
    expect(await test.seat().ask.door.state()).toMatchObject({ state: 'vanished' })
    const { lost: told } = await test.seat().ask.door.state()
    await test.seat().ask.door.bringBack({ name: told!.backups[0]!.name })
    const again = await test.owner()
    expect((await again.ask.clients.page({})).rows.map((row) => row.name)).toEqual(['The last one'])
  },
)
