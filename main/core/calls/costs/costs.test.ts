import { expect, test } from 'vitest'
import type { PbxCall } from '../../../../app/calls.ts'
import type { CostQuery, RecostStep } from '../../../../app/contract/callCosts.ts'
import type { RateDraft } from '../../../../app/contract/callRates.ts'
import { draft, everything, refusal, testOffice, type TestOffice } from '../../testOffice.ts'
import { addExchange, asteriskAt, ringing } from '../callsForTests.ts'
import { refuseBeyondLimit } from './watching.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }
const rate: RateDraft = {
  prefix: '85512',
  name: 'Mobile',
  per: 'minute',
  price: 6000,
  connection: 0,
  least: 0,
  freeSeconds: 0,
  firstStep: 60,
  nextStep: 60,
  days: 'all',
  hours: null,
}

let calls = 0
/** A call out that is over. */
const outgoing = (day: number, to: string, talkSeconds: number, more: Partial<PbxCall> = {}): PbxCall => {
  const startedAt = new Date(2026, 10, day, 10).getTime()
  return ringing(`out-${++calls}`, '101', {
    direction: 'outgoing',
    to,
    startedAt,
    answeredAt: talkSeconds > 0 ? startedAt + 5000 : null,
    at: startedAt + 5000 + talkSeconds * 1000,
    endedAt: startedAt + 5000 + talkSeconds * 1000,
    ringing: [],
    rang: [],
    employee: '101',
    outcome: talkSeconds > 0 ? 'answered' : 'no_answer',
    talkSeconds,
    ...more,
  })
}

async function setUp() {
  const office = await testOffice()
  const owner = await office.owner()
  const exchange = await addExchange(office, asteriskAt(1, { enabled: false, branch: 'Phnom Penh' }), {
    101: owner,
  })
  const { id: table } = await owner.ask.callRates.saveTable({
    name: 'City Telecom',
    connectionId: null,
    line: '',
    direction: 'outgoing',
    currency: 'USD',
    validFrom: '2026-01-01',
    monthly: 3000,
    allowed: true,
  })
  const mobile = await owner.ask.callRates.saveRate({ table, ...rate })
  const report = async (query: Partial<CostQuery> = {}) =>
    owner.ask.callCosts.report({ ...november, by: 'employee', ...query })
  return { office, owner, exchange, table, mobile, report }
}

/** Tells calls as an exchange does, and waits until their costs are known. */
async function take({ office }: TestOffice, exchange: number, told: readonly PbxCall[]): Promise<void> {
  const { exchanges, costing } = office
  for (const call of told) exchanges.taking.call(exchange, call)
  await exchanges.taking.settled()
  await costing.settled()
}

/** All that a long work tells; the last is what was done. */
async function all<Step>(steps: AsyncIterable<Step>): Promise<Step[]> {
  const told: Step[] = []
  for await (const step of steps) told.push(step)
  return told
}

test('a call costs by its rate as soon as it ends, and the report says to whom it belongs', async () => {
  const { office, owner, exchange, report } = await setUp()
  const { id: client } = await owner.ask.clients.create(
    draft('Mekong Rice', { phones: [{ typed: '+855 12 345 678' }] }),
  )
  await take(office, exchange, [
    outgoing(10, '012345678', 61),
    outgoing(11, '012345678', 30),
    outgoing(12, '012345678', 0),
    outgoing(12, '+79161234567', 60),
  ])
  const people = await report()
  expect(people.rows).toMatchObject([
    { name: 'Sokha', calls: 4, talkSeconds: 151, billedSeconds: 180, cost: 18, fixed: 0, unrated: 1 },
  ])
  expect(people.total).toMatchObject({ calls: 4, cost: 18, fixed: 3000, unrated: 1 })
  expect((await report({ by: 'client' })).rows[0]).toMatchObject({
    key: String(client),
    name: 'Mekong Rice',
    cost: 18,
  })
  expect((await report({ by: 'country' })).rows.map(({ key, calls }) => [key, calls])).toEqual([
    ['KH', 3],
    ['RU', 1],
  ])
  expect((await report({ by: 'branch' })).rows[0]).toMatchObject({ key: 'Phnom Penh', cost: 18 })
  expect((await report({ by: 'rate' })).rows[0]!.name).toBe('Mobile – City Telecom')
  const byDay = await report({ by: 'day' })
  expect(byDay.rows.filter((row) => row.calls > 0).map(({ key, cost }) => [key, cost])).toEqual([
    ['2026-11-10', 12],
    ['2026-11-11', 6],
    ['2026-11-12', 0],
  ])
  expect(byDay.rows.reduce((sum, { fixed }) => sum + fixed, 0)).toBe(3000)
  expect((await report({ by: 'month' })).rows).toMatchObject([{ key: '2026-11', cost: 18, fixed: 3000 }])
  expect((await report({ by: 'line', currency: 'USD' })).rows[0]).toMatchObject({ cost: 18, fixed: 3000 })
  expect((await report({ currency: 'EUR' })).total).toMatchObject({ cost: 0, fixed: 0, calls: 4 })
  expect(people.currencies).toEqual(['USD'])
})

test('each number of the report opens the calls it is made of', async () => {
  const { office, owner, exchange } = await setUp()
  await take(office, exchange, [
    outgoing(10, '012345678', 61),
    outgoing(11, '012345679', 300),
    outgoing(12, '+79161234567', 60),
  ])
  const opened = async (more: Partial<CostQuery> & { key?: string; unrated?: boolean }) =>
    (await owner.ask.callCosts.calls({ ...november, by: 'employee', ...more })).rows.map((row) => row.call.to)
  expect(await opened({})).toEqual(['012345679', '012345678', '+79161234567'])
  expect(await opened({ key: String(owner.id) })).toHaveLength(3)
  expect(await opened({ by: 'country', key: 'RU' })).toEqual(['+79161234567'])
  expect(await opened({ by: 'day', key: '2026-11-11' })).toEqual(['012345679'])
  expect(await opened({ unrated: true })).toEqual(['+79161234567'])
  const { rows } = await owner.ask.callCosts.calls({ ...november, by: 'employee' })
  expect(rows[0]).toMatchObject({ cost: 30_000, currency: 'USD', rate: 'Mobile', billedSeconds: 300 })
})

test('a call that an exchange tells once more is reckoned once more', async () => {
  const { office, exchange, report } = await setUp()
  const call = outgoing(10, '012345678', 61)
  await take(office, exchange, [call])
  expect((await report()).total.cost).toBe(12)
  await take(office, exchange, [{ ...call, at: call.at + 1000, talkSeconds: 181 }])
  expect((await report()).total.cost).toBe(24)
})

test('what ended while nobody reckoned is found at the next start', async () => {
  const { office, exchange, report } = await setUp()
  await take(office, exchange, [outgoing(10, '012345678', 61)])
  office.office.connection.raw.exec('UPDATE calls SET cost = NULL, costed_at = NULL')
  expect((await report()).total.cost).toBe(0)
  await office.reopen()
  await office.office.costing.settled()
  const { ask } = await office.owner()
  expect((await ask.callCosts.report({ ...november, by: 'employee' })).total.cost).toBe(12)
})

test('changed rates are reckoned anew for days one chooses, in the log, and taken back', async () => {
  const { office, owner, exchange, report, table, mobile } = await setUp()
  await take(office, exchange, [
    outgoing(10, '012345678', 60),
    outgoing(11, '012345678', 60),
    outgoing(12, '012345678', 0),
  ])
  await owner.ask.callRates.saveRate({ table, ...mobile, price: 9000 })
  expect((await report()).total.cost).toBe(12)
  const days = { from: '2026-11-11', to: '2026-11-30' }
  const told = await all<RecostStep>(await owner.ask.callCosts.reckonAnew(days))
  const ended = told.at(-1)!.ended!
  expect(ended).toMatchObject({ changed: 1, kept: 1, stopped: false })
  expect((await report()).total.cost).toBe(15)
  const [line] = (await owner.ask.log.page({})).rows
  expect(line).toMatchObject({
    action: 'callCosts.reckonAnew',
    changes: [{ after: ['2026-11-11', '2026-11-30'] }, { field: 'callCosts.changed', after: 1 }],
  })
  expect(await owner.ask.callCosts.undoReckoning({ run: ended.run! })).toEqual({ changed: 1, kept: 0 })
  expect((await report()).total.cost).toBe(12)
  expect((await refusal(owner.ask.callCosts.undoReckoning({ run: ended.run! }))).code).toBe('IN_USE')
})

test('a new reckoning that is cancelled keeps what it did, and can be taken back', async () => {
  const { office, owner, exchange, report, table, mobile } = await setUp()
  await take(
    office,
    exchange,
    Array.from({ length: 1100 }, () => outgoing(10, '012345678', 60)),
  )
  await owner.ask.callRates.saveRate({ table, ...mobile, price: 12_000 })
  const before = (await report()).total.cost
  const steps = await owner.ask.callCosts.reckonAnew(november)
  for await (const { done } of steps) if (done > 0) break
  await expect.poll(async () => (await owner.ask.log.page({})).rows[0]?.action).toBe('callCosts.reckonAnew')
  const between = (await report()).total.cost
  expect(between).toBeGreaterThan(before)
  expect(between).toBeLessThan(2 * before)
  await owner.ask.callCosts.undoReckoning({ run: 1 })
  expect((await report()).total.cost).toBe(before)
})

test('who is told hears once when a limit is near, and once when it is crossed', async () => {
  const { office, owner, exchange } = await setUp()
  const boss = await office.person({ rights: ['calls.costs'] })
  const limit = await owner.ask.callCosts.saveLimit({
    userId: owner.id,
    line: null,
    amount: 20,
    currency: 'USD',
    warnAt: 80,
    refuses: true,
    tells: [boss.id],
  })
  const told = async () => (await boss.ask.callCosts.notices()).map(({ kind, spent }) => [kind, spent])
  const here = office.office.reading
  const who = { userId: owner.id, line: null }
  const now = new Date(2026, 10, 20).getTime()
  await take(office, exchange, [outgoing(10, '012345678', 120)])
  expect(await told()).toEqual([])
  await take(office, exchange, [outgoing(11, '012345678', 60)])
  await take(office, exchange, [outgoing(11, '012345678', 0)])
  expect(await told()).toEqual([['near', 18]])
  await refuseBeyondLimit(here, who, now)
  await take(office, exchange, [outgoing(12, '012345678', 60), outgoing(12, '012345678', 60)])
  await take(office, exchange, [outgoing(13, '012345678', 60)])
  expect(await told()).toEqual([
    ['near', 18],
    ['over', 30],
  ])
  expect(await owner.ask.callCosts.notices()).toEqual([])
  const code = 'CALL_LIMIT'
  await expect(refuseBeyondLimit(here, who, now)).rejects.toMatchObject({ code, data: { spent: 36 } })
  await refuseBeyondLimit(here, { ...who, userId: boss.id }, now)
  await refuseBeyondLimit(here, who, new Date(2026, 11, 1).getTime())
  await boss.ask.callCosts.seen({ upTo: (await boss.ask.callCosts.notices()).at(-1)!.id })
  expect(await told()).toEqual([])
  await owner.ask.callCosts.removeLimit({ id: limit.id, removed: true })
  await refuseBeyondLimit(here, who, now)
})

test('the program does not dial for whom the limit is spent, and says how much it was', async () => {
  const { office, owner, exchange } = await setUp()
  await addExchange(office, { ...asteriskAt(1), kind: 'practice', settings: {}, secret: {} } as never, {
    102: owner,
  })
  await expect.poll(() => office.office.exchanges.states().map(({ state }) => state)).toContain('connected')
  await take(office, exchange, [outgoing(10, '012345678', 120)])
  await owner.ask.callCosts.saveLimit({
    userId: owner.id,
    line: null,
    amount: 12,
    currency: 'USD',
    warnAt: 80,
    refuses: true,
    tells: [],
  })
  expect(await refusal(owner.ask.dialling.dial({ number: '012 345 678' }))).toEqual({
    code: 'CALL_LIMIT',
    data: { amount: 12, spent: 12, currency: 'USD' },
  })
  const [limit] = await owner.ask.callCosts.limits()
  expect(limit).toMatchObject({ spent: 12 })
  await owner.ask.callCosts.removeLimit({ id: limit!.id, removed: true })
  expect((await refusal(owner.ask.dialling.dial({ number: '012 345 678' }))).code).toBe('done')
})

test('who is limited to their own calls is told of no others, nor of names or numbers hidden from them', async () => {
  const { office, owner, exchange } = await setUp()
  await owner.ask.clients.create(draft('Mekong Rice', { phones: [{ typed: '+855 12 345 678' }] }))
  await take(office, exchange, [outgoing(10, '012345678', 60)])
  const rights = ['calls.see', 'calls.costs', 'clients.see'] as const
  const own = await office.person({ rights: [...rights], ownOnly: ['calls'] })
  const mine = await own.ask.callCosts.report({ ...november, by: 'employee' })
  expect([mine.total.calls, mine.total.fixed, mine.rows.length]).toEqual([0, 0, 0])
  const blind = await office.person({ rights: [...rights], ownOnly: ['clients'], hidden: ['client.phones'] })
  const clients = await blind.ask.callCosts.report({ ...november, by: 'client' })
  expect(clients.rows.map(({ name, cost }) => [name, cost])).toEqual([['', 6]])
  const { rows } = await blind.ask.callCosts.calls({ ...november, by: 'client' })
  expect(rows[0]!.call).toMatchObject({ client: null })
  expect(rows[0]!.call.number).toBeUndefined()
  const none = await office.person({
    ...everything,
    rights: everything.rights.filter((right) => right !== 'calls.costs'),
  })
  expect((await refusal(none.ask.callCosts.report({ ...november, by: 'day' }))).code).toBe('NO_RIGHT')
})
