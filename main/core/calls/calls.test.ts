import { expect, test, vi } from 'vitest'
import type { PbxCall } from '../../../app/calls.ts'
import type { LiveCall } from '../../../app/liveCall.ts'
import type { OfficeEvent } from '../../../app/events.ts'
import { PracticeServer } from '../../bridges/pbx/ami/practiceServer.ts'
import { PracticeAsterisk } from '../../bridges/pbx/ami/practice.ts'
import { draft, everything, testOffice, type TestOffice } from '../testOffice.ts'
import { addExchange, answered, asteriskAt, ended, ringing } from './callsForTests.ts'

/** An office with an exchange that tells what the test says. */
async function officeWithCalls() {
  const office = await testOffice()
  const owner = await office.owner()
  const dara = await office.person({ ...everything, rights: ['clients.see', 'calls.see', 'calls.edit'], ownOnly: ['calls'] }) // prettier-ignore
  const exchange = await addExchange(office, asteriskAt(9, { enabled: false }), { 101: dara, 102: owner })
  const { taking } = office.office.exchanges
  const told = async (...calls: PbxCall[]) => {
    for (const call of calls) taking.call(exchange, call)
    await taking.settled()
    await heardByAll()
  }
  return { office, owner, dara, exchange, told }
}

/** Whoever listens has what was told. */
const heardByAll = () => new Promise((resolve) => setImmediate(resolve))

const live = (heard: readonly OfficeEvent[]): LiveCall[] =>
  heard.flatMap((event) => (event.type === 'call.live' ? [event.call] : []))

const client = (office: TestOffice, name: string, phone: string) =>
  office.owner().then(({ ask }) => ask.clients.create({ ...draft(name), phones: [{ typed: phone }] }))

test('a call is kept once however often it is told, with its client and its employee', async () => {
  const { office, owner, dara, told } = await officeWithCalls()
  const mekong = await client(office, 'Mekong Rice', '012 345 678')
  const call = ringing('a1', '+85512345678')
  await told(call)
  expect(await owner.ask.calls.page({})).toMatchObject({
    rows: [{ client: { id: mekong.id }, employee: null, outcome: null, rang: ['101'] }],
  })
  await told(answered(call), ended(answered(call)))
  await told(ended(answered(call)))
  const { rows } = await owner.ask.calls.page({})
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    client: { id: mekong.id, name: 'Mekong Rice' },
    employee: { id: dara.id },
    outcome: 'answered',
    waited: 5_000,
    talked: 60_000,
    missed: false,
  })
  expect(await owner.ask.calls.live()).toEqual([])
})

test.each([
  ['012345678', '+855 12 345 678'],
  ['85512345678', '012 345 678'],
  ['0085512345678', '012/345678'],
  ['4917612345678', '+49 176 12345678'],
  ['1300', '1300'],
])('who calls as %s is the client with the number %s', async (from, phone) => {
  const { office, owner, told } = await officeWithCalls()
  const { id } = await client(office, 'Mekong Rice', phone)
  await client(office, 'Tonle Fish', '+66 2 345 6789')
  await told(ringing('a1', from))
  expect((await owner.ask.calls.page({})).rows[0]?.client).toEqual({ id, name: 'Mekong Rice' })
})

test('a number in another country with the same last digits is somebody else', async () => {
  const { office, owner, told } = await officeWithCalls()
  await client(office, 'Mekong Rice', '+855 12 345 678')
  await told(ringing('a1', '+61412345678'))
  expect((await owner.ask.calls.page({})).rows[0]?.client).toBeNull()
})

test('of several clients with one number none is taken for the caller, and all are told', async () => {
  const { office, owner, told } = await officeWithCalls()
  const two = [await client(office, 'Mekong', '012345678'), await client(office, 'Tonle', '+855 12 345 678')]
  const heard = office.heard(owner)
  await told(ringing('a1', '012345678'))
  expect(live(heard)[0]).toMatchObject({ clientId: null, clients: two.map(({ id }) => ({ id })) })
  const [{ id } = { id: 0 }] = (await owner.ask.calls.page({})).rows
  await owner.ask.calls.save({ id, clientId: two[1]!.id, note: 'asked for a price' })
  // What somebody said stays, whatever the exchange tells then.
  await told(ended(ringing('a1', '012345678')))
  expect(await owner.ask.calls.one({ id })).toMatchObject({
    client: { id: two[1]!.id },
    note: 'asked for a price',
    missed: true,
  })
})

test('a call on the line is told to those at whose telephone it rings and to the board, to nobody else', async () => {
  const { office, owner, dara, told } = await officeWithCalls()
  const stranger = await office.person({ rights: ['calls.see', 'clients.see'] })
  const without = await office.person({ rights: ['clients.see'] })
  const [board, own, none, no] = [owner, dara, stranger, without].map((person) => office.heard(person))
  const call = ringing('a1', '012345678')
  await told(call)
  await told(answered(call))
  await told(ended(answered(call)))
  expect(live(own!).map((told) => [told.own, told.outcome])).toEqual([
    ['rings', null],
    ['talks', null],
    ['before', 'answered'],
  ])
  expect(live(own!)[1]).toMatchObject({ employee: { extension: '101', person: { name: dara.name } } })
  expect(live(board!).map((told) => told.own)).toEqual([null, null, null])
  expect(live(none!)).toEqual([])
  expect(live(no!)).toEqual([])
  expect((await stranger.ask.calls.page({})).rows).toHaveLength(1)
})

test('what a role does not see of clients is not told with a call either', async () => {
  const { office, exchange } = await officeWithCalls()
  const half = await office.person({
    rights: ['clients.see', 'calls.see'],
    hidden: ['client.phones', 'client.discount', 'client.manager'],
  })
  const foreign = await office.person({ rights: ['clients.see', 'calls.see'], ownOnly: ['clients'] })
  const owner = await office.owner()
  await owner.ask.clients.create({ ...draft('Mekong'), phones: [{ typed: '012345678' }], discount: 500 })
  await office.office.exchanges.stop()
  const other = await addExchange(office, asteriskAt(9, { enabled: false }), { 101: half, 102: foreign })
  expect(other).not.toBe(exchange)
  const [heard, heardForeign] = [office.heard(half), office.heard(foreign)]
  const { taking } = office.office.exchanges
  taking.call(other, ringing('a1', '012345678', { ringing: ['101', '102'], rang: ['101', '102'] }))
  await taking.settled()
  await heardByAll()
  const [call] = live(heard)
  expect(call).toMatchObject({ own: 'rings', clients: [{ names: [{ text: 'Mekong' }] }] })
  expect(call).not.toHaveProperty('number')
  expect(call?.clients[0]).not.toHaveProperty('discount')
  expect(call?.clients[0]).not.toHaveProperty('manager')
  expect(live(heardForeign)[0]).toMatchObject({ clients: [], clientId: null, number: '012345678' })
  expect((await half.ask.calls.page({})).rows[0]).not.toHaveProperty('number')
  await expect(half.ask.calls.page({ number: '012345678' })).rejects.toMatchObject({ code: 'FIELD_HIDDEN' })
})

test('who is limited to their own calls reaches no others', async () => {
  const { dara, told } = await officeWithCalls()
  await told(ended(ringing('a1', '012345678', { rang: ['102'], ringing: [] })))
  await told(ended(ringing('a2', '012999999')))
  const { rows } = await dara.ask.calls.page({})
  expect(rows.map(({ number }) => number)).toEqual(['012999999'])
  const other = rows[0]!.id - 1
  await expect(dara.ask.calls.one({ id: other })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(dara.ask.calls.save({ id: other, note: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a call that goes into another leaves one, with what was written on both', async () => {
  const { office, owner, told } = await officeWithCalls()
  const asked = ringing('b1', '102', { direction: 'internal', from: '102', to: '101' })
  await told(ringing('a1', '012345678', { rang: ['102'] }), asked)
  const part = (await owner.ask.calls.page({})).rows.find(({ direction }) => direction === 'internal')!
  await owner.ask.calls.save({ id: part.id, note: 'asked Dara' })
  const heard = office.heard(owner)
  await told({ ...asked, ringing: [], endedAt: asked.at + 1, partOf: 'a1' })
  const { rows } = await owner.ask.calls.page({})
  expect(rows.map(({ number, note }) => [number, note])).toEqual([['012345678', 'asked Dara']])
  expect(live(heard)).toMatchObject([{ id: part.id, partOf: rows[0]!.id }])
  await told({ ...asked, ringing: [], endedAt: asked.at + 1, partOf: 'a1' })
  expect((await owner.ask.calls.page({})).rows).toHaveLength(1)
})

test('fifty calls at once cost one commit, and none is lost or told to the wrong person', async () => {
  const { office, owner, dara, told } = await officeWithCalls()
  const [board, own] = [office.heard(owner), office.heard(dara)]
  const calls = Array.from({ length: 50 }, (_, number) => {
    const extension = number % 2 === 0 ? '101' : '102'
    return ringing(`a${number}`, `0123456${10 + number}`, { ringing: [extension], rang: [extension] })
  })
  await told(...calls)
  expect(live(board)).toHaveLength(50)
  expect(live(own)).toHaveLength(25)
  expect(office.count('calls')).toBe(50)
  // What came together is written together.
  expect(board.filter(({ type }) => type === 'call.changed')).toHaveLength(1)
})

test('what cannot be kept as it came is cut, and keeps nobody else from being kept', async () => {
  const { office, owner, told } = await officeWithCalls()
  const flood = Array.from({ length: 500 }, () => 'x'.repeat(1000))
  await told(
    ringing('a1', '9'.repeat(5000), { fromName: '\0'.repeat(9000), rang: flood }),
    ringing('a2', '012'),
  )
  await told(ringing('a3', '', { startedAt: Number.NaN }), ringing('a4', '013'))
  expect((await owner.ask.calls.page({})).rows.map(({ number }) => number?.slice(0, 3)).sort()).toEqual([
    '012',
    '013',
    '999',
  ])
  expect(office.count('calls')).toBe(3)
})

test('calls that were on the line when an exchange was put out of use are over', async () => {
  const { office, told } = await officeWithCalls()
  await told(ringing('a1', '012345678'))
  await office.reopen()
  await office.office.exchanges.taking.settled()
  expect((await (await office.owner()).ask.calls.page({})).rows[0]).toMatchObject({ outcome: 'unknown' })
})

test('over the wire: Asterisk rings, and the pop-up has it', async () => {
  const server = new PracticeServer()
  const port = await server.listen()
  const office = await testOffice()
  const owner = await office.owner()
  const mekong = await client(office, 'Mekong Rice', '012 345 678')
  const heard = office.heard(owner)
  await addExchange(office, asteriskAt(port), { 101: owner })
  await vi.waitFor(async () =>
    expect(await owner.ask.telephone.states()).toMatchObject([{ state: 'connected', problem: null }]),
  )
  const pbx = new PracticeAsterisk()
  pbx.at(1)
  pbx.rings(pbx.comesIn('012345678', '023900100'), '101')
  for (const { text } of pbx.said) server.say(text)
  await vi.waitFor(() => expect(live(heard).some(({ own }) => own === 'rings')).toBe(true))
  expect(live(heard).find(({ own }) => own === 'rings')).toMatchObject({ clientId: mekong.id })
  expect(await owner.ask.calls.live()).toMatchObject([{ own: 'rings', clientId: mekong.id }])
  server.cut()
  await vi.waitFor(async () =>
    expect(await owner.ask.telephone.states()).toMatchObject([{ state: 'waiting', problem: 'lost' }]),
  )
  await server.close()
  await office.office.exchanges.stop()
})
