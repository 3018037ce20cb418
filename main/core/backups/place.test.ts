import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draft, everything, refusal, temporaryFolder, testOffice, type TestOffice } from '../testOffice.ts'
import { usualPlan } from './plan.ts'

const day = 24 * 3_600_000

/** An office whose backups are copied to a stick. */
async function withStick() {
  const office = await testOffice()
  const { ask } = await office.owner()
  const stick = temporaryFolder()
  await ask.backups.savePlan({ ...usualPlan, copyTo: stick })
  const there = () =>
    join(
      stick,
      readdirSync(stick).find((name) => name.startsWith('Counterpart'))!,
    )
  return { office, ask, stick, there }
}

const keepPhoto = (office: TestOffice) => office.office.files.put(Buffer.from('a photo of the shop'))

test('every backup is copied to the other place, read there, and the files with it', async () => {
  const { office, ask, there } = await withStick()
  await keepPhoto(office)
  await ask.clients.create(draft('Mekong Rice'))
  const made = await ask.backups.make()
  expect(made.places).toEqual(['here', 'elsewhere'])
  expect(readdirSync(there())).toContain(`${made.name}.checked`)
  expect(await ask.backups.plan()).toMatchObject({ place: { state: 'fine', copiedAt: office.clock } })
  expect(await ask.session.status()).toMatchObject({ backupCopyMissing: false })
  expect(readdirSync(there()).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a stick that is away is missed, not made anew, and catches up when it is back', async () => {
  const { office, ask, stick } = await withStick()
  await ask.backups.make()
  renameSync(stick, `${stick} pulled out`)
  // What a system leaves where a stick was: an empty folder.
  mkdirSync(stick)
  office.clock += day
  await office.office.backups.daily()
  expect(readdirSync(stick)).toEqual([])
  const { ask: later } = await office.owner()
  expect(await later.backups.plan()).toMatchObject({ place: { state: 'away' } })
  expect(await later.session.status()).toMatchObject({ backupCopyMissing: true, backupFailed: false })
  rmSync(stick, { recursive: true })
  renameSync(`${stick} pulled out`, stick)
  await office.office.backups.daily()
  expect((await later.backups.list()).map(({ places }) => places)).toEqual([
    ['here', 'elsewhere'],
    ['here', 'elsewhere'],
  ])
  expect(await later.session.status()).toMatchObject({ backupCopyMissing: false })
})

test('a backup that only the stick still has can be restored from there', async () => {
  const { office, ask } = await withStick()
  await ask.clients.create(draft('Older'))
  const { name } = await ask.backups.make()
  await ask.clients.create(draft('Newer'))
  rmSync(join(office.folder, 'backups', name))
  expect((await ask.backups.list())[0]).toMatchObject({ name, places: ['elsewhere'] })
  await ask.backups.restore({ name })
  const again = await office.owner()
  expect((await again.ask.clients.page({})).rows.map((row) => row.name)).toEqual(['Older'])
})

test('a folder that cannot serve is refused, and the plan stays', async () => {
  const { office, ask } = await withStick()
  const before = await ask.backups.plan()
  const file = join(temporaryFolder(), 'a file')
  writeFileSync(file, '')
  const inside = join(office.folder, 'backups')
  for (const [copyTo, reason] of [
    [join(temporaryFolder(), 'nowhere'), 'missing'],
    ['somewhere/relative', 'missing'],
    [file, 'missing'],
    [inside, 'inside'],
    [office.folder, 'inside'],
  ] as const)
    expect(await refusal(ask.backups.savePlan({ ...usualPlan, copyTo }))).toEqual({
      code: 'PLACE_UNUSABLE',
      data: { path: copyTo, reason },
    })
  expect((await ask.backups.plan()).plan).toEqual(before.plan)
})

test('a plan is changed by whoever may restore, and the log says what it was', async () => {
  const { office } = await withStick()
  const owner = await office.owner()
  const maker = await office.person({ rights: ['backups.make'] })
  expect((await refusal(maker.ask.backups.savePlan(usualPlan))).code).toBe('NO_RIGHT')
  const other = await office.person(everything)
  await other.ask.backups.savePlan({ ...usualPlan, times: ['18:30'] })
  const [row] = (await owner.ask.log.page({ action: 'backups.savePlan' })).rows
  expect(row).toMatchObject({ by: other.name })
  expect(row!.changes).toContainEqual({ field: 'backupPlan.times', before: ['12:00'], after: ['18:30'] })
})

test('a backup is read once more on request; one that has gone bad no longer counts as checked', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { name } = await ask.backups.make()
  expect(await ask.backups.verify({ name })).toMatchObject({ verified: true })
  const file = join(office.folder, 'backups', name)
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0xff, 4096 * 3, 4096 * 6))
  expect(await refusal(ask.backups.verify({ name }))).toEqual({ code: 'BACKUP_DAMAGED', data: { name } })
  expect(await ask.backups.list()).toMatchObject([{ name, verified: false }])
  expect((await refusal(ask.backups.verify({ name: '../office.sqlite' }))).code).toBe('NOT_FOUND')
  expect(existsSync(file)).toBe(true)
})
