import { expect, onTestFinished, test } from 'vitest'
import { PracticeAsterisk } from '../../../bridges/pbx/ami/practice.ts'
import { PracticeServer } from '../../../bridges/pbx/ami/practiceServer.ts'
import { testOffice, type Person } from '../../testOffice.ts'
import { addExchange, asteriskAt } from '../callsForTests.ts'
import { always, asking, outbox, rights, rules, talk, tokenIn } from './ratingsForTests.ts'

test('after a talk the client is asked in their own language, once in so many days', async () => {
  const { office, exchange, client } = await asking()
  await talk(office, exchange, 'a', '012345678')
  await expect.poll(() => outbox(office).length).toBe(1)
  const [message] = outbox(office)
  expect(message).toMatchObject({
    recipient: '+85512345678',
    client_id: client,
    language: 'km',
    state: 'waiting',
    not_before: office.clock,
  })
  expect(message!.text).toMatch(/^Angkor Trading៖ .*https:\/\/rate\.example\/r\/[\w-]{43}$/)
  await talk(office, exchange, 'b', '012345678')
  expect(outbox(office)).toHaveLength(1)
  office.clock += 31 * 24 * 3_600_000
  await talk(office, exchange, 'c', '012345678')
  await expect.poll(() => outbox(office).length).toBe(2)
})

test('the message is in the office’s own words where it has some, with the link that they need', async () => {
  const { office, sophea, exchange } = await asking({
    messages: { km: '{company} {employee} {link} {other}', ru: '' },
  })
  await talk(office, exchange, 'a', '012345678')
  await expect.poll(() => outbox(office).length).toBe(1)
  expect(outbox(office)[0]!.text).toMatch(
    new RegExp(`^Angkor Trading ${sophea.name} https://rate\\.example/r/[\\w-]{43} \\{other\\}$`),
  )
  const unusable = sophea.ask.ratings.saveRules({ ...rules, messages: { ru: 'no way to rate' } })
  await expect(unusable).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const reader = await office.person({ rights: ['log.see'] })
  const { rows } = await reader.ask.log.page({ action: 'ratings.saveRules' })
  expect(rows[0]!.changes).toContainEqual({
    field: 'ratingRules.messages',
    before: null,
    after: ['ខ្មែរ: {company} {employee} {link} {other}'],
  })
})

test('nobody is asked after a short talk, of an unknown number, at night, or who does not want it', async () => {
  const { office, sophea, exchange, client } = await asking()
  await talk(office, exchange, 'short', '012345678', 10)
  await talk(office, exchange, 'unknown', '017999888')
  await sophea.ask.voiceMessages.setRefusals({ client, refusals: ['sms'] })
  await talk(office, exchange, 'unwanted', '012345678')
  expect(outbox(office)).toEqual([])
  await sophea.ask.voiceMessages.setRefusals({ client, refusals: [] })
  // At four in the afternoon in Phnom Penh they may be asked from the next morning on.
  await sophea.ask.ratings.saveRules({ ...rules, hours: { ...always, from: 540, to: 600 } })
  await talk(office, exchange, 'evening', '012345678')
  await expect.poll(() => outbox(office).length).toBe(1)
  expect(outbox(office)[0]!.not_before).toBe(Date.UTC(2026, 10, 22, 2))
})

test('the base knows no token, only what it comes to', async () => {
  const { office, exchange } = await asking()
  await talk(office, exchange, 'a', '012345678')
  await expect.poll(() => outbox(office).length).toBe(1)
  const stored = office.office.connection.raw.prepare('SELECT token FROM rating_requests').pluck().get()
  expect(stored).not.toBe(tokenIn(outbox(office)[0]!))
})

test('a key pressed after the talk is kept with the call and its employee', async () => {
  const office = await testOffice()
  const sophea: Person = await office.person({ rights })
  const server = new PracticeServer()
  const port = await server.listen()
  onTestFinished(() => server.close())
  await addExchange(office, asteriskAt(port), { 101: sophea })
  await expect.poll(() => office.office.exchanges.states()[0]?.state).toBe('connected')
  const practice = new PracticeAsterisk()
  const say = () =>
    server.say(
      practice.said
        .splice(0)
        .map(({ text }) => text)
        .join(''),
    )
  const caller = practice.comesIn('012345678', '023900100')
  const desk = practice.rings(caller, '101')
  practice.answers(caller, desk)
  say()
  await expect
    .poll(() => office.office.connection.raw.prepare('SELECT user_id FROM calls').pluck().get())
    .toBe(sophea.id)
  practice.leaves(caller)
  practice.ends(desk)
  practice.event('UserEvent', { UserEvent: 'CounterpartRating', ...practice.fields(caller), Stars: 5 })
  practice.event('UserEvent', { UserEvent: 'CounterpartRating', ...practice.fields(caller), Stars: 7 })
  practice.event('UserEvent', { UserEvent: 'CounterpartRating', ...practice.fields(caller), Stars: 1 })
  say()
  await expect.poll(() => office.count('ratings')).toBe(1)
  const { rows } = await sophea.ask.ratings.page({})
  expect(rows).toMatchObject([{ stars: 5, via: 'keys', employee: sophea.name }])
  expect(await sophea.ask.ratings.ofCall({ call: rows[0]!.call })).toMatchObject([{ stars: 5 }])
})
