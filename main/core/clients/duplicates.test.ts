import { describe, expect, test } from 'vitest'
import type { ClientCard } from '../../../app/contract/clients.ts'
import { at, draft, everything, ownerName, refusal, testOffice, type TestOffice } from '../testOffice.ts'

const rice = draft('Mekong Rice Co., Ltd.', {
  code: 'MR-1',
  statusId: 2,
  phones: [{ typed: '012 345 678', label: 'work' }],
  emails: [{ address: 'Sales@mekong.example' }],
  addresses: [{ city: 'Battambang', country: 'KH' }],
  contacts: [{ name: 'Vuthy', position: 'buyer' }],
  websites: [{ address: 'https://www.mekong.example/' }],
  notes: 'Pays late',
})
const riceAgain = draft('Rice Mekong', {
  kind: 'person',
  names: [{ text: 'Rice Mekong' }, { text: 'មេគង្គ', language: 'km' }],
  code: 'K77',
  statusId: 3,
  phones: [{ typed: '+855 12 345 678', label: 'mobile' }, { typed: '089 555 666' }],
  emails: [{ address: 'sales@mekong.example' }, { address: 'office@mekong.example' }],
  addresses: [{ country: 'KH' }, { street: 'Street 3', city: 'Battambang', country: 'KH' }],
  contacts: [{ name: 'Vuthy' }, { name: 'Srey' }],
  websites: [{ address: 'mekong.example' }],
  notes: 'Buys in May',
  language: 'km',
})

const merging = (keep: ClientCard, ...others: ClientCard[]) => ({
  keep: keep.id,
  cards: [keep, ...others].map(at),
})

async function two(office: TestOffice) {
  const { ask } = await office.owner()
  return { ask, kept: await ask.clients.create(rice), other: await ask.clients.create(riceAgain) }
}

describe('merging', () => {
  test('keeps everything of all cards, equal things once, and chooses single values as told', async () => {
    const office = await testOffice()
    const { ask, kept, other } = await two(office)
    const { card } = await ask.duplicates.merge({
      ...merging(kept, other),
      choice: { statusId: other.id, name: other.id },
    })
    expect(card).toMatchObject({
      id: kept.id,
      kind: 'organisation',
      names: [{ text: 'Rice Mekong' }, { text: 'មេគង្គ', language: 'km' }, { text: 'Mekong Rice Co., Ltd.' }],
      code: 'MR-1',
      statusId: 3,
      language: 'km',
      phones: [
        { typed: '012 345 678', e164: '+85512345678', label: 'work, mobile' },
        { typed: '089 555 666', e164: '+85589555666' },
      ],
      emails: [{ address: 'Sales@mekong.example' }, { address: 'office@mekong.example' }],
      addresses: [{ street: 'Street 3', city: 'Battambang', country: 'KH' }],
      contacts: [{ name: 'Vuthy', position: 'buyer' }, { name: 'Srey' }],
      websites: [{ address: 'https://www.mekong.example/' }],
      notes: 'Pays late\n\nBuys in May\n\nRice Mekong · K77',
    })
    expect(await ask.clients.card({ id: kept.id })).toEqual(card)
  })

  test('writes a number in full where its country would be read as another', async () => {
    const office = await testOffice()
    const { ask } = await office.owner()
    const german = await ask.clients.create(
      draft('Anna Weber', { addresses: [{ country: 'DE' }], phones: [{ typed: '030 901820' }] }),
    )
    const kept = await ask.clients.create(draft('Anna Weber', { addresses: [{ country: 'KH' }] }))
    const { card } = await ask.duplicates.merge(merging(kept, german))
    expect(card.phones).toEqual([{ typed: '+4930901820', e164: '+4930901820' }])
  })

  test('takes the other out of lists, search, bin and places; its address leads to the kept card', async () => {
    const office = await testOffice()
    const { ask, kept, other } = await two(office)
    const third = await ask.clients.create(draft('Third'))
    expect((await ask.clients.page({})).total).toBe(3)
    await ask.duplicates.merge(merging(kept, other))
    expect((await ask.clients.page({})).rows.map(({ id }) => id)).toEqual([kept.id, third.id])
    expect((await ask.clients.page({ order: [{ field: 'city' }] })).total).toBe(2)
    expect((await ask.clients.page({ filter: { binned: true } })).total).toBe(0)
    for (const text of ['rice mekong', '089555666', 'office@mekong.example'])
      expect((await ask.clients.search({ text })).map(({ id }) => id)).toEqual([kept.id])
    expect((await ask.clients.card({ id: other.id })).mergedInto).toBe(kept.id)
    expect(await ask.clients.restore({ ids: [other.id] })).toEqual({ count: 0 })
    const old = await ask.clients.card({ id: other.id })
    expect(await refusal(ask.clients.save({ ...at(old), draft: { notes: 'x' } }))).toEqual({
      code: 'NOT_FOUND',
    })

    // Through two merges too, and the history of all is read from the last card.
    const last = await ask.duplicates.merge(merging(third, await ask.clients.card({ id: kept.id })))
    expect((await ask.clients.card({ id: other.id })).mergedInto).toBe(third.id)
    const history = await ask.log.of({ type: 'client', id: third.id })
    expect(new Set(history.map(({ subject }) => subject?.id))).toEqual(new Set([kept.id, other.id, third.id]))
    expect(history.filter(({ action }) => action === 'clients.create')).toHaveLength(3)

    // And both are taken back, the later first.
    await ask.duplicates.undo({ id: third.id, merge: last.merge })
    const earlier = await ask.duplicates.last({ id: kept.id })
    expect(earlier).toMatchObject({ changed: false })
    await ask.duplicates.undo({ id: kept.id, merge: earlier!.merge })
    expect((await ask.clients.page({})).total).toBe(3)
  })

  test('is refused where a card was changed meanwhile, and nothing is merged', async () => {
    const office = await testOffice()
    const { ask, kept, other } = await two(office)
    office.clock += 1000
    const changed = await ask.clients.save({ ...at(other), draft: { notes: 'new' } })
    const refused = await refusal(ask.duplicates.merge(merging(kept, other)))
    expect(refused).toEqual({
      code: 'CHANGED_MEANWHILE',
      data: { revision: 2, by: ownerName, at: office.clock },
    })
    await ask.clients.bin({ ids: [other.id] })
    expect(
      await refusal(
        ask.duplicates.merge({ keep: kept.id, cards: [at(kept), { id: other.id, revision: 3 }] }),
      ),
    ).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await ask.clients.card({ id: kept.id })).toEqual(kept)
    expect(changed.notes).toBe('new')
    expect(await refusal(ask.duplicates.merge({ keep: 99, cards: [at(kept), at(other)] }))).toEqual({
      code: 'NOT_FOUND',
    })
    expect(await refusal(ask.duplicates.merge({ keep: kept.id, cards: [at(kept), at(kept)] }))).toEqual({
      code: 'NOT_FOUND',
    })
  })

  test('is refused where one card would not hold it all', async () => {
    const office = await testOffice()
    const { ask } = await office.owner()
    const [one, other] = [
      await ask.clients.create(draft('A', { notes: 'x'.repeat(15_000) })),
      await ask.clients.create(draft('A', { notes: 'y'.repeat(15_000) })),
    ]
    expect(await refusal(ask.duplicates.merge(merging(one, other)))).toEqual({ code: 'CARD_FULL' })
  })

  test('can be undone until the kept card is changed', async () => {
    const office = await testOffice()
    const { ask, kept, other } = await two(office)
    const { merge, card } = await ask.duplicates.merge(merging(kept, other))
    office.clock += 1000
    await ask.clients.save({ ...at(card), draft: { notes: 'after' } })
    expect(await refusal(ask.duplicates.undo({ id: kept.id, merge }))).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      data: { by: ownerName },
    })
    expect(await ask.duplicates.last({ id: kept.id })).toMatchObject({ merge, changed: true })
    expect((await ask.clients.page({})).total).toBe(1)
  })

  test('is the work of those who see every field and reach every card', async () => {
    const office = await testOffice()
    const { kept, other } = await two(office)
    const without = await office.person({
      ...everything,
      rights: ['clients.see', 'clients.edit', 'clients.delete'],
    })
    expect(await refusal(without.ask.duplicates.merge(merging(kept, other)))).toMatchObject({
      code: 'NO_RIGHT',
    })
    const blind = await office.person({ ...everything, hidden: ['client.notes'] })
    for (const asked of [blind.ask.duplicates.merge(merging(kept, other)), blind.ask.duplicates.find({})])
      expect(await refusal(asked)).toEqual({ code: 'FIELD_HIDDEN', data: { field: 'client.notes' } })
    const own = await office.person({ ...everything, ownOnly: ['clients'] })
    const mine = await own.ask.clients.create(rice)
    expect(await refusal(own.ask.duplicates.merge(merging(mine, kept)))).toEqual({ code: 'NOT_FOUND' })
    expect((await own.ask.duplicates.find({})).groups).toEqual([])
    const mineToo = await own.ask.clients.create(riceAgain)
    expect((await own.ask.duplicates.find({})).groups).toMatchObject([{ ids: [mine.id, mineToo.id] }])
    await own.ask.duplicates.merge(merging(mine, mineToo))
  })

  test('is told and logged once, with what it changed', async () => {
    const office = await testOffice()
    const { ask, kept, other } = await two(office)
    const heard = office.heard()
    await ask.duplicates.merge(merging(kept, other), { context: { key: 'k' } })
    await ask.duplicates.merge(merging(kept, other), { context: { key: 'k' } })
    expect(heard).toEqual([{ type: 'client.changed', ids: [kept.id, other.id] }, { type: 'log.changed' }])
    const [ofOther, ofKept] = await ask.log.of({ type: 'client', id: kept.id })
    expect(ofKept).toMatchObject({ action: 'duplicates.merge', subject: { id: kept.id } })
    expect(ofKept!.changes).toContainEqual({
      field: 'client.merged',
      before: null,
      after: [{ id: other.id, name: 'Rice Mekong' }],
    })
    expect(ofKept!.changes.map(({ field }) => field)).toContain('client.phones')
    expect(ofOther).toMatchObject({ subject: { id: other.id } })
  })
})

describe('finding', () => {
  test('tells by what they are found, leaves the binned out, and remembers who is not the same', async () => {
    const office = await testOffice()
    const { ask, kept, other } = await two(office)
    const [group] = (await ask.duplicates.find({})).groups
    expect(group).toMatchObject({ ids: [kept.id, other.id] })
    expect(group!.reasons.map(({ why }) => why)).toEqual(['phone', 'email', 'name'])
    expect((await ask.duplicates.rows({ ids: group!.ids })).map(({ id }) => id)).toEqual(group!.ids)
    await ask.duplicates.keepApart({ ids: group!.ids })
    expect(await ask.duplicates.find({})).toMatchObject({ total: 0, groups: [] })
    await ask.duplicates.forgetApart({ ids: group!.ids })
    expect((await ask.duplicates.find({})).total).toBe(1)
    await ask.clients.bin({ ids: [other.id] })
    expect((await ask.duplicates.find({})).total).toBe(0)
    expect(await ask.duplicates.rows({ ids: group!.ids })).toHaveLength(1)
  })

  test('can be stopped', async () => {
    const office = await testOffice()
    const { ask } = await two(office)
    const stop = new AbortController()
    stop.abort()
    expect(await refusal(ask.duplicates.find({}, { signal: stop.signal }))).toEqual({ code: 'CANCELLED' })
  })
})

test('a merge keeps what the office itself defined: everything there can be several of, and of the rest what is chosen', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { entries } = await ask.lists.all()
  const [client, supplier] = entries.filter(({ list }) => list === 'relation').map(({ id }) => id)
  const group = (name: string) => ask.lists.saveEntry({ list: 'group', name, tone: 'info' })
  const [vip, choir] = [await group('VIP'), await group('Choir')]
  const car = await ask.lists.saveField({ type: 'text', name: 'Car' })
  const size = await ask.lists.saveField({ type: 'number', name: 'Garden' })
  const kept = await ask.clients.create(
    draft('Anna', {
      groupIds: [vip.id],
      bonusCard: 'B-1',
      discount: 500,
      messengers: [{ network: 'Telegram', address: '@anna' }],
      otherNotes: [{ language: 'km', text: 'មួយ' }],
      custom: { [car.id]: 'Toyota' },
    }),
  )
  const other = await ask.clients.create(
    draft('Anna S.', {
      relationIds: [supplier!],
      groupIds: [choir.id],
      bonusCard: 'B-2',
      birthday: '--02-29',
      creditLimit: { amount: 100, currency: 'USD' },
      messengers: [
        { network: 'telegram', address: '@anna' },
        { network: 'Viber', address: '012' },
      ],
      otherNotes: [{ language: 'km', text: 'ពីរ' }],
      custom: { [car.id]: 'Honda', [size.id]: 40 },
    }),
  )
  const { card, merge } = await ask.duplicates.merge({
    keep: kept.id,
    cards: [kept, other].map(at),
    choice: { custom: { [car.id]: other.id } },
  })
  expect(card).toMatchObject({
    relationIds: [client, supplier],
    groupIds: [vip.id, choir.id],
    bonusCard: 'B-1',
    discount: 500,
    birthday: '--02-29',
    creditLimit: { amount: 100, currency: 'USD' },
    messengers: [
      { network: 'Telegram', address: '@anna' },
      { network: 'Viber', address: '012' },
    ],
    otherNotes: [{ language: 'km', text: 'មួយ\n\nពីរ' }],
    custom: { [car.id]: 'Honda', [size.id]: 40 },
    // The number of the card that did not stay.
    notes: 'Anna S. · B-2',
  })
  expect(await ask.duplicates.undo({ id: kept.id, merge })).toMatchObject({
    groupIds: [vip.id],
    discount: 500,
    birthday: null,
    custom: { [car.id]: 'Toyota' },
  })
})
