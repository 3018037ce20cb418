import { beforeEach, expect, test } from 'vitest'
import { insertTestCalls } from '../../../db/calls/callsForTests.ts'
import { testOffice, type Person, type TestOffice } from '../testOffice.ts'
import { addExchange, answered, asteriskAt, ended, ringing } from './callsForTests.ts'
import { placedAtOnce } from './placing.ts'

let office: TestOffice
let owner: Person

beforeEach(async () => {
  office = await testOffice()
  owner = await office.owner()
})

const countOf = async (field: 'country' | 'city', value: string) =>
  (
    await owner.ask.callHistory.table({
      filter: { conditions: [{ field, is: 'one-of', values: [value] }] },
    })
  ).total

test('a call can be found by where its number is from, also once it is told with another number', async () => {
  const exchange = await addExchange(office, asteriskAt(9, { enabled: false }))
  const { taking } = office.office.exchanges
  const call = ringing('1', '+14165551234')
  taking.call(exchange, call)
  await taking.settled()
  await office.office.placing.settled()
  expect([await countOf('country', 'CA'), await countOf('city', 'Ontario')]).toEqual([1, 1])
  taking.call(exchange, answered({ ...call, from: '+74951234567' }))
  taking.call(exchange, ended(answered({ ...call, from: '+74951234567' })))
  await taking.settled()
  await office.office.placing.settled()
  expect(await countOf('country', 'CA')).toBe(0)
  expect([await countOf('country', 'RU'), await countOf('city', 'Moscow')]).toEqual([1, 1])
})

test('calls of before are looked up once the office is open, however many they are', async () => {
  const many = placedAtOnce + 20
  await office.office.writing.transaction().execute((trx) =>
    insertTestCalls(
      trx,
      Array.from({ length: many }, (_, at) => ({ at, number: `012 345 ${at % 900}`.padEnd(11, '0') })),
    ),
  )
  await office.reopen()
  owner = await office.owner()
  await office.office.placing.settled()
  expect(await countOf('country', 'KH')).toBe(many)
  // What is known of no town is no town of its own.
  const { choices } = await owner.ask.callHistory.choices({ filter: {}, field: 'city' })
  expect(choices.map(({ value }) => value)).toEqual([null])
})
