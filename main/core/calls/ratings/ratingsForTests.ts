import { expect } from 'vitest'
import { ratingRules } from '../../../../app/contract/ratings.ts'
import { draft, testOffice, type TestOffice } from '../../testOffice.ts'
import { addExchange, answered, asteriskAt, ended, ringing } from '../callsForTests.ts'

export const always = { from: 0, to: 1440, days: [0, 1, 2, 3, 4, 5, 6] }
/** Everybody is asked after every longer call. */
export const rules = ratingRules.parse({
  on: true,
  directions: ['incoming'],
  leastSeconds: 30,
  everyDays: 30,
  channel: 'sms',
  hours: always,
  address: 'https://rate.example',
  validDays: 14,
})
export const rights = [
  'clients.see',
  'clients.edit',
  'calls.see',
  'calls.score',
  'calls.lists',
  'telephone.edit',
] as const

interface Message {
  key: string
  recipient: string
  text: string
  language: string
  not_before: number
}

/** Messages that wait to be sent. */
export const outbox = ({ office }: TestOffice) =>
  office.connection.raw.prepare('SELECT * FROM outbox ORDER BY id').all() as Message[]
export const tokenIn = ({ text }: Message) => /\/r\/([\w-]{43})/.exec(text)![1]!

/** An office that asks by these rules, its exchange, and one client with a number and a language. */
export async function asking(more: Partial<typeof rules> = {}) {
  const office = await testOffice()
  const sophea = await office.person({ rights })
  await sophea.ask.ratings.saveRules({ ...rules, ...more })
  const exchange = await addExchange(office, asteriskAt(1, { enabled: false }), { 101: sophea })
  const { id } = await sophea.ask.clients.create(
    draft('Phoenix Garden', { phones: [{ typed: '012 345 678' }], language: 'km' }),
  )
  return { office, sophea, exchange, client: id }
}

/** A call of a minute with this number, told as the exchange does; its id. */
export async function talk(
  { office }: TestOffice,
  exchange: number,
  name: string,
  from: string,
  seconds = 60,
): Promise<void> {
  const rings = { ...ringing(name, from), startedAt: office.now() - 90_000 }
  office.exchanges.taking.call(exchange, rings)
  const talks = answered(rings)
  office.exchanges.taking.call(exchange, talks)
  office.exchanges.taking.call(exchange, { ...ended(talks), talkSeconds: seconds })
  const known = () =>
    office.connection.raw.prepare('SELECT outcome FROM calls WHERE reference = ?').pluck().get(name)
  await expect.poll(known).toBe('answered')
  await office.ratingRequests.settled()
}
