import { beforeEach, expect, test } from 'vitest'
import type { Condition } from '../../../../app/criteria.ts'
import { insertTestCalls, type CallForTest } from '../../../../db/calls/callsForTests.ts'
import { insertRating } from '../../../../db/calls/ratings.ts'
import { at, draft, refusal, testOffice, type Person, type TestOffice } from '../../testOffice.ts'

let office: TestOffice
let owner: Person
/** A Monday, at nine by this computer's clock. */
const monday = new Date(2026, 10, 2, 9).getTime()
const hour = 3_600_000
const day = 24 * hour

beforeEach(async () => {
  office = await testOffice()
  owner = await office.owner()
})

async function add(...calls: CallForTest[]): Promise<number[]> {
  const ids = await office.office.writing.transaction().execute((trx) => insertTestCalls(trx, calls))
  office.office.tell({ type: 'call.changed', ids })
  return ids
}

const where = (...conditions: Condition[]) => ({ filter: { conditions } })

test('the history is found, ordered and counted by any field', async () => {
  const { id: mekong } = await owner.ask.clients.create(
    draft('Mekong Rice', { phones: [{ typed: '012 345 678' }] }),
  )
  const [first, second, third] = await add(
    { at: monday, number: '012 345 678', client: mekong, talk: 90_000, tags: ['order'], city: 'Takeo' },
    { at: monday + hour, number: '+44 20 7946 0958', wait: 31_000, country: 'GB', note: 'asked twice' },
    { at: monday + day, direction: 'outgoing', number: '011 222 333', talk: 5000, tags: ['order', 'price'] },
  )
  const ids = async (input: Parameters<typeof owner.ask.callHistory.table>[0]) =>
    (await owner.ask.callHistory.table(input)).rows.map(({ id }) => id)
  expect(await ids({})).toEqual([first, second, third])
  expect(await ids({ order: [{ field: 'start', descending: true }] })).toEqual([third, second, first])
  expect(await ids({ order: [{ field: 'talk', descending: true }] })).toEqual([first, third, second])
  expect(await ids({ filter: { text: 'mekong' } })).toEqual([first])
  expect(await ids({ filter: { text: '345678' } })).toEqual([first])
  expect(await ids({ filter: { text: '+855 12 345 678' } })).toEqual([first])
  expect(await ids(where({ field: 'number', is: 'begins', text: '011' }))).toEqual([third])
  expect(await ids(where({ field: 'note', is: 'contains', text: 'twice' }))).toEqual([second])
  expect(await ids(where({ field: 'tags', is: 'one-of', values: ['price'] }))).toEqual([third])
  expect(await ids(where({ field: 'waitLength', is: 'one-of', values: [30] }))).toEqual([second])
  expect(await ids(where({ field: 'wait', is: 'between', from: 31_000 }))).toEqual([second])
  expect(
    await ids(
      where({ field: 'weekday', is: 'one-of', values: [1] }, { field: 'hour', is: 'one-of', values: [10] }),
    ),
  ).toEqual([second])
  expect(await ids(where({ field: 'start', is: 'between', from: '2026-11-03', to: '2026-11-03' }))).toEqual([
    third,
  ])
  expect(await ids(where({ field: 'outcome', is: 'one-of', values: ['missed'] }))).toEqual([second])

  const { groups, clients, count } = await owner.ask.callHistory.groups({
    by: [{ field: 'client' }],
    totals: ['talk'],
    first: 'most',
  })
  expect(count).toBe(3)
  expect(groups).toEqual([
    { key: [null], count: 2, totals: [{ field: 'talk', sum: 5000 }] },
    { key: [mekong], count: 1, totals: [{ field: 'talk', sum: 90_000 }] },
  ])
  expect(clients).toEqual([{ id: mekong, name: 'Mekong Rice' }])
  const heat = await owner.ask.callHistory.groups({ by: [{ field: 'weekday' }, { field: 'hour' }] })
  expect(heat.groups.map(({ key }) => key)).toEqual([
    [1, 9],
    [1, 10],
    [2, 9],
  ])
})

test('who sees only their own calls, or no numbers, neither finds nor counts more', async () => {
  const operator = await office.person({
    rights: ['calls.see', 'calls.edit', 'calls.dial'],
    ownOnly: ['calls'],
  })
  const blind = await office.person({ rights: ['calls.see', 'clients.see'], hidden: ['client.phones'] })
  const { id: client } = await owner.ask.clients.create(draft('Mekong'))
  const [own, others] = await add(
    { at: monday, number: '012 345 678', client, rang: [operator.id] },
    { at: monday + hour, number: '012 345 678', client, talk: 1000 },
  )
  expect((await operator.ask.callHistory.table({})).rows.map(({ id }) => id)).toEqual([own])
  expect((await operator.ask.callHistory.groups({ by: [{ field: 'outcome' }] })).count).toBe(1)
  expect((await operator.ask.callHistory.missed()).callers.map(({ callId }) => callId)).toEqual([own])
  expect((await refusal(operator.ask.callHistory.claim({ callId: others!, claimed: true }))).code).toBe(
    'NOT_FOUND',
  )
  const { rows } = await blind.ask.callHistory.table({})
  expect(rows.map(({ number, country }) => [number, country])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ])
  expect((await blind.ask.callHistory.table({ filter: { text: '345678' } })).total).toBe(0)
  expect(
    await refusal(blind.ask.callHistory.table(where({ field: 'number', is: 'begins', text: '012' }))),
  ).toMatchObject({
    code: 'FIELD_HIDDEN',
  })
  expect((await refusal(blind.ask.callHistory.groups({ by: [{ field: 'city' }] }))).code).toBe('FIELD_HIDDEN')
  expect((await refusal(blind.ask.callHistory.groups({ by: [{ field: 'note' }] }))).code).toBe(
    'UNKNOWN_FIELD',
  )
})

test('groups, choices and sums name only clients whom the person reaches', async () => {
  const keeper = await office.person({ rights: ['calls.see', 'clients.see'], ownOnly: ['clients'] })
  const [supplier, buyer] = (await owner.ask.lists.all()).entries.flatMap(({ id, list }) =>
    list === 'relation' ? [id] : [],
  )
  const purchaser = await office.person({
    rights: ['calls.see', 'clients.see'],
    onlyRelations: [supplier!],
  })
  const { id: kept } = await owner.ask.clients.create(
    draft('Kept', { managerId: keeper.id, relationIds: [buyer!] }),
  )
  const { id: supplies } = await owner.ask.clients.create(draft('Supplies', { relationIds: [supplier!] }))
  await add(
    { at: monday, number: '012 345 678', client: kept },
    { at: monday, number: '1', client: supplies },
  )
  for (const [person, name] of [
    [keeper, 'Kept'],
    [purchaser, 'Supplies'],
  ] as const) {
    const { callHistory } = person.ask
    const asked = await Promise.all([
      callHistory.groups({ by: [{ field: 'client' }] }),
      callHistory.choices({ field: 'client' }),
      callHistory.summary({ by: { field: 'client' } }),
    ])
    expect(asked.map(({ clients }) => clients.map((client) => client.name))).toEqual([[name], [name], [name]])
  }
})

test('missed calls of one caller are one line, which one person takes on and which goes when it is returned', async () => {
  const other = await office.person({ rights: ['calls.see', 'calls.edit', 'calls.dial'] })
  const { id: client } = await owner.ask.clients.create(draft('Mekong'))
  const [, , last, alone] = await add(
    { at: monday, number: '012 345 678', wait: 9000 },
    { at: monday + 60_000, number: '012 345 678', client },
    { at: monday + 120_000, number: '099 111 222', client },
    { at: monday + hour, number: '011 222 333' },
    { at: monday + hour, number: '' },
  )
  const { callers, total } = await owner.ask.callHistory.missed()
  expect(total).toBe(2)
  expect(callers).toMatchObject([
    { callId: last, count: 3, waited: 9000, firstAt: monday, client: { id: client }, claim: null },
    { callId: alone, count: 1, number: '011 222 333', client: null },
  ])
  await owner.ask.callHistory.claim({ callId: last!, claimed: true })
  expect(await refusal(other.ask.callHistory.claim({ callId: last!, claimed: true }))).toMatchObject({
    code: 'CLAIMED',
    data: { by: owner.name },
  })
  expect((await other.ask.callHistory.missed()).callers[0]!.claim).toMatchObject({ name: owner.name })
  // Forgotten, it ends by itself.
  office.clock += 31 * 60_000
  await other.ask.callHistory.claim({ callId: last!, claimed: true })

  await other.ask.callHistory.returned({ callId: last!, returned: true })
  expect((await owner.ask.callHistory.missed()).callers.map(({ callId }) => callId)).toEqual([alone])
  expect((await owner.ask.calls.one({ id: last! })).returnedBy).toBe(other.name)
  expect((await refusal(owner.ask.callHistory.returned({ callId: last!, returned: true }))).code).toBe(
    'NOT_FOUND',
  )
  await owner.ask.callHistory.returned({ callId: last!, returned: false })
  expect((await owner.ask.callHistory.missed()).callers[0]).toMatchObject({ callId: last, count: 3 })
  const { rows } = await owner.ask.log.page({ action: 'callHistory.returned' })
  expect(rows).toHaveLength(2)
})

test('figures by a field say what calls come to, and a file of them has no formula', async () => {
  const operator = await office.person({ rights: ['calls.see'] })
  await add(
    { at: monday, user: owner.id, number: '012 345 678', wait: 4000, talk: 60_000 },
    { at: monday + 1, user: owner.id, number: '012 345 679', wait: 6000, talk: 0 },
    {
      at: monday + 2,
      user: operator.id,
      direction: 'outgoing',
      number: '011 222 333',
      talk: 30_000,
      note: '=1+1',
    },
  )
  const { all, rows } = await owner.ask.callHistory.summary({ by: { field: 'employee' } })
  expect(all).toEqual({
    calls: 3, incoming: 2, outgoing: 1, answered: 2, missed: 1, waiting: 1, wait: 10_000, talk: 90_000,
    rated: 0, stars: 0, cost: [],
  }) // prettier-ignore
  expect(rows.map(({ key, calls, talk }) => [key, calls, talk])).toEqual([
    [owner.id, 2, 60_000],
    [operator.id, 1, 30_000],
  ])
  const asked: Parameters<typeof owner.ask.callHistory.export>[0] = {
    format: 'csv',
    fields: ['number', 'outcome', 'talk', 'note'],
    language: 'en',
  }
  const { id, count } = await owner.ask.callHistory.export(asked)
  expect(count).toBe(3)
  const text = await (await owner.ask.callHistory.exported({ id, offset: 0 })).text()
  expect(text.split('\r\n')).toEqual([
    'Number,Outcome,Talk,Note',
    '012 345 678,Answered,0:01:00,',
    '012 345 679,Missed,0:00:00,',
    "011 222 333,Answered,0:00:30,'=1+1",
    '',
  ])
  expect((await refusal(operator.ask.callHistory.export(asked))).code).toBe('NO_RIGHT')
  expect((await owner.ask.log.page({ action: 'callHistory.export' })).rows).toHaveLength(1)
})

test('calls stand in the timeline of their client, go with a merge and come back with its undoing', async () => {
  const blind = await office.person({ rights: ['clients.see'] })
  const kept = await owner.ask.clients.create(draft('Mekong'))
  const other = await owner.ask.clients.create(draft('Mekong Ltd'))
  const [call, alone] = await add(
    { at: monday, number: '012 345 678', client: other.id, talk: 60_000, note: 'asked for a price' },
    { at: monday + hour, number: '011 222 333', client: kept.id },
  )
  const callsOf = async (person: Person, id: number) =>
    (await person.ask.timeline.page({ id, kinds: ['call'] })).entries.flatMap((entry) =>
      entry.kind === 'call' ? [entry.call.id] : [],
    )
  expect(await callsOf(owner, other.id)).toEqual([call])
  expect(await callsOf(blind, other.id)).toEqual([])
  const countOf = async (client: number) =>
    (await owner.ask.callHistory.table(where({ field: 'client', is: 'one-of', values: [client] }))).total
  expect([await countOf(kept.id), await countOf(other.id)]).toEqual([1, 1])

  const { merge } = await owner.ask.duplicates.merge({ keep: kept.id, cards: [at(kept), at(other)] })
  expect(await callsOf(owner, kept.id)).toEqual([alone, call])
  expect([await countOf(kept.id), await countOf(other.id)]).toEqual([2, 0])
  await owner.ask.duplicates.undo({ id: kept.id, merge })
  expect(await callsOf(owner, kept.id)).toEqual([alone])
  expect([await countOf(kept.id), await countOf(other.id)]).toEqual([1, 1])
})

test('what calls cost and how clients rated them is found, added up and rounded once, by those who may see it', async () => {
  const [first, second, third] = await add(
    { at: monday, number: '012 345 678', direction: 'outgoing', talk: 60_000, user: owner.id },
    { at: monday + hour, number: '012 345 678', direction: 'outgoing', talk: 60_000, user: owner.id },
    { at: monday + day, number: '011 222 333', talk: 5000, user: owner.id },
  )
  const byEmployee = { by: { field: 'employee' } }
  // The columns are read before anything has a price.
  expect((await owner.ask.callHistory.summary(byEmployee)).all).toMatchObject({ rated: 0, cost: [] })
  await office.office.writing.transaction().execute(async (trx) => {
    const at = { cost_currency: 'USD', costed_at: monday }
    const costed = (id: number, cost: number) =>
      trx
        .updateTable('calls')
        .set({ cost, ...at })
        .where('id', '=', id)
        .execute()
    await costed(first!, 1300)
    await costed(second!, 1300)
    for (const [call, stars] of [[first!, 5], [second!, 2]] as const)
      await insertRating(trx, {
        call_id: call, client_id: null, user_id: owner.id, via: 'link', stars, words: '', at: monday,
      }) // prettier-ignore
  })
  office.office.callColumns.changedInPlace([first!, second!])

  const { all, rows } = await owner.ask.callHistory.summary(byEmployee)
  expect(all).toMatchObject({ rated: 2, stars: 7, cost: [{ amount: 3, currency: 'USD' }] })
  expect(rows[0]).toMatchObject({ key: owner.id, rated: 2, stars: 7 })
  const table = await owner.ask.callHistory.table({
    order: [{ field: 'cost', descending: true }, { field: 'start' }],
  })
  expect(table.rows.map(({ id, cost, rating }) => [id, cost?.fine, rating])).toEqual([
    [first, 1300, [5]],
    [second, 1300, [2]],
    [third, undefined, []],
  ])
  const bad = await owner.ask.callHistory.table(where({ field: 'rating', is: 'one-of', values: [1, 2] }))
  expect(bad.rows.map(({ id }) => id)).toEqual([second])

  const clerk = await office.person({ rights: ['calls.see'] })
  const seen = await clerk.ask.callHistory.summary(byEmployee)
  expect(seen.all).not.toHaveProperty('cost')
  expect(seen.all).not.toHaveProperty('rated')
  const [row] = (await clerk.ask.callHistory.table({})).rows
  expect(row).not.toHaveProperty('cost')
  expect(row).not.toHaveProperty('rating')
  expect(await clerk.ask.calls.one({ id: first! })).not.toHaveProperty('cost')
  expect(
    (await refusal(clerk.ask.callHistory.table({ order: [{ field: 'cost', descending: true }] }))).code,
  ).toBe('FIELD_HIDDEN')
  expect((await refusal(clerk.ask.callHistory.summary({ by: { field: 'rating' } }))).code).toBe(
    'FIELD_HIDDEN',
  )
})
