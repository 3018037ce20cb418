import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { filePart } from '../../../../app/contract/files.ts'
import { largestRecording } from '../../../../app/contract/recordings.ts'
import type { RecordingsPlace } from '../../../../app/recordings.ts'
import { insertTestCalls, type CallForTest } from '../../../../db/calls/callsForTests.ts'
import { refusal, temporaryFolder, testOffice, type Person, type TestOffice } from '../../testOffice.ts'
import { wav } from '../voice/voiceForTests.ts'

/** Seconds of sound. */
const wavOf = (seconds: number) => Buffer.from(wav(seconds * 1000))

/** An office with an exchange whose recordings lie there, and calls of it. */
async function officeWith(recordings: RecordingsPlace | undefined, recordingsPassword?: string) {
  const office = await testOffice()
  const owner = await office.owner()
  const draft = {
    kind: 'http' as const,
    settings: { mapping: 'json', own: null, key: '', silentMinutes: 120 },
    name: 'Front office',
    branch: '',
    enabled: false,
    extensions: [],
  }
  const { id } = await owner.ask.telephone.save({ ...draft, recordings, recordingsPassword })
  return { office, owner, draft: { ...draft, id } }
}

async function recorded({ office }: TestOffice, recording: string | null, more: Partial<CallForTest> = {}) {
  const call = { at: Date.UTC(2026, 10, 20, 9), talk: 60_000, number: '012345678', recording, ...more }
  const [id] = await office.writing.transaction().execute((trx) => insertTestCalls(trx, [call]))
  return id!
}

/** Opens a recording and brings all of it, as a window does. */
async function heard({ ask }: Person, call: number): Promise<{ type: string; bytes: Buffer }> {
  const { size, type } = await ask.recordings.open({ call })
  const parts: Buffer[] = []
  for (let offset = 0; offset < size; offset += filePart)
    // eslint-disable-next-line no-await-in-loop -- one after the other
    parts.push(Buffer.from(await (await ask.recordings.part({ call, offset })).arrayBuffer()))
  return { type, bytes: Buffer.concat(parts) }
}

const why = async (asked: Promise<unknown>) => {
  const { code, data } = await refusal(asked)
  return code === 'RECORDING' ? (data as { why: string }).why : code
}

const inFolder = (path: string, cut = ''): RecordingsPlace => ({ kind: 'folder', path, cut })

test('a recording in the folder is heard whole, in parts, and the log says by whom', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, '2026', '11'), { recursive: true })
  const long = wavOf(90)
  writeFileSync(join(folder, '2026/11/a call.wav'), long)
  writeFileSync(join(folder, 'short.mp3'), Buffer.from('ID3\x04\0\0\0\0\0\0sound', 'latin1'))
  writeFileSync(join(folder, 'short.ogg'), Buffer.from('OggS\0\x02sound', 'latin1'))
  const { office, owner } = await officeWith(inFolder(folder, '/var/spool/asterisk/monitor'))
  const dara = await owner.ask.clients.create({ kind: 'person', names: [{ text: 'Dara' }] })
  const call = await recorded(office, '/var/spool/asterisk/monitor/2026/11/a call.wav', { client: dara.id })
  expect(long.length).toBeGreaterThan(filePart)
  expect(await heard(owner, call)).toEqual({ type: 'audio/wav', bytes: long })
  const [line] = (await owner.ask.log.page({ action: 'recordings.open' })).rows
  expect(line).toMatchObject({ by: owner.name, subject: { type: 'client', id: dara.id } })
  expect((await heard(owner, await recorded(office, 'short.mp3'))).type).toBe('audio/mpeg')
  expect((await heard(owner, await recorded(office, 'short.ogg'))).type).toBe('audio/ogg')
  expect((await owner.ask.log.page({ action: 'recordings.open' })).total).toBe(3)
})

test('no name of the exchange leads out of its folder', async () => {
  const all = temporaryFolder()
  const folder = join(all, 'recordings')
  mkdirSync(folder)
  const elsewhere = join(all, 'elsewhere.wav')
  writeFileSync(elsewhere, wavOf(1))
  symlinkSync(elsewhere, join(folder, 'link.wav'))
  symlinkSync(all, join(folder, 'up'))
  const { office, owner } = await officeWith(inFolder(folder, '/spool'))
  for (const name of [
    '../elsewhere.wav',
    'a/../../elsewhere.wav',
    elsewhere,
    `/spool/${elsewhere}`,
    '/spool/../elsewhere.wav',
    String.raw`..\elsewhere.wav`,
    'C:/elsewhere.wav',
    'link.wav',
    'up/elsewhere.wav',
    'a\0.wav',
    '',
    '.',
  ]) {
    const call = await recorded(office, name)
    expect([name, await why(owner.ask.recordings.open({ call }))]).toEqual([name, 'outside'])
  }
  expect((await owner.ask.log.page({ action: 'recordings.open' })).total).toBe(0)
})

test('what cannot be heard is said: not there, no sound, too large, away, nowhere set up, not recorded', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'notes.wav'), 'Remember the milk')
  writeFileSync(join(folder, 'huge.wav'), wavOf(1))
  truncateSync(join(folder, 'huge.wav'), largestRecording + 1)
  mkdirSync(join(folder, 'folder.wav'))
  const { office, owner, draft } = await officeWith(inFolder(folder))
  const ask = async (name: string | null) =>
    why(owner.ask.recordings.open({ call: await recorded(office, name) }))
  expect(await ask('gone.wav')).toBe('missing')
  expect(await ask('folder.wav')).toBe('missing')
  expect(await ask('notes.wav')).toBe('not_sound')
  expect(await ask('huge.wav')).toBe('TOO_LARGE')
  expect(await ask(null)).toBe('not_recorded')
  await owner.ask.telephone.save({ ...draft, recordings: inFolder(join(folder, 'not mounted')) })
  expect(await ask('a.wav')).toBe('away')
  await owner.ask.telephone.save({ ...draft, recordings: { kind: 'none' } })
  expect(await ask('a.wav')).toBe('no_place')
  expect(await why(owner.ask.recordings.open({ call: 4711 }))).toBe('NOT_FOUND')
  // Saved by somebody who knows nothing of recordings, the place stays.
  await owner.ask.telephone.save({ ...draft, recordings: inFolder(folder) })
  await owner.ask.telephone.save(draft)
  expect((await owner.ask.telephone.all()).exchanges[0]?.recordings).toEqual(inFolder(folder))
})

test('who may not listen, or only to their own calls, gets nothing of the others', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.wav'), wavOf(1))
  const { office, owner } = await officeWith(inFolder(folder))
  const deaf = await office.person({ rights: ['calls.see'] })
  const own = await office.person({ rights: ['calls.see', 'calls.listen'], ownOnly: ['calls'] })
  const theirs = await recorded(office, 'a.wav', { user: own.id })
  const other = await recorded(office, 'a.wav', { user: owner.id })
  expect(await why(deaf.ask.recordings.open({ call: theirs }))).toBe('NO_RIGHT')
  expect(await why(own.ask.recordings.open({ call: other }))).toBe('NOT_FOUND')
  expect(await why(own.ask.recordings.part({ call: other, offset: 0 }))).toBe('NOT_FOUND')
  expect((await heard(own, theirs)).bytes).toEqual(wavOf(1))
  // What somebody else has opened is not open to the rest.
  expect(await why(owner.ask.recordings.part({ call: theirs, offset: 0 }))).toBe('NOT_FOUND')
  await own.ask.door.signOut()
  expect(await why(own.ask.recordings.part({ call: theirs, offset: 0 }))).toBe('NOT_SIGNED_IN')
})

/** A server that has recordings for one user, and remembers who asked. */
async function server() {
  const asked: { path: string; proof: string | undefined }[] = []
  const proof = `Basic ${Buffer.from('pbx:rain on the roof').toString('base64')}`
  const http = createServer((request, answer) => {
    asked.push({ path: request.url!, proof: request.headers.authorization })
    if (request.headers.authorization !== proof) answer.writeHead(401).end()
    else if (request.url === '/rec/2026/a%20call.wav?of=1' || request.url === '/told.wav')
      answer.end(wavOf(30))
    else if (request.url?.startsWith('/rec/on.wav')) answer.writeHead(302, { location: '/told.wav' }).end()
    else if (request.url?.startsWith('/rec/half.wav')) {
      answer.writeHead(200, { 'content-length': 5000 })
      answer.write(wavOf(30).subarray(0, 100), () => answer.destroy())
    } else answer.writeHead(404).end()
  })
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve)
  })
  const close = () =>
    new Promise<void>((resolve) => {
      http.close(() => resolve())
      http.closeAllConnections()
    })
  onTestFinished(close)
  return { asked, close, origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }
}

test('a recording is fetched from a server with the password that is kept, and from no other server', async () => {
  const { origin, asked, close } = await server()
  const thief = await server()
  const place = (at: string, user = 'pbx') =>
    ({ kind: 'web', address: `${at}/rec/{name}?of=1`, cut: '', user }) as const
  const { office, owner, draft } = await officeWith(place(origin), 'rain on the roof')
  const ask = async (name: string) => why(owner.ask.recordings.open({ call: await recorded(office, name) }))
  expect((await heard(owner, await recorded(office, '2026/a call.wav'))).bytes).toEqual(wavOf(30))
  expect((await heard(owner, await recorded(office, `${origin}/told.wav`))).bytes).toEqual(wavOf(30))
  const before = asked.length
  expect(await ask(`${thief.origin}/told.wav`)).toBe('outside')
  expect(await ask('../told.wav')).toBe('outside')
  expect(asked).toHaveLength(before)
  expect(await ask('on.wav')).toBe('away')
  expect(await ask('half.wav')).toBe('away')
  expect(await ask('gone.wav')).toBe('missing')
  // The password is given to nobody: neither to a window nor to the log nor to another server.
  const told = [await owner.ask.telephone.all(), await owner.ask.log.page({})]
  expect(JSON.stringify(told)).not.toContain('rain on the roof')
  expect(told[0]).toMatchObject({ exchanges: [{ hasRecordingsPassword: true, recordings: place(origin) }] })
  for (const elsewhere of [place(thief.origin), place(origin, 'root')])
    expect(await why(owner.ask.telephone.save({ ...draft, recordings: elsewhere }))).toBe('PASSWORD_AGAIN')
  await owner.ask.telephone.save({ ...draft, recordings: place(origin), recordingsPassword: 'rain' })
  expect(await ask('2026/a call.wav')).toBe('refused')
  expect(thief.asked).toEqual([])
  await close()
  expect(await ask('2026/a call.wav')).toBe('away')
})
