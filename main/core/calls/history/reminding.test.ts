import { beforeEach, expect, test } from 'vitest'
import type { MissedRules } from '../../../../app/contract/callHistory.ts'
import { insertTestCalls, type CallForTest } from '../../../../db/calls/callsForTests.ts'
import { draft, refusal, testOffice, type Person, type TestOffice } from '../../testOffice.ts'

const minute = 60_000
const rules: MissedRules = { on: true, afterMinutes: 15, tell: 'everybody' }

let office: TestOffice
let owner: Person

beforeEach(async () => {
  office = await testOffice()
  owner = await office.owner()
})

const add = (...calls: Omit<CallForTest, 'at'>[]) =>
  office.office.writing
    .transaction()
    .execute((trx) => insertTestCalls(trx, calls.map((call) => ({ at: office.clock, wait: 0, ...call })))) // prettier-ignore

const told = (heard: readonly { type: string }[]) => heard.filter(({ type }) => type === 'missed.waiting')

/** A minute of the office goes by, `after` minutes from now; resolves once what it told is heard. */
async function afterMinutes(after: number) {
  office.clock += after * minute
  await office.office.tidy()
  await new Promise((resolve) => setTimeout(resolve, 10))
}

test('callers who wait longer than the rule allows are told of once, and counted as callers', async () => {
  const [first] = await add({ number: '012 345 678' }, { number: '012345678' }, { number: '011 222 333' })
  expect(await owner.ask.callHistory.waiting()).toEqual({ callers: 2 })
  const heard = office.heard(owner)
  await afterMinutes(20)
  expect(told(heard)).toEqual([])
  await owner.ask.callHistory.saveReminders({ ...rules, afterMinutes: 30 })
  await afterMinutes(0)
  expect(told(heard)).toEqual([])
  await afterMinutes(10)
  expect(told(heard)).toEqual([{ type: 'missed.waiting', callers: 2 }])
  await afterMinutes(10)
  expect(told(heard)).toHaveLength(1)
  await owner.ask.callHistory.returned({ callId: first!, returned: true })
  expect(await owner.ask.callHistory.waiting()).toEqual({ callers: 1 })
})

test('nobody is reminded of whom somebody is calling back, nor of those returned', async () => {
  await owner.ask.callHistory.saveReminders(rules)
  const [taken, spoken] = await add({ number: '012 345 678' }, { number: '011 222 333' })
  const heard = office.heard(owner)
  await owner.ask.callHistory.returned({ callId: spoken!, returned: true })
  office.clock += 10 * minute
  await owner.ask.callHistory.claim({ callId: taken!, claimed: true })
  await afterMinutes(10)
  expect(told(heard)).toEqual([])
  // They did not, after all.
  await afterMinutes(30)
  expect(told(heard)).toEqual([{ type: 'missed.waiting', callers: 1 }])
})

test('the client’s manager is told, of others whoever sees the board; of calls that are not theirs nobody', async () => {
  const manager = await office.person({ rights: ['clients.see', 'calls.see', 'calls.dial'] })
  const board = await office.person({ rights: ['calls.see', 'calls.dial', 'calls.board'] })
  const own = await office.person({ rights: ['calls.see', 'calls.dial', 'calls.board'], ownOnly: ['calls'] })
  const reader = await office.person({ rights: ['calls.see', 'calls.board'] })
  const { id: client } = await owner.ask.clients.create(draft('Mekong', { managerId: manager.id }))
  await owner.ask.callHistory.saveReminders({ ...rules, tell: 'manager' })
  await add({ number: '012 345 678', client }, { number: '011 222 333' }, { number: '015 222 333', rang: [own.id] }) // prettier-ignore
  const heard = [manager, board, own, reader].map((person) => office.heard(person))
  await afterMinutes(20)
  expect(heard.map((events) => told(events))).toEqual([
    [{ type: 'missed.waiting', callers: 1 }],
    [{ type: 'missed.waiting', callers: 2 }],
    [{ type: 'missed.waiting', callers: 1 }],
    [],
  ])
})

test('of calls of the night the first hears who comes in the morning', async () => {
  await owner.ask.callHistory.saveReminders(rules)
  await add({ number: '012 345 678' })
  // By then everybody's session has ended.
  await afterMinutes(13 * 60)
  const morning = await office.owner()
  const heard = office.heard(morning)
  await afterMinutes(1)
  expect(told(heard)).toEqual([{ type: 'missed.waiting', callers: 1 }])
})

test('the rule is set by whom the telephone is theirs, and logged', async () => {
  const other = await office.person({ rights: ['calls.see', 'calls.dial'] })
  expect((await refusal(other.ask.callHistory.saveReminders(rules))).code).toBe('NO_RIGHT')
  await owner.ask.callHistory.saveReminders(rules)
  expect(await owner.ask.callHistory.reminders()).toEqual(rules)
  const [logged] = (await owner.ask.log.page({ action: 'callHistory.saveReminders' })).rows
  expect(logged?.changes).toEqual([{ field: 'missedRules.on', before: false, after: true }])
})
