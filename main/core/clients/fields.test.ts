import { expect, test } from 'vitest'
import type { ClientDraft } from '../../../app/contract/clients.ts'
import type { FieldType, ListName } from '../../../app/contract/lists.ts'
import { at, draft, everything, refusal, testOffice, type TestOffice } from '../testOffice.ts'

async function begun() {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { entries } = await ask.lists.all()
  const entry = (list: ListName, place = 0) => entries.filter((one) => one.list === list)[place]!.id
  const field = (type: FieldType, more = {}) => ask.lists.saveField({ name: `A ${type}`, type, ...more })
  return { office, ask, entry, field }
}

const group = async (office: TestOffice, name: string) =>
  (await (await office.owner()).ask.lists.saveEntry({ list: 'group', name, tone: 'info' })).id

test('everything a card can hold is kept, found again and told in the log', async () => {
  const { office, ask, entry, field } = await begun()
  const [vip, choir] = [await group(office, 'VIP'), await group(office, 'Choir')]
  const text = await field('text')
  const made = await ask.clients.create(
    draft('Mekong Rice', {
      relationIds: [entry('relation', 1), entry('relation')],
      categoryId: entry('category', 1),
      sourceId: entry('source', 2),
      groupIds: [vip, choir],
      priceListId: entry('price'),
      discount: 750,
      bonusCard: 'B-77',
      creditLimit: { amount: 500_000, currency: 'USD' },
      birthday: '--02-29',
      messengers: [{ network: 'Telegram', address: '@mekong' }],
      socialPages: [{ network: 'Facebook', address: 'https://facebook.com/mekong' }],
      addresses: [
        { city: 'Phnom Penh', language: 'en' },
        { city: 'ភ្នំពេញ', language: 'km' },
      ],
      notes: 'by hand',
      otherNotes: [{ text: 'ដោយដៃ', language: 'km' }],
      custom: { [text.id]: 'Toyota' },
    }),
  )
  expect(made).toMatchObject({
    // In the order of the list, not in that in which they were ticked.
    relationIds: [entry('relation'), entry('relation', 1)],
    groupIds: [vip, choir],
    discount: 750,
    creditLimit: { amount: 500_000, currency: 'USD' },
    birthday: '--02-29',
    custom: { [text.id]: 'Toyota' },
    addresses: [
      { city: 'Phnom Penh', language: 'en' },
      { city: 'ភ្នំពេញ', language: 'km' },
    ],
  })
  await office.reopen()
  const again = (await office.owner()).ask
  expect(await again.clients.card({ id: made.id })).toEqual(made)
  expect((await again.clients.page({})).rows[0]).toMatchObject({
    relationIds: made.relationIds,
    groupIds: [vip, choir],
    discount: 750,
    bonusCard: 'B-77',
    birthday: '--02-29',
    custom: { [text.id]: 'Toyota' },
  })
  expect(await again.clients.search({ text: 'B-77' })).toMatchObject([{ id: made.id, foundBy: 'B-77' }])

  // What is left out stays; of custom values only what is given changes.
  const saved = await again.clients.save({
    ...at(made),
    draft: { custom: { [text.id]: null }, discount: null },
  })
  expect(saved).toMatchObject({ custom: {}, discount: null, bonusCard: 'B-77', groupIds: [vip, choir] })
  const [entry1] = await again.log.of({ type: 'client', id: made.id })
  expect(entry1!.changes).toEqual([
    { field: 'client.discount', before: 750, after: null },
    { field: `client.custom.${text.id}`, before: 'Toyota', after: null },
  ])
})

test('who is not said to be anything counts as a client; nothing at all can be said too', async () => {
  const { ask, entry } = await begun()
  expect(await ask.clients.create(draft('A'))).toMatchObject({ relationIds: [entry('relation')] })
  expect(await ask.clients.create(draft('B', { relationIds: [] }))).toMatchObject({ relationIds: [] })
})

test('an entry of another list, or of none, is refused and nothing is written', async () => {
  const { office, ask, entry } = await begun()
  for (const wrong of [
    { categoryId: entry('source') },
    { statusId: entry('category') },
    { groupIds: [entry('relation')] },
    { relationIds: [9999] },
    { custom: { 77: 'no such field' } },
  ] satisfies Partial<ClientDraft>[])
    expect(await refusal(ask.clients.create(draft('A', wrong)))).toEqual({ code: 'NOT_FOUND' })
  expect(office.count('clients')).toBe(0)
})

test('a custom value has to fit its field', async () => {
  const { ask, field } = await begun()
  const fields = Object.fromEntries(
    await Promise.all(
      (['text', 'number', 'money', 'date', 'yes-no', 'link'] as const).map(
        async (type) => [type, (await field(type)).id] as const,
      ),
    ),
  )
  const choice = await field('choice')
  const [oak, pine] = [
    await ask.lists.saveEntry({ list: `field.${choice.id}`, name: 'Oak', tone: 'neutral' }),
    await ask.lists.saveEntry({ list: 'group', name: 'Pine', tone: 'neutral' }),
  ]
  const bad: [number, NonNullable<ClientDraft['custom']>[string]][] = [
    [fields.number!, 'seven'],
    [fields.date!, '2026-02-30'],
    [fields.link!, 'javascript:alert(1)'],
    [fields['yes-no']!, 1],
    [fields.money!, 5],
    [fields.text!, false],
  ]
  for (const [id, value] of bad)
    expect(await refusal(ask.clients.create(draft('A', { custom: { [id]: value } })))).toMatchObject({
      code: 'BAD_VALUE',
      data: { field: `client.custom.${id}` },
    })
  expect(await refusal(ask.clients.create(draft('A', { custom: { [choice.id]: pine.id } })))).toEqual({
    code: 'NOT_FOUND',
  })
  const custom = { [choice.id]: oak.id, [fields.number!]: 1.5, [fields['yes-no']!]: false }
  expect(await ask.clients.create(draft('A', { custom }))).toMatchObject({ custom })
})

test('a field that is asked for is asked of those who have it, and not of who only changes something else', async () => {
  const { office, ask, entry, field } = await begun()
  const old = await ask.clients.create(draft('Old', { relationIds: [entry('relation', 1)] }))
  const terms = await field('text', { relationIds: [entry('relation', 1)], required: true })
  const data = { field: `client.custom.${terms.id}`, name: 'A text' }
  const supplier = { relationIds: [entry('relation', 1)] }
  expect(await refusal(ask.clients.create(draft('New', supplier)))).toEqual({ code: 'FIELD_REQUIRED', data })
  await ask.clients.create(draft('Client'))
  const changed = await ask.clients.save({ ...at(old), draft: { notes: 'still quick' } })
  expect(await refusal(ask.clients.save({ ...at(changed), draft: supplier }))).toEqual({
    code: 'FIELD_REQUIRED',
    data,
  })
  const blind = await office.person({ ...everything, hidden: [`client.custom.${terms.id}`] })
  await blind.ask.clients.create(draft('By whom it is hidden', supplier))
  await ask.lists.retireField({ id: terms.id, retired: true })
  await ask.clients.create(draft('New', supplier))
})

test('a custom field that is hidden is nowhere for that role', async () => {
  const { office, ask, field } = await begun()
  const secret = await field('text')
  const name = `client.custom.${secret.id}` as const
  const made = await ask.clients.create(draft('A', { custom: { [secret.id]: 'gold' } }))
  const blind = (await office.person({ ...everything, hidden: [name] })).ask
  expect((await blind.clients.card({ id: made.id })).custom).toEqual({})
  expect((await blind.clients.page({})).rows[0]!.custom).toEqual({})
  expect((await blind.lists.all()).fields).toEqual([])
  expect(
    await refusal(blind.clients.save({ ...at(made), draft: { custom: { [secret.id]: 'iron' } } })),
  ).toEqual({ code: 'FIELD_HIDDEN', data: { field: name } })
  const saved = await blind.clients.save({ ...at(made), draft: { notes: 'x' } })
  expect((await ask.clients.card({ id: saved.id })).custom).toEqual({ [secret.id]: 'gold' })
  const log = await blind.log.of({ type: 'client', id: made.id })
  expect(log.flatMap(({ changes }) => changes.map((change) => change.field))).not.toContain(name)
})

test('who is limited to suppliers reaches no other, wherever they ask, and makes suppliers', async () => {
  const { office, ask, entry } = await begun()
  const supplier = entry('relation', 1)
  const [theirs, other] = [
    await ask.clients.create(draft('Steel', { relationIds: [supplier, entry('relation')], code: 'S1' })),
    await ask.clients.create(draft('Steel Lover', { code: 'S2' })),
  ]
  const buyer = await office.person({ ...everything, onlyRelations: [supplier] })
  const limited = buyer.ask
  expect(await limited.clients.page({})).toMatchObject({ total: 1, rows: [{ id: theirs.id }] })
  expect((await limited.clients.search({ text: 'steel' })).map(({ id }) => id)).toEqual([theirs.id])
  expect(await limited.clients.search({ text: 'S2' })).toEqual([])
  expect(await refusal(limited.clients.card({ id: other.id }))).toEqual({ code: 'NOT_FOUND' })
  expect(await refusal(limited.clients.save({ ...at(other), draft: { notes: 'x' } }))).toEqual({
    code: 'NOT_FOUND',
  })
  expect(await limited.clients.bin({ ids: [other.id] })).toEqual({ count: 0 })
  const told = (await limited.log.page({})).rows.flatMap(({ subject }) =>
    subject?.type === 'client' ? [subject.id] : [],
  )
  expect([...new Set(told)]).toEqual([theirs.id])
  const made = await limited.clients.create(draft('Copper'))
  expect(made.relationIds).toEqual([supplier])
  // Nobody hands out more than they reach.
  expect(
    await refusal(
      limited.staff.saveRole({ name: 'All', grant: { rights: ['clients.see'], ownOnly: [], hidden: [] } }),
    ),
  ).toMatchObject({ code: 'NO_RIGHT' })
  // Two roles reach what either reaches; one without a limit reaches all.
  const both = await office.person(
    { rights: ['clients.see'], onlyRelations: [supplier] },
    { rights: [], onlyRelations: [] },
  )
  expect((await both.ask.clients.page({})).total).toBe(3)
})

test('in which languages clients should have a name is the office’s to say, and stands in the log', async () => {
  const { ask } = await begun()
  const { office } = await ask.session.account()
  expect(office.nameLanguages).toEqual([])
  const { company, country, currency, language } = office
  await ask.office.save({ company, country, currency, language, nameLanguages: ['km', 'en'] })
  expect((await ask.session.account()).office.nameLanguages).toEqual(['km', 'en'])
  expect((await ask.log.page({ limit: 1 })).rows[0]!.changes).toEqual([
    { field: 'office.nameLanguages', before: null, after: ['km', 'en'] },
  ])
})
