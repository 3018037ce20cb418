import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openForReading, openForWriting } from '../../db/connection.ts'
import { readSettings } from '../../db/settings.ts'
import { FolderProblem } from './folder.ts'
import { Office } from './office.ts'
import { draft, ownerName, ownerPassword, temporaryFolder, testOffice } from './testOffice.ts'

const base = (folder: string) => join(folder, 'office.sqlite')

/** Why a folder does not open, and that its base is then as it was, to the last byte, with nothing left beside it. */
async function refusedUntouched(folder: string): Promise<FolderProblem> {
  const before = readFileSync(base(folder))
  const problem = await Office.open({ folder }).then(
    (office) => office.close().then(() => undefined),
    (error: unknown) => error,
  )
  expect(problem).toBeInstanceOf(FolderProblem)
  expect(readFileSync(base(folder)).equals(before)).toBe(true)
  expect(readdirSync(folder).filter((name) => name.startsWith('office.sqlite'))).toEqual(['office.sqlite'])
  return problem as FolderProblem
}

/** A folder with one office that has a person and a client, closed. */
async function closedOffice(): Promise<string> {
  const office = await testOffice()
  const { ask } = await office.owner()
  await ask.clients.create(draft('Mekong Rice'))
  await office.office.close()
  return office.folder
}

test('a folder is open in one program only, and free again when that one is killed', async () => {
  const folder = temporaryFolder()
  const script = `
    import { Office } from ${JSON.stringify(new URL('./office.ts', import.meta.url).href)}
    await Office.open({ folder: ${JSON.stringify(folder)} })
    console.log('open')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void other.kill('SIGKILL'))
  await once(other.stdout, 'data')
  await expect(Office.open({ folder })).rejects.toMatchObject({ reason: 'in-use' })
  other.kill('SIGKILL')
  await once(other, 'exit')
  const office = await Office.open({ folder })
  await expect(Office.open({ folder })).rejects.toMatchObject({ reason: 'in-use' })
  await office.close()
  await Office.open({ folder }).then((again) => again.close())
})

test.each([
  ['gone', (file: string) => rmSync(file)],
  ['cut to nothing', (file: string) => truncateSync(file)],
])('where a base is %s, no empty one takes its place', async (_, harm) => {
  const folder = await closedOffice()
  harm(base(folder))
  const office = await Office.open({ folder })
  onTestFinished(() => office.close())
  expect(office.vanished).toBe(true)
  expect(existsSync(base(folder)) ? readFileSync(base(folder)).length : 0).toBe(0)
})

test('an empty base where one was made before is not taken for a new office', async () => {
  const folder = await closedOffice()
  rmSync(base(folder))
  const empty = openForWriting(base(folder))
  empty.raw.exec('CREATE TABLE t (a); DROP TABLE t')
  empty.close()
  expect(await refusedUntouched(folder)).toMatchObject({ reason: 'unreadable' })
})

test('something that is no base of ours is refused and left alone', async () => {
  const folder = temporaryFolder()
  writeFileSync(base(folder), 'a letter to grandmother, '.repeat(1000))
  const { reason, message } = await refusedUntouched(folder)
  expect(reason).toBe('unreadable')
  expect(message).toContain('Nothing was changed')
})

test('another program’s SQLite base is refused and left alone', async () => {
  const folder = temporaryFolder()
  const foreign = openForWriting(base(folder))
  foreign.raw.exec("CREATE TABLE photos (name TEXT); INSERT INTO photos VALUES ('cat.jpg')")
  foreign.close()
  expect(await refusedUntouched(folder)).toMatchObject({ reason: 'unreadable' })
})

test('a base of a newer version is refused and left alone', async () => {
  const folder = await closedOffice()
  const newer = openForWriting(base(folder))
  newer.raw.exec("INSERT INTO kysely_migration VALUES ('9990-from-the-future', '2030-01-01')")
  newer.close()
  const { reason, message } = await refusedUntouched(folder)
  expect(reason).toBe('newer')
  expect(message).toContain('newer version')
})

test('a base whose first page is damaged is refused and left alone', async () => {
  const folder = await closedOffice()
  const bytes = readFileSync(base(folder))
  bytes.fill(0xff, 100, 4096)
  writeFileSync(base(folder), bytes)
  expect(await refusedUntouched(folder)).toMatchObject({ reason: 'unreadable' })
})

test('a first start that a power cut broke off begins again', async () => {
  const folder = temporaryFolder()
  const begun = openForWriting(base(folder))
  // As far as the program gets before its one transaction of migrations.
  begun.raw.pragma('application_id = 0x43707470')
  begun.raw.exec(
    'CREATE TABLE kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)',
  )
  begun.close()
  const office = await Office.open({ folder })
  expect(office.vanished).toBe(false)
  await office.close()
})

test('a base of an older version is backed up, the copy checked, and then brought up to date', async () => {
  const folder = await closedOffice()
  // Back to what the first version knew: its people and log, nothing of clients.
  const older = openForWriting(base(folder))
  older.raw.pragma('foreign_keys = OFF')
  const first = [
    'settings',
    'roles',
    'users',
    'user_roles',
    'sessions',
    'sign_in_failures',
    'operations',
    'command_keys',
  ]
  const named = (which: string) =>
    older.raw.prepare(`SELECT name FROM sqlite_schema WHERE ${which}`).pluck().all() as string[]
  // What lies behind a virtual table goes with it.
  for (const table of named("sql LIKE '%USING fts5%'")) older.raw.exec(`DROP TABLE ${table}`)
  for (const table of named("type = 'table' AND name NOT LIKE 'kysely%' AND name NOT LIKE 'sqlite%'"))
    if (!first.includes(table)) older.raw.exec(`DROP TABLE ${table}`)
  older.raw.exec('ALTER TABLE roles DROP COLUMN only_relations')
  older.raw.exec('DROP INDEX operations_by_time')
  older.raw.exec("DELETE FROM kysely_migration WHERE name <> '0010-office'")
  older.close()

  const office = await testOfficeIn(folder)
  const [backup] = office.backups.list()
  expect(backup).toMatchObject({ reason: 'before-migration', verified: true })
  const copy = openForReading(join(folder, 'backups', backup!.name))
  expect(copy.raw.prepare('SELECT name FROM kysely_migration').pluck().all()).toEqual(['0010-office'])
  expect(copy.raw.prepare('SELECT name FROM users').pluck().all()).toEqual([ownerName])
  copy.close()
  expect(office.connection.raw.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(0)
})

test('what a crash left of unfinished copies is cleared away', async () => {
  const folder = await closedOffice()
  const left = [
    'office.sqlite.incoming',
    'backups/2026-11-20T09-00-00 daily.sqlite.part',
    'backups/x.part-journal',
  ]
  for (const name of left) writeFileSync(join(folder, name), 'half')
  await testOfficeIn(folder)
  for (const name of left) expect(existsSync(join(folder, name))).toBe(false)
})

test('a folder that cannot be one is refused in a sentence', async () => {
  const file = join(temporaryFolder(), 'a file')
  writeFileSync(file, '')
  await expect(Office.open({ folder: file })).rejects.toMatchObject({ reason: 'unreadable' })
})

test('closing lets a save that is under way finish and cuts a long report short', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const report = office.office.readers.run('base.readFor', [60_000]).catch((error: Error) => error.message)
  const saves = Array.from({ length: 20 }, (_, number) =>
    ask.clients.create(draft(`Client ${number}`)).then(
      () => 1,
      () => 0,
    ),
  )
  const slow = office.office.use(async () => {
    await setTimeout(100)
    return (await readSettings(office.office.reading))?.company
  })
  await office.office.close()
  expect(await slow).toBe('Angkor Trading')
  const acknowledged = (await Promise.all(saves)).reduce((sum: number, one) => sum + one, 0)
  expect(await report).toBe('CANCELLED')
  await office.reopen()
  expect(office.count('clients')).toBe(acknowledged)
  await office.signIn(ownerName, ownerPassword)
})

async function testOfficeIn(folder: string): Promise<Office> {
  const office = await Office.open({ folder })
  onTestFinished(() => office.close())
  return office
}
