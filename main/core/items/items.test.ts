import { expect, test } from 'vitest'
import type { ItemDraft } from '../../../app/contract/items.ts'
import { scaleCode } from '../../../app/barcode/scales.ts'
import { usualScales } from '../../../app/items.ts'
import { everything, refusal, testOffice } from '../testOffice.ts'

const item = (name: string, more: Partial<ItemDraft> = {}) => ({
  kind: 'goods' as const,
  names: [{ text: name, language: 'en' }],
  units: [{ unit: 'piece', factor: 1000 }],
  ...more,
})
const dollars = (amount: number) => ({ amount, currency: 'USD' })

test('an item is found by any part of its names, by its code, and by a code however it is printed', async () => {
  const { ask } = await (await testOffice()).owner()
  const retail = (await ask.lists.all()).entries.find(({ key }) => key === 'price.retail')!.id
  const pot = await ask.items.create(
    item('Flower pot', {
      names: [{ text: 'Flower pot', language: 'en' }, { text: 'ថូផ្កា', language: 'km' }],
      code: 'FP-20',
      units: [{ unit: 'piece', factor: 1000 }, { unit: 'box', factor: 12_000 }],
      barcodes: [{ code: '036000291452', unit: 'piece' }, { code: '10036000291459', unit: 'box' }],
      prices: [
        { listId: retail, unit: 'piece', since: '2026-01-01', price: dollars(250) },
        { listId: retail, unit: 'piece', since: '2026-11-01', price: dollars(300) },
        { listId: retail, unit: 'piece', since: '2027-01-01', price: dollars(999) },
      ],
    }),
  ) // prettier-ignore
  await ask.items.create(item('Watering can'))

  const found = async (text: string) => (await ask.items.find({ text })).map(({ id }) => id)
  for (const text of ['lower p', 'ថូ', 'FP-20', '0360002', '036000291452', 'FP-'])
    expect([text, await found(text)]).toEqual([text, [pot.id]])

  // UPC-A, the same as EAN-13, in a GS1 code with its batch; twelve of them in a box.
  for (const code of ['036000291452', '0036000291452'])
    expect(await ask.items.byCode({ code })).toMatchObject({
      item: { id: pot.id, name: 'Flower pot' },
      unit: 'piece',
      quantity: 1000,
      price: dollars(300),
    })
  expect(await ask.items.byCode({ code: '(01)00036000291452(17)270301(10)L7' })).toMatchObject({
    item: { id: pot.id },
    batch: 'L7',
    bestBefore: '2027-03-01',
  })
  expect(await ask.items.byCode({ code: '10036000291459' })).toMatchObject({
    unit: 'box',
    factor: 12_000,
    price: dollars(3600),
  })
  expect(await ask.items.byCode({ code: '4006381333931' })).toBeNull()
})

test('what scales print says which goods, how much of them and for how much', async () => {
  const { ask } = await (await testOffice()).owner()
  const retail = (await ask.lists.all()).entries.find(({ key }) => key === 'price.retail')!.id
  const { id } = await ask.items.create(
    item('Grass seed', {
      plu: 417,
      units: [{ unit: 'kg', factor: 1000 }],
      prices: [{ listId: retail, unit: 'kg', since: '2026-01-01', price: dollars(400) }],
    }),
  )
  const [byWeight, byPrice] = usualScales
  expect(await ask.items.byCode({ code: scaleCode(byWeight!, '417', 1250) })).toMatchObject({
    item: { id },
    quantity: 1250,
    price: dollars(400),
    total: null,
  })
  expect(await ask.items.byCode({ code: scaleCode(byPrice!, '417', 600) })).toMatchObject({
    quantity: 1500,
    total: dollars(600),
  })
})

test('a code leads to one item; one in the bin gives its code free and comes back only where it still is', async () => {
  const { ask } = await (await testOffice()).owner()
  const barcodes = [{ code: '4006381333931', unit: 'piece' }]
  const first = await ask.items.create(item('Rake', { barcodes }))
  expect(await refusal(ask.items.create(item('Hoe', { barcodes })))).toEqual({
    code: 'CODE_TAKEN',
    data: { code: '4006381333931', item: 'Rake' },
  })
  await ask.items.bin({ ids: [first.id], binned: true })
  expect((await ask.items.page({})).rows).toEqual([])
  expect((await ask.items.page({ filter: { binned: true } })).rows).toMatchObject([{ id: first.id }])
  const second = await ask.items.create(item('Hoe', { barcodes }))
  expect((await refusal(ask.items.bin({ ids: [first.id], binned: false }))).code).toBe('CODE_TAKEN')
  expect(await ask.items.byCode({ code: '4006381333931' })).toMatchObject({ item: { id: second.id } })
})

test('what an item costs is shown and changed only by those who may, in the log too', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const made = await owner.ask.items.create(item('Spade', { cost: dollars(700) }))
  const clerk = await office.person({ rights: ['items.see', 'items.edit', 'log.see'] })
  const card = await clerk.ask.items.card({ id: made.id })
  expect(JSON.stringify([card, await clerk.ask.items.page({})])).not.toContain('cost')
  const { id, revision, createdAt: _c, changedAt: _a, binnedAt: _b, ...draft } = card
  await clerk.ask.items.save({ id, revision, draft: { ...draft, code: 'SP' } })
  expect(await owner.ask.items.card({ id })).toMatchObject({ code: 'SP', cost: dollars(700) })
  expect(await refusal(clerk.ask.items.save({ id, revision, draft }))).toMatchObject({
    code: 'CHANGED_MEANWHILE',
  })
  expect((await refusal(clerk.ask.items.create(item('Fork', { cost: dollars(1) })))).code).toBe('NO_RIGHT')
  const fields = async ({ ask }: typeof owner) =>
    (await ask.log.page({})).rows.flatMap(({ changes }) => changes.map(({ field }) => field))
  expect(await fields(owner)).toContain('item.cost')
  expect(await fields(clerk)).not.toContain('item.cost')
})

test('groups are a tree: one holds what is below it, stands under none of its own, and leaves its items to the one above', async () => {
  const office = await testOffice()
  const { ask } = await office.person(everything)
  const garden = await ask.items.saveGroup({ parentId: null, name: 'Garden' })
  const tools = await ask.items.saveGroup({ parentId: garden.id, name: 'Tools' })
  const rake = await ask.items.create(item('Rake', { groupId: tools.id }))
  await ask.items.create(item('Lamp'))
  const shown = async (groupId: number) =>
    (await ask.items.page({ filter: { groupId } })).rows.map(({ name }) => name)
  expect(await shown(garden.id)).toEqual(['Rake'])
  const under = await refusal(ask.items.saveGroup({ id: garden.id, parentId: tools.id, name: 'Garden' }))
  expect(under.code).toBe('BAD_VALUE')
  await ask.items.removeGroup({ id: tools.id })
  expect(await ask.items.groups()).toMatchObject([{ id: garden.id }])
  expect(await ask.items.card({ id: rake.id })).toMatchObject({ groupId: garden.id })
})
