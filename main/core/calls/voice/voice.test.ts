import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { captures } from '../../../bridges/pbx/ami/capturesForTests.ts'
import { replayAmi } from '../../../bridges/pbx/ami/recording.ts'
import { refusal } from '../../testOffice.ts'
import { readAudio } from './audio.ts'
import { brought, count, LENGTH, officeCalling, results, rules, shown } from './officeForTests.ts'
import { resultOf } from './runner.ts'
import { wav } from './voiceForTests.ts'

describe('a recording', () => {
  it('that exchanges play is taken, with its length', () => {
    const bytes = wav(LENGTH)
    expect(readAudio(bytes, bytes.length, 'a.wav')).toMatchObject({ problem: null, lengthMs: LENGTH })
    expect(readAudio(new Uint8Array(8000), 8000, 'a.ulaw')).toMatchObject({
      problem: null,
      lengthMs: 1000,
      extension: 'ulaw',
    })
  })

  it.each([
    ['rate', wav(1000, { rate: 44_100 })],
    ['stereo', wav(1000, { channels: 2 })],
    ['bits', wav(1000, { bits: 8 })],
    ['format', wav(1000, { kind: 85 })],
    ['cut_off', wav(1000, { missing: 100 })],
    ['silent', wav(0)],
    ['long', wav(301_000)],
    ['format', new TextEncoder().encode('ID3\u0004 music and more of it')],
    ['not_audio', new TextEncoder().encode('a letter to grandmother')],
    ['not_audio', new Uint8Array(0)],
  ] as const)('is refused with what is wrong with it: %s', (problem, bytes) => {
    expect(readAudio(bytes, bytes.length, 'a.wav').problem).toBe(problem)
  })
})

test('each hears it once; who was busy is tried again, no more often than the rule says', async () => {
  const { office, maly, exchange, id } = await officeCalling({
    '+85512000001': LENGTH,
    '+85512000002': 100,
    '+85512000003': 'BUSY',
    '+85512000004': 'NOANSWER',
  })
  await maly.ask.voiceMessages.start({ id })
  await expect.poll(() => exchange.called.length, { timeout: 15_000 }).toBe(4)
  await expect
    .poll(() => results(maly, id), { timeout: 15_000 })
    .toEqual({
      '+85512000001': 'heard',
      '+85512000002': 'cut_short',
      '+85512000003': 'busy',
      '+85512000004': 'no_answer',
    })
  expect(exchange.most()).toBe(2)
  expect(exchange.files).toEqual(
    exchange.files.map(() => expect.stringMatching(/^counterpart\/cp-[\da-f]{20}$/)),
  )
  expect(await shown(maly)).toMatchObject({ state: 'running', done: 2 })

  office.clock += 61_000
  await expect.poll(async () => (await shown(maly)).state, { timeout: 15_000 }).toBe('done')
  expect(exchange.called.slice(4).sort()).toEqual(['+85512000003', '+85512000004'])
}, 40_000)

test('stopping hangs up at once and begins no more', async () => {
  const { maly, exchange, id } = await officeCalling({
    '+85512000001': 'rings',
    '+85512000002': 60_000,
    '+85512000003': LENGTH,
  })
  await maly.ask.voiceMessages.start({ id })
  await expect.poll(() => exchange.on.size, { timeout: 10_000 }).toBe(2)
  await maly.ask.voiceMessages.stop({ id })
  await expect.poll(() => exchange.on.size, { timeout: 3000 }).toBe(0)
  await expect.poll(async () => (await shown(maly)).calling, { timeout: 10_000 }).toBe(0)
  expect(exchange.called).toHaveLength(2)
  expect(await shown(maly)).toMatchObject({ state: 'stopped' })
}, 30_000)

test('who wants none is never called, also if they say so while it runs', async () => {
  const { maly, exchange, id } = await officeCalling(
    { '+85512000001': LENGTH, '+85512000002': LENGTH },
    { lines: 1 },
  )
  const { rows } = await maly.ask.voiceMessages.people({ id })
  await maly.ask.voiceMessages.setRefusals({ client: rows[1]!.client!.id, refusals: ['voice'] })
  expect(await maly.ask.voiceMessages.refusals({ client: rows[1]!.client!.id })).toEqual(['voice'])
  await maly.ask.voiceMessages.start({ id })
  await expect.poll(async () => (await shown(maly)).state, { timeout: 15_000 }).toBe('done')
  expect(exchange.called).toEqual(['+85512000001'])
  expect(await results(maly, id)).toMatchObject({ '+85512000002': 'unwanted' })
}, 30_000)

test('after a restart nobody is called again for an attempt that was made, and its result is found', async () => {
  const { office, maly, exchange, id } = await officeCalling({ '+85512000001': 2500 })
  await maly.ask.voiceMessages.start({ id })
  await expect.poll(() => exchange.called.length, { timeout: 10_000 }).toBe(1)
  await expect.poll(() => count(office, 'SELECT answered_at IS NOT NULL FROM calls')).toBe(1)
  await office.reopen()
  const again = await office.signIn(maly.name, maly.password)
  await expect.poll(async () => (await shown(again)).done, { timeout: 15_000 }).toBe(1)
  expect(exchange.called).toHaveLength(1)
  expect(count(office, 'SELECT count(*) FROM voice_attempts')).toBe(1)
}, 30_000)

test('the recording lies whole where the exchange reads it, and under no name that somebody gave', async () => {
  const { office, maly, id } = await officeCalling({ '+85512000001': LENGTH })
  const folder = join(office.folder, 'sounds')
  await maly.ask.voiceMessages.savePlace({ folder, prefix: 'office/sounds' })
  expect(await refusal(maly.ask.voiceMessages.start({ id }))).toMatchObject({ code: 'PLACE_UNUSABLE' })
  mkdirSync(folder)
  await maly.ask.voiceMessages.start({ id })
  const [file] = readdirSync(folder)
  expect(file).toMatch(/^cp-[\da-f]{20}\.wav$/)
  expect(existsSync(join(folder, `${file}.part`))).toBe(false)
  expect(readFileSync(join(folder, file!)).equals(wav(LENGTH))).toBe(true)
  expect((await shown(maly)).played).toBe(`office/sounds/${file!.replace('.wav', '')}`)
  const place = { folder: '/tmp', prefix: '../../etc' }
  await expect(maly.ask.voiceMessages.savePlace(place)).rejects.toThrow()
})

test('a recording that no exchange plays is not kept', async () => {
  const { maly, exchangeId } = await officeCalling({})
  const upload = await brought(maly, wav(1000, { rate: 44_100 }))
  expect(await maly.ask.voiceMessages.checkFile({ upload, name: 'a.wav' })).toEqual({
    problem: 'rate',
    lengthMs: 0,
    said: '44100 Hz, 1 × 16 bit',
  })
  const saved = maly.ask.voiceMessages.save({
    name: 'Music',
    exchange: exchangeId,
    file: { upload, name: 'a.wav' },
    rules,
  })
  expect(await refusal(saved)).toEqual({ code: 'FILE_UNREADABLE', data: { reason: 'rate' } })
})

describe.skipIf(captures.length === 0)('voice messages of a real Asterisk', () => {
  const reminder = 8800
  it.each([
    ['l-voice-message-answered', 'heard'],
    ['l2-voice-message-not-answered', 'no_answer'],
    ['l3-voice-message-cut-short', 'cut_short'],
    ['l4-voice-message-busy', 'busy'],
    ['l5-voice-message-invalid-number', 'invalid_number'],
    ['l6-voice-message-busy-channel-id', 'busy'],
  ])('%s: %s', (name, result) => {
    const { connection } = captures.find((capture) => capture.name === name)!
    const [call] = replayAmi([connection])
    expect(call).toMatchObject({ voiceMessage: true })
    expect(resultOf(call!.outcome!, call!.talkSeconds * 1000, reminder)).toBe(result)
  })
})
