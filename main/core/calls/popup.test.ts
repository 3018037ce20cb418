import { expect, it } from 'vitest'
import type { LiveCall } from '../../../app/liveCall.ts'
import { draft, refusal, testOffice, type TestOffice } from '../testOffice.ts'
import { addExchange, asteriskAt, answered, ended, ringing } from './callsForTests.ts'

const practice = () =>
  ({ kind: 'practice', settings: {}, secret: {}, name: 'Practice', branch: '', enabled: true }) as const

/** A call that the exchange tells at several moments, written. */
async function took(test: TestOffice, exchange: number, ...told: Parameters<typeof answered>[0][]) {
  for (const call of told) test.office.exchanges.taking.call(exchange, call)
  await test.office.exchanges.taking.settled()
}

it('says where a number belongs, how often it called today, what was spoken and what is to be done', async () => {
  const test = await testOffice()
  const owner = await test.owner()
  const exchange = await addExchange(test, asteriskAt(1, { enabled: false }), { '101': owner })
  const client = await owner.ask.clients.create(draft('Mekong', { phones: [{ typed: '012 345 678' }] }))
  const step = { about: 'step' as const, text: 'send the price', due: '2026-12-01' }
  await owner.ask.timeline.write({ id: client.id, ...step })
  const earlier = ringing('1', '012345678', { startedAt: test.clock - 3_600_000, at: test.clock - 3_600_000 })
  await took(test, exchange, earlier, answered(earlier), ended(answered(earlier)))
  const now = ringing('2', '012345678', { startedAt: test.clock, at: test.clock })
  await took(test, exchange, now)
  const [call] = await owner.ask.calls.live()
  const about = await owner.ask.callPopup.about({ call: call!.id })
  expect(about).toMatchObject({
    place: { country: 'KH', operator: 'Cellcard' },
    today: 2,
    calls: [{ outcome: 'answered', by: owner.name, talked: 60_000 }],
    clients: [{ id: client.id, lastContact: { at: test.clock - 3_600_000, by: owner.name } }],
  })
  expect(about.clients[0]!.steps).toMatchObject([{ text: 'send the price', due: '2026-12-01' }])

  // Who may not see the number learns nothing by where it belongs; who may not read the notes, no steps.
  const blind = await test.person({
    rights: ['clients.see', 'calls.see', 'calls.board'],
    hidden: ['client.phones', 'client.notes'],
  })
  const seen = await blind.ask.callPopup.about({ call: call!.id })
  expect(seen).toMatchObject({ place: null, clients: [{ id: client.id }] })
  expect(JSON.stringify(seen)).not.toContain('price')
  const own = await test.person({ rights: ['clients.see', 'calls.see'], ownOnly: ['calls'] })
  expect((await refusal(own.ask.callPopup.about({ call: call!.id }))).code).toBe('NOT_FOUND')
})

it('dials from one’s own telephone as the exchange wants its numbers, hands on and hangs up, and says why not', async () => {
  const test = await testOffice()
  const owner = await test.owner()
  const other = await test.person({ rights: ['calls.see', 'calls.dial'] })
  const why = async (asked: Promise<unknown>) => (await refusal(asked)).data
  expect(await why(owner.ask.dialling.dial({ number: '012 345 678' }))).toEqual({ why: 'no_extension' })
  const exchange = await addExchange(test, practice(), { '101': owner, '102': other })
  await expect.poll(() => test.office.exchanges.states()[0]?.state).toBe('connected')
  expect(await owner.ask.dialling.telephone()).toEqual({
    extension: '101',
    exchange: { id: exchange, name: 'Practice' },
    can: ['dial', 'hang_up', 'transfer'],
    practice: true,
  })
  expect(await owner.ask.dialling.colleagues()).toMatchObject([{ extension: '102' }, { extension: '101' }])
  await owner.ask.dialling.saveRules({
    exchange,
    rules: { outside: '9', inside: 5, lines: [] },
  })
  const [logged] = (await owner.ask.log.page({ action: 'dialling.saveRules' })).rows
  expect(logged?.changes).toEqual([{ field: 'dialling.outside', before: null, after: '9' }])
  expect(await why(owner.ask.dialling.dial({ number: 'reception' }))).toEqual({ why: 'bad_number' })

  await owner.ask.dialling.dial({ number: '+855 12 345 678' })
  const live = (): Promise<LiveCall[]> => owner.ask.calls.live()
  await expect.poll(async () => (await live())[0]?.number, { timeout: 5000 }).toBe('012345678')
  const [call] = await live()
  expect(call).toMatchObject({ direction: 'outgoing', own: 'before', answeredAt: null, e164: '+85512345678' })
  // Not one's own, and no right to the board.
  expect((await refusal(other.ask.dialling.hangUp({ call: call!.id }))).code).toBe('NO_RIGHT')
  await owner.ask.dialling.hangUp({ call: call!.id })
  await expect.poll(async () => (await live()).length, { timeout: 5000 }).toBe(0)
  expect(await why(owner.ask.dialling.hangUp({ call: call!.id }))).toEqual({ why: 'no_such_call' })
  expect((await refusal(other.ask.dialling.rules())).code).toBe('NO_RIGHT')
})

it('lets calls be practised at the practice exchange alone', async () => {
  const test = await testOffice()
  const owner = await test.owner()
  const heard = test.heard(owner)
  await addExchange(test, practice(), { '101': owner })
  await expect.poll(() => test.office.exchanges.states()[0]?.state).toBe('connected')
  await owner.ask.callPopup.practise({ scene: 'anonymous' })
  await expect
    .poll(() => heard.findLast((event) => event.type === 'call.live'))
    .toMatchObject({ call: { number: '', own: 'rings', clients: [] } })
  const earnest = await testOffice()
  const boss = await earnest.owner()
  await addExchange(earnest, asteriskAt(1), { '101': boss })
  expect((await refusal(boss.ask.callPopup.practise({ scene: 'known' }))).data).toEqual({
    why: 'not_possible',
  })
})
