import { expect, test } from 'vitest'
import type { ClientCard, ClientDraft, ClientPageRequest } from '../../../app/contract/clients.ts'
import type { HideableField } from '../../../app/rights.ts'
import { at, draft, everything, refusal, testOffice } from '../testOffice.ts'

const full = draft('Mekong Rice', {
  code: 'MR-1',
  statusId: 2,
  phones: [{ typed: '012 345 678', label: 'office' }],
  emails: [{ address: 'sales@mekong.example' }],
  addresses: [{ city: 'Battambang', country: 'KH' }],
  contacts: [{ name: 'Vuthy', position: 'buyer' }],
  notes: 'Pays late',
  otherNotes: [{ text: 'Zahlt spät', language: 'de' }],
  discount: 500,
  bonusCard: 'B-77',
  creditLimit: { amount: 100_00, currency: 'USD' },
  birthday: '1990-01-31',
  messengers: [{ network: 'Telegram', address: '@mekong' }],
  socialPages: [{ network: 'Facebook', address: 'fb.example/mekong' }],
})

/** What each hidden field is called on the card, in a row, and how it could be found, filtered, sorted or changed. */
interface Hidden {
  field: HideableField
  card: keyof ClientCard
  row?: string
  text?: string
  change: Partial<ClientDraft>
  page?: Partial<ClientPageRequest>[]
}
const hidden: Hidden[] = [
  { field: 'client.phones', card: 'phones', row: 'phone', text: '012345678', change: { phones: [] } },
  {
    field: 'client.emails',
    card: 'emails',
    row: 'email',
    text: 'sales@mekong.example',
    change: { emails: [] },
  },
  {
    field: 'client.addresses',
    card: 'addresses',
    row: 'city',
    change: { addresses: [] },
    page: [{ order: [{ field: 'city', descending: false }] }],
  },
  { field: 'client.contacts', card: 'contacts', row: 'contact', text: 'Vuthy', change: { contacts: [] } },
  { field: 'client.notes', card: 'notes', change: { notes: 'x' } },
  {
    field: 'client.status',
    card: 'statusId',
    row: 'statusId',
    change: { statusId: null },
    page: [{ order: [{ field: 'status', descending: false }] }, { filter: { statusId: 2 } }],
  },
  {
    field: 'client.manager',
    card: 'managerId',
    row: 'managerId',
    change: { managerId: null },
    page: [{ order: [{ field: 'manager', descending: false }] }, { filter: { managerId: 1 } }],
  },
  { field: 'client.category', card: 'categoryId', row: 'categoryId', change: { categoryId: null } },
  { field: 'client.source', card: 'sourceId', row: 'sourceId', change: { sourceId: null } },
  { field: 'client.groups', card: 'groupIds', row: 'groupIds', change: { groupIds: [] } },
  { field: 'client.priceList', card: 'priceListId', row: 'priceListId', change: { priceListId: null } },
  { field: 'client.discount', card: 'discount', row: 'discount', change: { discount: 1 } },
  {
    field: 'client.bonusCard',
    card: 'bonusCard',
    row: 'bonusCard',
    text: 'B-77',
    change: { bonusCard: 'x' },
  },
  { field: 'client.creditLimit', card: 'creditLimit', row: 'creditLimit', change: { creditLimit: null } },
  { field: 'client.birthday', card: 'birthday', row: 'birthday', change: { birthday: null } },
  { field: 'client.messengers', card: 'messengers', change: { messengers: [] } },
  { field: 'client.socialPages', card: 'socialPages', change: { socialPages: [] } },
  { field: 'client.notes', card: 'otherNotes', change: { otherNotes: [] } },
]

test.each(hidden)(
  '$field, hidden, is nowhere',
  async ({ field, card, row, text, change, page: pages = [] }) => {
    const office = await testOffice()
    const owner = await office.owner()
    const { entries } = await owner.ask.lists.all()
    const entry = (list: string) => entries.find((one) => one.list === list)!.id
    const group = await owner.ask.lists.saveEntry({ list: 'group', name: 'Regulars', tone: 'info' })
    const made = await owner.ask.clients.create({
      ...full,
      managerId: owner.id,
      categoryId: entry('category'),
      sourceId: entry('source'),
      priceListId: entry('price'),
      groupIds: [group.id],
    })
    const person = await office.person({ ...everything, hidden: [field] })
    const { ask } = person

    const shown = await ask.clients.card({ id: made.id })
    expect(made).toHaveProperty(card)
    expect(shown).not.toHaveProperty(card)
    const page = await ask.clients.page({})
    const [hit] = await ask.clients.search({ text: 'mekong' })
    expect(hit).toMatchObject({ id: made.id })
    if (row !== undefined) {
      expect((await owner.ask.clients.page({})).rows[0]).toHaveProperty(row)
      expect(page.rows[0]).not.toHaveProperty(row)
      expect(hit).not.toHaveProperty(row)
    }
    if (text !== undefined) {
      expect((await owner.ask.clients.search({ text })).map(({ id }) => id)).toEqual([made.id])
      expect((await owner.ask.clients.page({ filter: { text } })).total).toBe(1)
      expect(await ask.clients.search({ text })).toEqual([])
      expect((await ask.clients.page({ filter: { text } })).total).toBe(0)
    }
    for (const request of pages)
      expect(await refusal(ask.clients.page(request))).toEqual({ code: 'FIELD_HIDDEN', data: { field } })

    const revised = { ...at(made), draft: change }
    expect(await refusal(ask.clients.save(revised))).toEqual({ code: 'FIELD_HIDDEN', data: { field } })
    expect(await refusal(ask.clients.create({ ...draft('New'), ...change }))).toEqual({
      code: 'FIELD_HIDDEN',
      data: { field },
    })
    // What they change beside it leaves it as it was.
    const saved = await ask.clients.save({ ...at(made), draft: { names: [{ text: 'Mekong Gold' }] } })
    expect(saved).not.toHaveProperty(card)
    const whole = await owner.ask.clients.card({ id: made.id })
    expect(whole[card as keyof typeof whole]).toEqual(made[card as keyof typeof made])

    const logs = [await ask.log.of({ type: 'client', id: made.id }), (await ask.log.page({})).rows]
    for (const rows of logs) {
      const fields = rows.flatMap(({ changes }) => changes.map((each) => each.field))
      expect(fields).toContain('client.names')
      expect(fields).not.toContain(field)
    }
    const ownersFields = (await owner.ask.log.of({ type: 'client', id: made.id })).flatMap(
      ({ changes }) => changes,
    )
    expect(ownersFields.map((each) => each.field)).toContain(field)
  },
)

test('whoever sees no statuses or managers is not told what there is to choose from', async () => {
  const office = await testOffice()
  const { ask } = await office.person({
    rights: ['clients.see'],
    hidden: ['client.status', 'client.manager'],
  })
  expect((await ask.lists.all()).entries.filter(({ list }) => list === 'status')).toEqual([])
  expect(await ask.clients.managers()).toEqual([])
})

test('who is limited to their own clients reaches no other, wherever they ask', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const { ask, id } = await office.person({ ...everything, ownOnly: ['clients'] })
  const theirs = await owner.ask.clients.create({ ...full, names: [{ text: 'Somebody else’s' }] })
  const managed = await owner.ask.clients.create(draft('Managed', { managerId: id, phones: full.phones! }))
  const made = await ask.clients.create(draft('Made'))

  expect((await ask.clients.page({})).rows.map(({ name }) => name)).toEqual(['Made', 'Managed'])
  expect((await ask.clients.page({ order: [{ field: 'changed' }] })).total).toBe(2)
  expect((await ask.clients.search({ text: '012345678' })).map((hit) => hit.id)).toEqual([managed.id])
  for (const text of ['Somebody', 'MR-1', 'so', 'sales@', 'Vuthy'])
    expect(await ask.clients.search({ text })).toEqual([])
  const refused = [
    () => ask.clients.card({ id: theirs.id }),
    () => ask.clients.save({ ...at(theirs), draft: { notes: 'x' } }),
    () => ask.log.of({ type: 'client', id: theirs.id }),
  ]
  for (const reach of refused) expect((await refusal(reach())).code).toBe('NOT_FOUND')
  const ids = [theirs.id, managed.id, made.id]
  expect(await ask.clients.bin({ ids })).toEqual({ count: 2 })
  expect(await ask.clients.restore({ ids })).toEqual({ count: 2 })
  expect((await owner.ask.clients.card({ id: theirs.id })).revision).toBe(1)
  const subjects = (await ask.log.page({})).rows.map(({ subject }) => subject?.name)
  expect(subjects).toContain('Managed')
  expect(subjects).not.toContain('Somebody else’s')

  // Given away to somebody else, it is out of reach, but the outcome of the very change is seen.
  const given = await ask.clients.save({
    id: managed.id,
    revision: (await ask.clients.card({ id: managed.id })).revision,
    draft: { managerId: owner.id },
  })
  expect(given.managerId).toBe(owner.id)
  expect((await refusal(ask.clients.card({ id: managed.id }))).code).toBe('NOT_FOUND')
})

test('who may read the log but not the clients reads nothing of clients in it', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const { id } = await owner.ask.clients.create(full)
  const { ask } = await office.person({ rights: ['log.see'] })
  const { rows, total } = await ask.log.page({})
  expect(rows.some(({ subject }) => subject?.type === 'client')).toBe(false)
  expect(total).toBe(rows.length)
  expect(total).toBeGreaterThan(0)
  expect((await refusal(ask.log.of({ type: 'client', id }))).code).toBe('NO_RIGHT')
})

test('several roles give what any of them gives and hide what all of them hide', async () => {
  const office = await testOffice()
  const { ask } = await office.person(
    { rights: ['clients.see'], ownOnly: ['clients'], hidden: ['client.phones', 'client.notes'] },
    { rights: ['clients.edit'], hidden: ['client.notes', 'client.emails'] },
  )
  expect((await ask.session.account()).grant).toEqual({
    rights: ['clients.see', 'clients.edit'],
    ownOnly: [],
    onlyRelations: [],
    hidden: ['client.notes'],
  })
  const made = await ask.clients.create(draft('Tonle Fish', { phones: [{ typed: '012 999 888' }] }))
  expect(made.phones).toMatchObject([{ typed: '012 999 888', e164: '+85512999888' }])
  expect(made).not.toHaveProperty('notes')
})
