import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { filePart, largestFile, largestPhoto } from '../../../app/contract/files.ts'
import { at, draft, everything, refusal, testOffice, type Person, type TestOffice } from '../testOffice.ts'
import { png } from './fileForTests.ts'

let office: TestOffice
let owner: Person
beforeEach(async () => {
  office = await testOffice()
  owner = await office.owner()
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const placeOf = (bytes: Uint8Array) => {
  const hash = hashOf(bytes)
  return join(office.folder, 'files', hash.slice(0, 2), hash)
}

/** Brings a file as a window does. */
async function bring({ ask }: Person, bytes: Uint8Array<ArrayBuffer>) {
  const { upload } = await ask.files.begin({ size: bytes.length })
  let file = null
  for (let offset = 0; offset === 0 || offset < bytes.length; offset += filePart) {
    const part = new File([bytes.slice(offset, offset + filePart)], 'part')
    file = (await ask.files.part({ upload, offset, bytes: part })).file
  }
  return { upload, file }
}

async function attach(person: Person, client: number, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const { upload } = await bring(person, bytes)
  return (await person.ask.files.attach({ client, files: [{ upload, name }] }))[0]!
}

async function fetched({ ask }: Person, id: number, size: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (let offset = 0; offset < size; offset += filePart)
    parts.push(new Uint8Array(await (await ask.files.read({ id, offset })).arrayBuffer()))
  return Buffer.concat(parts)
}

test('a file is attached, read back byte for byte, renamed, put into the bin and taken out; the log says so', async () => {
  const { id: client } = await owner.ask.clients.create(draft('Mekong Rice'))
  const bytes = new Uint8Array(2.5 * filePart).map((_, index) => (index * 7) % 251)
  const made = await attach(owner, client, 'contract.pdf', bytes)
  expect(made).toMatchObject({ name: 'contract.pdf', size: bytes.length, by: owner.name, binnedAt: null })
  expect(hashOf(await fetched(owner, made.id, made.size))).toBe(hashOf(bytes))
  expect(existsSync(placeOf(bytes))).toBe(true)
  expect(readdirSync(join(office.folder, 'files', 'incoming'))).toEqual([])

  await owner.ask.files.rename({ id: made.id, name: 'agreement.pdf' })
  expect(await owner.ask.files.bin({ ids: [made.id] })).toEqual({ count: 1 })
  expect(await owner.ask.files.list({ client })).toMatchObject([
    { name: 'agreement.pdf', binnedAt: office.clock },
  ])
  expect(await owner.ask.files.restore({ ids: [made.id] })).toEqual({ count: 1 })
  const changes = (await owner.ask.log.of({ type: 'client', id: client })).map((one) => one.changes)
  expect(changes.slice(0, 4)).toEqual([
    [{ field: 'client.files', before: null, after: ['agreement.pdf'] }],
    [{ field: 'client.files', before: ['agreement.pdf'], after: null }],
    [{ field: 'client.files', before: ['contract.pdf'], after: ['agreement.pdf'] }],
    [{ field: 'client.files', before: null, after: ['contract.pdf'] }],
  ])
})

test('the same bytes are kept once, and a name never leads out of the folder', async () => {
  const { id: client } = await owner.ask.clients.create(draft('Mekong Rice'))
  const before = readdirSync(office.folder)
  const bytes = bytesOf('the same')
  const names = ['../../office.sqlite', 'C:\\Windows\\system.ini', '..', 'a/b\0c.txt', 'ឯកសារ.txt']
  for (const name of names) await attach(owner, client, name, bytes)
  expect((await owner.ask.files.list({ client })).map(({ name }) => name).reverse()).toEqual(names)
  expect(readdirSync(join(office.folder, 'files')).sort()).toEqual([hashOf(bytes).slice(0, 2), 'incoming'])
  expect(readdirSync(office.folder)).toEqual(before)
})

test('what is too large is refused before it comes, and so are parts that do not fit', async () => {
  expect(await refusal(owner.ask.files.begin({ size: largestFile + 1 }))).toEqual({
    code: 'TOO_LARGE',
    data: { most: largestFile },
  })
  const part = (text: string) => new File([text], 'part')
  const { upload } = await owner.ask.files.begin({ size: 6 })
  expect(await owner.ask.files.part({ upload, offset: 0, bytes: part('abc') })).toEqual({ file: null })
  // Sent again after a gap in the line.
  expect(await owner.ask.files.part({ upload, offset: 0, bytes: part('abc') })).toEqual({ file: null })
  const { file } = await owner.ask.files.part({ upload, offset: 3, bytes: part('def') })
  expect(file).toEqual({ hash: hashOf(bytesOf('abcdef')), type: 'text/plain' })
  expect(await owner.ask.files.part({ upload, offset: 3, bytes: part('def') })).toEqual({ file })

  const { upload: more } = await owner.ask.files.begin({ size: 4 })
  expect((await refusal(owner.ask.files.part({ upload: more, offset: 0, bytes: part('abcdef') }))).code).toBe(
    'NOT_FOUND',
  )
  const { upload: gap } = await owner.ask.files.begin({ size: 4 })
  expect((await refusal(owner.ask.files.part({ upload: gap, offset: 2, bytes: part('ab') }))).code).toBe(
    'NOT_FOUND',
  )
})

test('a file is only for the session that brings it, and only when it is whole', async () => {
  const { id: client } = await owner.ask.clients.create(draft('Mekong Rice'))
  const other = await office.person(everything)
  const { upload } = await bring(owner, bytesOf('mine'))
  const files = [{ upload, name: 'a.txt' }]
  expect((await refusal(other.ask.files.attach({ client, files }))).code).toBe('NOT_FOUND')
  const half = await owner.ask.files.begin({ size: 10 })
  expect(
    (await refusal(owner.ask.files.attach({ client, files: [{ upload: half.upload, name: 'b' }] }))).code,
  ).toBe('NOT_FOUND')
  expect(await owner.ask.files.list({ client })).toEqual([])
})

test('a file that was spoiled on the disk is not handed out', async () => {
  const { id: client } = await owner.ask.clients.create(draft('Mekong Rice'))
  const bytes = bytesOf('what was signed')
  const { id } = await attach(owner, client, 'signed.txt', bytes)
  writeFileSync(placeOf(bytes), 'what was forged')
  expect(await refusal(owner.ask.files.read({ id, offset: 0 }))).toEqual({
    code: 'FILE_DAMAGED',
    data: { name: 'signed.txt' },
  })
  rmSync(placeOf(bytes))
  expect((await refusal(owner.ask.files.read({ id, offset: 0 }))).code).toBe('FILE_DAMAGED')
  // Brought once more, it is whole again for all who have it.
  await attach(owner, client, 'again.txt', bytes)
  expect(Buffer.from(await fetched(owner, id, bytes.length)).toString()).toBe('what was signed')
})

test('what was on its way when the program was ended is gone after the next start', async () => {
  const { upload } = await owner.ask.files.begin({ size: 10 })
  await owner.ask.files.part({ upload, offset: 0, bytes: new File(['half'], 'part') })
  const incoming = join(office.folder, 'files', 'incoming')
  expect(readdirSync(incoming)).toHaveLength(1)
  writeFileSync(join(incoming, 'left by a crash'), 'x')
  await office.reopen()
  expect(readdirSync(incoming)).toEqual([])
})

test('a photo is a picture of a sensible size, seen by whom the client is reached by', async () => {
  const { ask } = owner
  const made = await ask.clients.create(draft('Sok Dara'))
  const { file } = await bring(owner, png)
  const photo = file!.hash
  const saved = await ask.clients.save({ ...at(made), draft: { photo } })
  expect(saved.photo).toBe(photo)
  expect((await ask.clients.page({})).rows[0]).toMatchObject({ photo })
  expect((await ask.clients.search({ text: 'dara' }))[0]).toMatchObject({ photo })
  const shown = await ask.files.photo({ client: made.id, photo })
  expect(shown.type).toBe('image/png')
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(Buffer.from(png))

  const { file: text } = await bring(owner, bytesOf('<svg onload="alert(1)"/>'))
  const large = new Uint8Array(largestPhoto + 1)
  large.set(png)
  const { file: poster } = await bring(owner, large)
  const refused = async (hash: string) =>
    (await refusal(ask.clients.save({ ...at(saved), draft: { photo: hash } }))).code
  expect(await refused(text!.hash)).toBe('NOT_A_PICTURE')
  expect(await refused(poster!.hash)).toBe('TOO_LARGE')
  expect(await refused('0'.repeat(64))).toBe('NOT_FOUND')
  expect(
    (await refusal(ask.files.photo({ client: (await ask.clients.create(draft('B'))).id, photo }))).code,
  ).toBe('NOT_FOUND')

  const seller = await office.person({ rights: ['clients.see', 'clients.edit'], ownOnly: ['clients'] })
  expect((await refusal(seller.ask.files.photo({ client: made.id, photo }))).code).toBe('NOT_FOUND')
  expect((await refusal(seller.ask.files.list({ client: made.id }))).code).toBe('NOT_FOUND')
})

test('hidden photos and files are nowhere', async () => {
  const made = await owner.ask.clients.create(draft('Sok Dara'))
  const { file } = await bring(owner, png)
  const photo = file!.hash
  await owner.ask.clients.save({ ...at(made), draft: { photo } })
  const { id } = await attach(owner, made.id, 'secret.txt', bytesOf('secret'))
  const { ask } = await office.person({ ...everything, hidden: ['client.photo', 'client.files'] })
  expect(await ask.clients.card({ id: made.id })).not.toHaveProperty('photo')
  expect((await ask.clients.page({})).rows[0]).not.toHaveProperty('photo')
  const fields = (await ask.log.of({ type: 'client', id: made.id })).flatMap(({ changes }) =>
    changes.map(({ field }) => field),
  )
  expect(fields).not.toContain('client.photo')
  expect(fields).not.toContain('client.files')
  const { revision } = await ask.clients.card({ id: made.id })
  for (const asked of [
    ask.files.photo({ client: made.id, photo }),
    ask.files.list({ client: made.id }),
    ask.files.read({ id, offset: 0 }),
    ask.files.begin({ size: 1 }),
    ask.clients.save({ id: made.id, revision, draft: { photo: null } }),
  ])
    expect((await refusal(asked)).code).toBe('FIELD_HIDDEN')
})

test('bytes that nobody knows go after a day; those of a backup stay as long as it does', async () => {
  const { ask } = owner
  const made = await ask.clients.create(draft('Sok Dara'))
  const kept = bytesOf('attached')
  await attach(owner, made.id, 'kept.txt', kept)
  const { file } = await bring(owner, png)
  const card = await ask.clients.card({ id: made.id })
  const pictured = await ask.clients.save({ ...at(card), draft: { photo: file!.hash } })
  const backup = await ask.backups.make()
  await ask.clients.save({ ...at(pictured), draft: { photo: null } })
  const lost = bytesOf('never attached')
  await bring(owner, lost)

  const sweep = async () => {
    const { sweepFiles } = await import('./sweeping.ts')
    office.clock += 25 * 3_600_000
    await sweepFiles(office.office)
    return [kept, png, lost].map((bytes) => existsSync(placeOf(bytes)))
  }
  const aged = (bytes: Uint8Array) => utimesSync(placeOf(bytes), 1, 1)
  // Brought just now, by the clock of the disk.
  for (const bytes of [kept, png]) aged(bytes)
  utimesSync(placeOf(lost), office.clock / 1000 + 90_000, office.clock / 1000 + 90_000)
  expect(await sweep()).toEqual([true, true, true])
  aged(lost)
  expect(await sweep()).toEqual([true, true, false])
  rmSync(join(office.folder, 'backups', backup.name))
  expect(await sweep()).toEqual([true, false, false])
  expect(readFileSync(placeOf(kept), 'utf8')).toBe('attached')
})

test('a backup that is restored brings photos and files back that were gone', async () => {
  const made = await owner.ask.clients.create(draft('Sok Dara'))
  const bytes = bytesOf('what was agreed')
  const { id } = await attach(owner, made.id, 'agreement.txt', bytes)
  const { file } = await bring(owner, png)
  const photo = file!.hash
  await owner.ask.clients.save({ ...at(await owner.ask.clients.card({ id: made.id })), draft: { photo } })
  const { name } = await owner.ask.backups.make()
  await owner.ask.clients.save({
    ...at(await owner.ask.clients.card({ id: made.id })),
    draft: { photo: null },
  })
  for (const hash of await office.office.files.hashes()) utimesSync(office.office.files.pathOf(hash), 1, 1)
  const { sweepFiles } = await import('./sweeping.ts')
  await sweepFiles(office.office)
  await owner.ask.backups.restore({ name })
  const again = await office.owner()
  expect((await again.ask.files.photo({ client: made.id, photo })).type).toBe('image/png')
  expect(Buffer.from(await fetched(again, id, bytes.length)).toString()).toBe('what was agreed')
})

test('what has lain in the bin for 90 days goes by itself, and the log of the client says so', async () => {
  const { id: client } = await owner.ask.clients.create(draft('Mekong Rice'))
  const [old, later, kept] = [
    await attach(owner, client, 'old.txt', bytesOf('old')),
    await attach(owner, client, 'later.txt', bytesOf('later')),
    await attach(owner, client, 'kept.txt', bytesOf('kept')),
  ]
  const { sweepFiles } = await import('./sweeping.ts')
  const day = 24 * 3_600_000
  await owner.ask.files.bin({ ids: [old.id] })
  office.clock += 10 * day
  owner = await office.owner()
  await owner.ask.files.bin({ ids: [later.id] })
  office.clock += 80.5 * day
  await sweepFiles(office.office)
  owner = await office.owner()
  const files = await owner.ask.files.list({ client })
  expect(files.map(({ id }) => id)).toEqual([kept.id, later.id])
  const [line] = await owner.ask.log.of({ type: 'client', id: client })
  expect(line).toMatchObject({
    action: 'files.erase',
    by: null,
    changes: [{ field: 'client.files', before: ['old.txt'], after: null }],
  })
})
