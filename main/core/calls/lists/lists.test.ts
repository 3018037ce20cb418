import { expect, test } from 'vitest'
import { usualRules } from '../../../../app/calling.ts'
import type { CallListDraft } from '../../../../app/contract/callLists.ts'
import { addExchange, asteriskAt, ended, ringing } from '../callsForTests.ts'
import { draft, refusal, testOffice, type Person, type TestOffice } from '../../testOffice.ts'

/** Monday, 23 November 2026, 10:00 in Phnom Penh. */
const monday = Date.UTC(2026, 10, 23, 3)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const callers = {
  rights: ['clients.see', 'clients.edit', 'calls.dial', 'calls.lists', 'calls.export'],
} as const
const list = (more: Partial<CallListDraft> = {}): CallListDraft => ({
  name: 'Autumn offer',
  script: '',
  rules: usualRules,
  callers: [],
  ...more,
})

async function officeWith(
  numbers: readonly string[],
): Promise<{ test: TestOffice; dara: Person; id: number; clients: number[] }> {
  const office = await testOffice()
  office.clock = monday
  const dara = await office.person(callers)
  const clients: number[] = []
  for (const [place, typed] of numbers.entries()) {
    const card = await dara.ask.clients.create(draft(`Client ${place}`, { phones: [{ typed }] }))
    clients.push(card.id)
  }
  const { id } = await dara.ask.callLists.save(list())
  await dara.ask.callLists.add({ id, source: { from: 'clients', target: { filter: {} } } })
  return { test: office, dara, id, clients }
}

const next = async ({ ask }: Person, id: number) => (await ask.callLists.next({ id })).turn

test('clients of a selection come onto a list once, those without a number are told', async () => {
  const { dara, id, clients } = await officeWith(['012 345 678', '012 345 679'])
  await dara.ask.clients.create(draft('No number'))
  const again = await dara.ask.callLists.add({
    id,
    source: { from: 'clients', target: { filter: {}, except: [clients[0]!] } },
  })
  expect(again).toEqual({ added: 0, known: 1, withoutNumber: 1, full: 0 })
  expect(await dara.ask.callLists.one({ id })).toMatchObject({ total: 2, done: 0, due: 2 })
})

test('pasted numbers are recognised: whose they are, and what is none', async () => {
  const { dara, id, clients } = await officeWith(['012 345 678'])
  const target = await dara.ask.targets.save({
    name: 'Everybody',
    shared: false,
    criteria: { text: '', all: [] },
  })
  expect(await dara.ask.callLists.add({ id, source: { from: 'target', target: target.id } })).toMatchObject({
    known: 1,
  })
  const { id: other } = await dara.ask.callLists.save(list({ name: 'Pasted' }))
  const added = await dara.ask.callLists.add({
    id: other,
    source: { from: 'numbers', text: '+855 12 345 678; 017 222 333\nnobody\n012345678' },
  })
  expect(added).toEqual({ added: 2, known: 1, withoutNumber: 1, full: 0 })
  const { rows } = await dara.ask.callLists.entries({ id: other })
  expect(rows.map(({ client, number }) => [client?.id, number])).toEqual([
    [clients[0], '+85512345678'],
    [undefined, '+85517222333'],
  ])
})

test('who called in vain is called back, each once', async () => {
  const { test: office, id } = await officeWith(['012 345 671'])
  const exchange = await addExchange(office, asteriskAt(1, { enabled: false }))
  const { taking } = office.office.exchanges
  for (const [call, from] of [
    ['a', '012345671'],
    ['b', '017222333'],
    ['c', '017222333'],
    ['d', ''],
  ] as const) {
    const rings = ringing(call, from)
    taking.call(exchange, rings)
    taking.call(exchange, ended(rings))
  }
  await expect.poll(() => office.count('calls')).toBe(4)
  const sees = await office.person({ rights: [...callers.rights, 'calls.see'] })
  await expect
    .poll(() => office.office.connection.raw.prepare('SELECT count(*) FROM calls WHERE missed').pluck().get())
    .toBe(4)
  const added = await sees.ask.callLists.add({ id, source: { from: 'missed', since: 0 } })
  expect(added).toEqual({ added: 1, known: 2, withoutNumber: 1, full: 0 })
  const blind = await office.person(callers)
  expect(await refusal(blind.ask.callLists.add({ id, source: { from: 'missed', since: 0 } }))).toMatchObject({
    code: 'NO_RIGHT',
  })
})

test('nobody is given to two, and whoever has one keeps them until there is a result', async () => {
  const { test: office, dara, id } = await officeWith(['012 345 671', '012 345 672', '012 345 673'])
  const maly = await office.person(callers)
  const [first, second] = await Promise.all([next(dara, id), next(maly, id)])
  expect(first!.client!.name).not.toBe(second!.client!.name)
  expect((await next(dara, id))!.id).toBe(first!.id)
  expect(await refusal(maly.ask.callLists.result({ entry: first!.id, result: 'reached' }))).toEqual({
    code: 'IN_USE',
  })
  await dara.ask.callLists.giveBack({ entry: first!.id })
  expect((await next(maly, id))!.id).toBe(second!.id)
  await maly.ask.callLists.result({ entry: second!.id, result: 'reached', note: 'wants two' })
  expect((await next(maly, id))!.id).toBe(first!.id)
})

test('whoever went away with somebody before them does not keep them for ever', async () => {
  const { test: office, dara, id } = await officeWith(['012 345 671'])
  const maly = await office.person(callers)
  await next(dara, id)
  expect(await next(maly, id)).toBeNull()
  office.clock += 2 * HOUR + MINUTE
  expect(await next(maly, id)).toMatchObject({ client: { name: 'Client 0' } })
})

test('who did not answer comes again after the pause, no more often than the rule says', async () => {
  const { test: office, dara, id } = await officeWith(['012 345 671'])
  for (const attempt of [1, 2, 3]) {
    const turn = await next(dara, id)
    expect(turn).toMatchObject({ attempts: attempt - 1 })
    expect(turn!.history).toHaveLength(attempt - 1)
    await dara.ask.callLists.result({ entry: turn!.id, result: 'no_answer', note: `try ${attempt}` })
    expect(await next(dara, id)).toBeNull()
    office.clock += 2 * HOUR
  }
  expect(await dara.ask.callLists.one({ id })).toMatchObject({ done: 1, due: 0, results: { no_answer: 1 } })
})

test('nobody is called at night by their own clock, and one is told when there will be somebody', async () => {
  const { test: office, dara, id } = await officeWith(['+265 999 123 456', '012 345 671'])
  const first = await next(dara, id)
  expect(first!.client!.name).toBe('Client 1')
  expect(first!.zone).toBe('Asia/Phnom_Penh')
  await dara.ask.callLists.result({ entry: first!.id, result: 'reached' })
  const { turn, nextAt } = await dara.ask.callLists.next({ id })
  // It is five in the morning in Blantyre.
  expect([turn, nextAt]).toEqual([null, monday + 4 * HOUR])
  expect(await dara.ask.callLists.one({ id })).toMatchObject({ due: 0 })
  office.clock = monday + 4 * HOUR
  expect((await next(dara, id))!.client!.name).toBe('Client 0')
})

test('who asked to be called at a moment comes first then, to the one who agreed on it', async () => {
  const { test: office, dara, id } = await officeWith(['012 345 671', '012 345 672'])
  const maly = await office.person(callers)
  const first = await next(dara, id)
  const callBackAt = monday + HOUR
  await dara.ask.callLists.result({ entry: first!.id, result: 'call_back', callBackAt, note: 'in an hour' })
  office.clock = callBackAt
  expect((await next(maly, id))!.client!.name).toBe('Client 1')
  expect(await next(dara, id)).toMatchObject({ id: first!.id, agreedFor: callBackAt, note: 'in an hour' })
})

test('a result is taken back whole', async () => {
  const { test: office, dara, id } = await officeWith(['012 345 671'])
  const turn = await next(dara, id)
  const { attempt } = await dara.ask.callLists.result({ entry: turn!.id, result: 'refused', note: 'slip' })
  const maly = await office.person(callers)
  expect(await refusal(maly.ask.callLists.undoResult({ attempt }))).toEqual({ code: 'NOT_FOUND' })
  await dara.ask.callLists.undoResult({ attempt })
  expect(await next(dara, id)).toMatchObject({
    id: turn!.id,
    attempts: 0,
    result: null,
    note: '',
    history: [],
  })
})

test('what was tried stands in the timeline of the client, its note only for those who see notes', async () => {
  const { test: office, dara, id, clients } = await officeWith(['012 345 671'])
  const turn = await next(dara, id)
  await dara.ask.callLists.result({ entry: turn!.id, result: 'reached', note: 'wants a price' })
  const told = async ({ ask }: Person) =>
    (await ask.timeline.page({ id: clients[0]!, kinds: ['series'] })).entries
  expect(await told(dara)).toMatchObject([
    {
      by: dara.name,
      series: { what: 'attempt', list: 'Autumn offer', result: 'reached', note: 'wants a price' },
    },
  ])
  const blind = await office.person({ ...callers, hidden: ['client.notes'] })
  expect(await told(blind)).toMatchObject([{ series: { note: '' } }])
})

test('a paused list gives nobody, a list of some is not for others', async () => {
  const { test: office, dara, id } = await officeWith(['012 345 671'])
  await dara.ask.callLists.setState({ id, state: 'paused' })
  expect(await dara.ask.callLists.next({ id })).toEqual({ turn: null, nextAt: null })
  await dara.ask.callLists.setState({ id, state: 'open' })
  const maly = await office.person(callers)
  await dara.ask.callLists.save(list({ id, callers: [maly.id] }))
  expect(await refusal(dara.ask.callLists.next({ id }))).toEqual({ code: 'NOT_FOUND' })
  expect(await next(maly, id)).not.toBeNull()
})

test('a person who reaches only their own clients is given, shown and told of no others', async () => {
  const { test: office, dara, id } = await officeWith(['012 345 671'])
  const own = await office.person({ rights: callers.rights, ownOnly: ['clients'] })
  expect(await next(own, id)).toBeNull()
  const { rows } = await own.ask.callLists.entries({ id })
  expect(rows).toMatchObject([{ client: null, note: '' }])
  expect(rows[0]).not.toHaveProperty('number')
  const blind = await office.person({ rights: callers.rights, hidden: ['client.phones'] })
  expect((await blind.ask.callLists.entries({ id })).rows[0]).not.toHaveProperty('number')
  expect(
    await refusal(blind.ask.callLists.add({ id, source: { from: 'numbers', text: '012 345 678' } })),
  ).toMatchObject({ code: 'FIELD_HIDDEN' })
  expect(await next(dara, id)).toMatchObject({ number: '+85512345671' })
})

test('results go out as a table that no spreadsheet runs', async () => {
  const { dara, id } = await officeWith(['012 345 671'])
  const turn = await next(dara, id)
  await dara.ask.callLists.result({ entry: turn!.id, result: 'reached', note: '=1+1' })
  const file = await dara.ask.callLists.exported({
    id,
    headings: {
      client: 'Client',
      number: 'Number',
      result: 'Result',
      attempts: 'Attempts',
      last: 'Last',
      by: 'By',
      note: 'Note',
    },
    results: { reached: 'Spoken', no_answer: '', busy: '', call_back: '', refused: '', wrong_number: '' },
  })
  const [headings, row] = (await file.text()).split('\r\n')
  expect(headings).toContain('Client,Number,Result,Attempts,Last,By,Note')
  expect(row).toMatch(/^Client 0,\+85512345671,Spoken,1,2026-11-23 \d\d:\d\d,Person \d+,'=1\+1$/)
})

test('only those are taken off who were never called', async () => {
  const { dara, id } = await officeWith(['012 345 671', '012 345 672'])
  const turn = await next(dara, id)
  await dara.ask.callLists.result({ entry: turn!.id, result: 'busy' })
  const { rows } = await dara.ask.callLists.entries({ id })
  const entries = rows.map((row) => row.id)
  expect(await dara.ask.callLists.takeOff({ id, entries })).toEqual({ count: 1 })
  expect((await dara.ask.callLists.entries({ id, show: 'open' })).rows.map((row) => row.id)).toEqual([
    turn!.id,
  ])
})
