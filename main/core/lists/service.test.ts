import { expect, test } from 'vitest'
import type { ListEntry, ListName } from '../../../app/contract/lists.ts'
import { draft, everything, refusal, testOffice } from '../testOffice.ts'

async function begun() {
  const office = await testOffice()
  const { ask } = await office.owner()
  const of = async (list: ListName) => (await ask.lists.all()).entries.filter((one) => one.list === list)
  return { office, ask, of }
}
const plain = ({ list, name, names, tone }: ListEntry) => ({ list, name, names, tone })

test('an entry is added last, renamed, translated, put in order, retired and brought back', async () => {
  const { office, ask, of } = await begun()
  const heard = office.heard()
  const made = await ask.lists.saveEntry({ list: 'category', name: 'Gold', tone: 'good' })
  const before = await of('category')
  expect(before.at(-1)).toEqual(made)
  const renamed = await ask.lists.saveEntry({
    ...plain(made),
    id: made.id,
    name: 'Golden',
    names: { km: 'មាស' },
  })
  expect(renamed).toMatchObject({ id: made.id, name: 'Golden', names: { km: 'មាស' } })
  await ask.lists.orderEntries({ list: 'category', ids: [made.id] })
  expect((await of('category')).map(({ id }) => id)).toEqual([
    made.id,
    ...before.map(({ id }) => id).filter((id) => id !== made.id),
  ])
  expect(await ask.lists.retireEntry({ id: made.id, retired: true })).toMatchObject({ retired: true })
  expect(await ask.lists.retireEntry({ id: made.id, retired: false })).toMatchObject({ retired: false })
  expect((await ask.log.page({ limit: 5 })).rows.map(({ action }) => action)).toEqual([
    'lists.retireEntry',
    'lists.retireEntry',
    'lists.orderEntries',
    'lists.saveEntry',
    'lists.saveEntry',
  ])
  expect(heard.filter(({ type }) => type === 'lists.changed')).toHaveLength(5)
})

test('a name stands in a list once, and an entry stays in its list', async () => {
  const { ask, of } = await begun()
  const [first] = await of('source')
  expect(await refusal(ask.lists.saveEntry({ list: 'source', name: ' RECOMMENDED', tone: 'info' }))).toEqual({
    code: 'NAME_TAKEN',
    data: { name: 'RECOMMENDED' },
  })
  expect(
    await refusal(ask.lists.saveEntry({ ...plain(first!), id: first!.id, list: 'category', name: 'X' })),
  ).toEqual({ code: 'NOT_FOUND' })
  expect(await refusal(ask.lists.saveEntry({ list: 'field.99', name: 'X', tone: 'info' }))).toEqual({
    code: 'NOT_FOUND',
  })
})

test.each(['status', 'category', 'group', 'relation'] as const)(
  'two entries of %s become one, nobody is left without, and it can be undone',
  async (list) => {
    const { office, ask, of } = await begun()
    if (list === 'group')
      for (const name of ['One', 'Two', 'Three']) await ask.lists.saveEntry({ list, name, tone: 'info' })
    const [from, into, third] = (await of(list)).map(({ id }) => id) as [number, number, number]
    const having = (...ids: number[]) =>
      list === 'group'
        ? { groupIds: ids }
        : list === 'relation'
          ? { relationIds: ids }
          : { [`${list}Id`]: ids[0] }
    const many = list === 'group' || list === 'relation'
    const clients = [
      await ask.clients.create(draft('Had it', having(from))),
      await ask.clients.create(draft('Has both', having(from, into))),
      await ask.clients.create(draft('Has the other', having(into))),
      await ask.clients.create(draft('Binned', having(from))),
      await ask.clients.create(draft('Has none of them', having(third))),
    ]
    await ask.clients.bin({ ids: [clients[3]!.id] })
    const now = () =>
      Promise.all(
        clients.map(async ({ id }) => {
          const card = await ask.clients.card({ id })
          if (list === 'group') return card.groupIds
          return list === 'relation' ? card.relationIds : [card[`${list}Id`]]
        }),
      )
    const start = await now()
    const { merge, count } = await ask.lists.mergeEntry({ id: from, into })
    expect(count).toBe(3)
    expect(await now()).toEqual([[into], [into], [into], [into], [third]])
    expect((await of(list)).find(({ id }) => id === from)).toMatchObject({ retired: true })
    expect(office.office.connection.raw.pragma('foreign_key_check')).toEqual([])
    expect(await ask.lists.undoMerge({ merge })).toEqual({ count: 3 })
    expect(await now()).toEqual(many ? start : [[from], [from], [into], [from], [third]])
    expect((await of(list)).find(({ id }) => id === from)).toMatchObject({ retired: false })
    expect(await refusal(ask.lists.undoMerge({ merge }))).toEqual({ code: 'NOT_FOUND' })
  },
)

test('undoing a merge leaves those alone who were given something else since', async () => {
  const { ask, of } = await begun()
  const [from, into, third] = (await of('source')).map(({ id }) => id) as [number, number, number]
  const card = await ask.clients.create(draft('A', { sourceId: from }))
  const { merge } = await ask.lists.mergeEntry({ id: from, into })
  await ask.clients.save({ id: card.id, revision: card.revision, draft: { sourceId: third } })
  await ask.lists.undoMerge({ merge })
  expect(await ask.clients.card({ id: card.id })).toMatchObject({ sourceId: third })
})

test('roles and fields limited to a kind follow it into another and come back with it', async () => {
  const { office, ask, of } = await begun()
  const [, supplier, contractor] = (await of('relation')).map(({ id }) => id) as [number, number, number]
  const steel = await ask.clients.create(draft('Steel', { relationIds: [supplier] }))
  const roof = await ask.clients.create(draft('Roof', { relationIds: [contractor] }))
  const field = await ask.lists.saveField({ type: 'text', name: 'Terms', relationIds: [supplier] })
  const buyer = await office.person({ ...everything, onlyRelations: [supplier] })
  const reached = async () => (await buyer.ask.clients.page({})).rows.map(({ id }) => id)
  const limits = async () => (await ask.lists.all()).fields.find(({ id }) => id === field.id)!.relationIds
  expect(await reached()).toEqual([steel.id])
  const { merge } = await ask.lists.mergeEntry({ id: supplier, into: contractor })
  expect([await reached(), await limits()]).toEqual([[roof.id, steel.id], [contractor]])
  await ask.lists.undoMerge({ merge })
  expect([await reached(), await limits()]).toEqual([[steel.id], [supplier]])
})

test('how many clients have each entry is counted, choices of custom fields too', async () => {
  const { ask, of } = await begun()
  const field = await ask.lists.saveField({ type: 'choice', name: 'Wood' })
  const oak = await ask.lists.saveEntry({ list: `field.${field.id}`, name: 'Oak', tone: 'neutral' })
  const pine = await ask.lists.saveEntry({ list: `field.${field.id}`, name: 'Pine', tone: 'neutral' })
  const [first] = await of('status')
  for (const name of ['A', 'B'])
    await ask.clients.create(draft(name, { statusId: first!.id, custom: { [field.id]: oak.id } }))
  const [client] = await of('relation')
  expect(await ask.lists.uses()).toEqual({ [first!.id]: 2, [oak.id]: 2, [client!.id]: 2 })
  const { merge } = await ask.lists.mergeEntry({ id: oak.id, into: pine.id })
  expect(await ask.lists.uses()).toMatchObject({ [pine.id]: 2 })
  await ask.lists.undoMerge({ merge })
  expect(await ask.lists.uses()).toMatchObject({ [oak.id]: 2 })
})

test('a field keeps its type and its values, whatever becomes of it', async () => {
  const { ask } = await begun()
  const field = await ask.lists.saveField({ type: 'text', name: 'Car' })
  const card = await ask.clients.create(draft('A', { custom: { [field.id]: 'Toyota' } }))
  expect(await refusal(ask.lists.saveField({ id: field.id, type: 'number', name: 'Car' }))).toEqual({
    code: 'IN_USE',
  })
  expect(await refusal(ask.lists.saveField({ type: 'text', name: 'car' }))).toMatchObject({
    code: 'NAME_TAKEN',
  })
  await ask.lists.saveField({ id: field.id, type: 'text', name: 'Vehicle', required: true })
  await ask.lists.retireField({ id: field.id, retired: true })
  expect((await ask.clients.card({ id: card.id })).custom).toEqual({ [field.id]: 'Toyota' })
  const other = await ask.lists.saveField({ type: 'date', name: 'Served' })
  await ask.lists.orderFields({ ids: [other.id] })
  expect((await ask.lists.all()).fields.map(({ name }) => name)).toEqual(['Served', 'Vehicle'])
})

test('target groups and views that ask for an entry ask for the other one, and for it again afterwards', async () => {
  const { ask, of } = await begun()
  const [from, into, third] = (await of('status')).map(({ id }) => id) as [number, number, number]
  const target = (name: string, values: (number | null)[]) =>
    ask.targets.save({
      name,
      shared: true,
      criteria: { text: 'a', all: [{ field: 'status', is: 'one-of', values }] },
    })
  const asks = async () => {
    const stored = await ask.targets.list()
    return Object.fromEntries(
      stored.map(({ name, criteria }) => [
        name,
        criteria.all.map((one) => ('values' in one ? one.values : one.is)),
      ]),
    )
  }
  const shows = async () =>
    (await ask.views.list({ list: 'clients' })).views.map(({ content }) => JSON.parse(content) as unknown)
  const view = (values: number[]) => ({
    state: { sort: [] },
    filters: [
      { field: 'changed', is: 'during', period: 'this-month' },
      { field: 'status', is: 'none-of', values },
      { field: 'source', is: 'one-of', values: [from] },
    ],
  })
  await target('One', [from, null])
  const touched = await target('Both', [into, from])
  await target('Other', [third])
  await ask.views.save({ list: 'clients', name: 'V', shared: false, content: JSON.stringify(view([from])) })
  const foreign = { filters: 'of another version' }
  await ask.views.save({ list: 'clients', name: 'W', shared: false, content: JSON.stringify(foreign) })
  const { merge } = await ask.lists.mergeEntry({ id: from, into })
  expect(await asks()).toEqual({ One: [[into, null]], Both: [[into]], Other: [[third]] })
  expect(await shows()).toEqual([view([into]), foreign])
  // What somebody has changed since is theirs.
  const { own: _own, maker: _maker, ...mine } = touched
  await ask.targets.save({ ...mine, criteria: { text: '', all: [{ field: 'status', is: 'filled' }] } })
  await ask.lists.undoMerge({ merge })
  expect(await asks()).toEqual({ One: [[from, null]], Both: ['filled'], Other: [[third]] })
  expect(await shows()).toEqual([view([from]), foreign])
})

test.each(['begun', 'merging', 'undoing'] as const)(
  'a merge that broke off while it was %s is brought to its end at the next start, and can go on from there',
  async (state) => {
    const { office, ask, of } = await begun()
    for (const name of ['One', 'Two']) await ask.lists.saveEntry({ list: 'group', name, tone: 'info' })
    const [from, into] = (await of('group')).map(({ id }) => id) as [number, number]
    const one = await ask.clients.create(draft('One', { groupIds: [from] }))
    const two = await ask.clients.create(draft('Two', { groupIds: [from] }))
    const both = await ask.clients.create(draft('Both', { groupIds: [from, into] }))
    const { merge } = await ask.lists.mergeEntry({ id: from, into })
    // As it is when the power goes while half of them are written.
    const { raw } = office.office.connection
    raw.exec(`DELETE FROM client_marks WHERE entry_id IN (${from}, ${into})`)
    const half = {
      begun: [
        [one, from],
        [two, from],
        [both, from],
        [both, into],
      ],
      merging: [
        [one, into],
        [two, from],
        [both, into],
      ],
      undoing: [
        [one, from],
        [two, into],
        [both, into],
      ],
    } as const
    const mark = raw.prepare('INSERT INTO client_marks (client_id, entry_id) VALUES (?, ?)')
    for (const [{ id }, entry] of half[state]) mark.run(id, entry)
    // Who has it is not known yet.
    if (state === 'begun')
      raw.exec(
        `UPDATE list_merges SET clients = json_set(clients, '$.had', json('[]'), '$.both', json('[]'))`,
      )
    raw.exec(`UPDATE list_merges SET state = '${state}'`)
    await office.reopen()
    const again = await office.owner()
    const groups = () =>
      Promise.all([one, two, both].map(async ({ id }) => (await again.ask.clients.card({ id })).groupIds))
    if (state !== 'undoing') {
      expect(await groups()).toEqual([[into], [into], [into]])
      await again.ask.lists.undoMerge({ merge })
    }
    expect(await groups()).toEqual([[from], [from], [from, into]])
    expect(await refusal(again.ask.lists.undoMerge({ merge }))).toEqual({ code: 'NOT_FOUND' })
  },
)
