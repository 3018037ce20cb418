import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openForReading } from '../../../db/connection.ts'
import {
  draft,
  everything,
  ownerName,
  ownerPassword,
  refusal,
  testOffice,
  type TestOffice,
} from '../testOffice.ts'

const hour = 3_600_000
const day = 24 * hour

const fileOf = (office: TestOffice, name: string) => join(office.folder, 'backups', name)

function clientsIn(office: TestOffice, name: string): string[] {
  const base = openForReading(fileOf(office, name))
  try {
    return base.raw.prepare('SELECT name FROM clients ORDER BY id').pluck().all() as string[]
  } finally {
    base.close()
  }
}

/** Calls come in by the event loop's turns; a test that asks without them would let nothing else happen. */
const nextCall = () => new Promise((resolve) => setImmediate(resolve))

/** Spoils a page in the middle of a file. */
function spoil(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0xff, 4096 * 3, 4096 * 6)
  writeFileSync(file, bytes)
}

test('a backup by hand is a whole base, checked, and noted in the log', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  await ask.clients.create(draft('Mekong Rice'))
  const made = await ask.backups.make()
  expect(made).toMatchObject({
    name: '2026-11-21T09-00-00 by-hand.sqlite',
    at: office.clock,
    verified: true,
    reason: 'by-hand',
    places: ['here'],
  })
  expect(made.size).toBeGreaterThan(4096)
  expect(await ask.backups.list()).toEqual([made])
  expect(clientsIn(office, made.name)).toEqual(['Mekong Rice'])
  expect(await ask.session.status()).toMatchObject({ backupAt: office.clock, backupFailed: false })
  expect((await ask.log.page({ action: 'backups.make' })).rows[0]!.changes).toEqual([
    { field: 'backup.name', before: null, after: made.name },
  ])
})

test('backups asked for at the same moment are made one after another, each of its own name', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const made = await Promise.all([1, 2, 3].map(() => ask.backups.make()))
  expect(made.map(({ name }) => name)).toEqual([
    '2026-11-21T09-00-00 by-hand.sqlite',
    '2026-11-21T09-00-00-2 by-hand.sqlite',
    '2026-11-21T09-00-00-3 by-hand.sqlite',
  ])
  expect(made.every(({ verified }) => verified)).toBe(true)
  // Nothing but the copies and the notes that they were checked.
  expect(readdirSync(join(office.folder, 'backups'))).toHaveLength(6)
})

test('the one of the plan is made once it is due, and as many days are kept as were asked for', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { plan } = await ask.backups.plan()
  await ask.backups.savePlan({ ...plan, keep: { days: 14, weeks: 0, months: 0 } })
  const byHand = await ask.backups.make()
  const { backups } = office.office
  const daily = () => backups.list().filter(({ reason }) => reason === 'daily')
  await backups.daily()
  const { nextAt } = await ask.backups.plan()
  office.clock = nextAt - 1000
  await backups.daily()
  expect(daily()).toHaveLength(1)
  office.clock = nextAt
  const first = daily()[0]!
  for (let days = 0; days < 16; days++) {
    office.clock += day
    await backups.daily()
  }
  const kept = daily()
  expect(kept).toHaveLength(14)
  expect(kept[0]!.at).toBe(office.clock)
  expect(kept.map(({ name }) => name)).not.toContain(first.name)
  expect(backups.list().map(({ name }) => name)).toContain(byHand.name)
})

test('a daily backup that cannot be made is said, and tried again after an hour', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { backups } = office.office
  renameSync(join(office.folder, 'backups'), join(office.folder, 'elsewhere'))
  writeFileSync(join(office.folder, 'backups'), 'in the way')
  await expect(backups.make('daily')).rejects.toThrow()
  renameSync(join(office.folder, 'backups'), join(office.folder, 'was in the way'))
  renameSync(join(office.folder, 'elsewhere'), join(office.folder, 'backups'))
  expect(await ask.session.status()).toMatchObject({ backupFailed: true })
  await backups.daily()
  expect(await ask.backups.list()).toEqual([])
  office.clock += hour
  await backups.daily()
  expect(await ask.session.status()).toMatchObject({ backupAt: office.clock, backupFailed: false })
})

test('a copy of a damaged base is not kept as a backup', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { raw } = office.office.connection
  raw.pragma('wal_checkpoint(TRUNCATE)')
  // An index that disagrees with its table, as a failing disk leaves it.
  raw.unsafeMode(true)
  raw.pragma('writable_schema = ON')
  raw.exec(
    `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'clients_by_code') WHERE name = 'client_emails_by_start'`,
  )
  raw.pragma('writable_schema = OFF')
  raw.unsafeMode(false)
  expect((await refusal(ask.backups.make())).code).toBe('BACKUP_DAMAGED')
  expect(await ask.backups.list()).toEqual([])
  expect(await ask.session.status()).toMatchObject({ backupAt: null, backupFailed: true })
})

test('a backup made while people work is whole, and holds nobody up', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  for (let made = 0; made < 30; made++)
    await ask.clients.create(draft(`Before ${made}`, { notes: 'x'.repeat(20_000) }))
  const over = new AbortController()
  let during = 0
  const work = (async () => {
    for (; !over.signal.aborted; during++) {
      await ask.clients.create(draft(`During ${during}`))
      await nextCall()
    }
  })()
  const { name, verified } = await ask.backups.make()
  over.abort()
  await work
  expect(verified).toBe(true)
  expect(during).toBeGreaterThan(0)
  const kept = clientsIn(office, name)
  expect(kept.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, made) => `Before ${made}`))
  // Whatever of the work is in it is there without gaps.
  expect(kept.slice(30)).toEqual(Array.from({ length: kept.length - 30 }, (_, made) => `During ${made}`))
})

test('restoring brings back the older state, keeps the newer one and signs everybody out', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const other = await office.person(everything)
  await owner.ask.clients.create(draft('Older'))
  const { name } = await owner.ask.backups.make()
  await owner.ask.clients.create(draft('Newer'))
  await owner.ask.clients.page({})
  const ended: string[] = []
  office.office.onSessionEnd((session) => ended.push(session))
  office.clock += hour
  await owner.ask.backups.restore({ name })

  for (const { ask } of [owner, other])
    expect((await refusal(ask.session.account())).code).toBe('NOT_SIGNED_IN')
  expect(new Set(ended).size).toBeGreaterThanOrEqual(2)
  const { ask } = await office.owner()
  expect((await ask.clients.page({})).rows.map((row) => row.name)).toEqual(['Older'])
  expect(await ask.clients.search({ text: 'newer' })).toEqual([])
  const before = (await ask.backups.list())[0]!
  expect(before).toMatchObject({ reason: 'before-restore', verified: true })
  expect(clientsIn(office, before.name)).toEqual(['Older', 'Newer'])
  expect((await ask.log.page({ action: 'backups.restore' })).rows[0]).toMatchObject({
    by: null,
    seat: 'front desk',
    changes: [
      { field: 'backup.name', after: name },
      { field: 'backup.by', after: ownerName },
    ],
  })
  // And there and back again.
  await ask.backups.restore({ name: before.name })
  const again = await office.owner()
  expect((await again.ask.clients.page({})).total).toBe(2)
  await office.reopen()
  expect(await office.signIn(ownerName, ownerPassword)).toMatchObject({ name: ownerName })
  expect(office.count('clients')).toBe(2)
})

test('sessions of the time of a backup do not come back with it', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const person = await office.person(everything)
  const { name } = await owner.ask.backups.make()
  await owner.ask.staff.saveEmployee({ id: person.id, active: false })
  await owner.ask.backups.restore({ name })
  await office.reopen()
  const back = office.seat('front desk', person.caller.token)
  expect((await refusal(back.ask.session.account())).code).toBe('NOT_SIGNED_IN')
  expect(office.count('sessions')).toBe(0)
})

test('whatever was acknowledged before or during a restore is in one base or the other', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { name } = await ask.backups.make()
  const acknowledged: string[] = []
  const refused = new Set<string>()
  const over = new AbortController()
  const work = [0, 1, 2].map(async (desk) => {
    for (let made = 0; !over.signal.aborted; made++) {
      const client = `Desk ${desk}, client ${made}`
      const { code } = await refusal(ask.clients.create(draft(client)))
      if (code === 'done') acknowledged.push(client)
      else refused.add(code)
      await nextCall()
    }
  })
  const report = office.office.readers.run('base.readFor', [300]).catch((error: Error) => error.message)
  await ask.backups.restore({ name })
  over.abort()
  await Promise.all([...work, report])
  const newer = office.office.backups.list().find(({ reason }) => reason === 'before-restore')!
  const kept = clientsIn(office, newer.name)
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(acknowledged.filter((client) => !kept.includes(client))).toEqual([])
  expect([...refused].filter((code) => !['BUSY', 'NOT_SIGNED_IN'].includes(code))).toEqual([])
  expect(office.count('clients')).toBe(0)
})

test('a damaged backup is refused and everything stays as it was', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  await ask.clients.create(draft('Mekong Rice'))
  const { name } = await ask.backups.make()
  spoil(fileOf(office, name))
  expect(await refusal(ask.backups.restore({ name }))).toEqual({ code: 'BACKUP_DAMAGED', data: { name } })
  expect((await ask.clients.page({})).total).toBe(1)
  expect(await ask.backups.list()).toHaveLength(1)
})

test('only what is in the list of backups can be restored', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { name } = await ask.backups.make()
  copyFileSync(fileOf(office, name), join(office.folder, name))
  const tricks = [
    `../${name}`,
    `..\\${name}`,
    `./${name}`,
    join(office.folder, name),
    `${name}\0`,
    `${name}.checked`,
    '../office.sqlite',
    '',
  ]
  for (const trick of tricks)
    expect((await refusal(ask.backups.restore({ name: trick }))).code).toBe('NOT_FOUND')
  expect(await ask.session.account()).toMatchObject({ name: ownerName })
})

test('a long call that began before a restore does not write into the restored base', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { name } = await ask.backups.make()
  const [late] = await Promise.all([
    // Making the password's hash takes longer than anything else here, so it writes when the restore is on its way.
    refusal(ask.staff.createEmployee({ name: 'Late', password: 'made meanwhile', roleIds: [2] })),
    ask.backups.restore({ name }),
  ])
  const names = (await (await office.owner()).ask.staff.employees()).map((each) => each.name)
  if (late.code !== 'done') expect(['BUSY', 'NOT_SIGNED_IN']).toContain(late.code)
  expect(names).toEqual([ownerName])
})
