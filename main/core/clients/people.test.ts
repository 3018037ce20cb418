import { beforeEach, expect, test } from 'vitest'
import type { ClientCard, ClientDraft } from '../../../app/contract/clients.ts'
import { at, draft, everything, refusal, testOffice, type Person, type TestOffice } from '../testOffice.ts'

let office: TestOffice
let owner: Person
let rice: ClientCard
let dara: ClientCard
beforeEach(async () => {
  office = await testOffice()
  owner = await office.owner()
  rice = await owner.ask.clients.create(
    draft('Mekong Rice', { contacts: [{ name: 'Old Vuthy', position: 'guard' }] }),
  )
  dara = await owner.ask.clients.create(
    person('Sok Dara', {
      phones: [{ typed: '012 345 678', label: 'mobile' }],
      emails: [{ address: 'd@r.example' }],
    }),
  )
})

const person = (name: string, more: Partial<ClientDraft> = {}) => draft(name, { kind: 'person', ...more })
const card = ({ id }: { id: number }) => owner.ask.clients.card({ id })
const of = ({ id }: { id: number }) => owner.ask.people.of({ id })
const namesFound = async (text: string) => (await owner.ask.clients.search({ text })).map(({ name }) => name)

/** Puts Dara beside the guard, as the card's form does. */
const withDara = async () =>
  owner.ask.clients.save({
    ...at(await card(rice)),
    draft: {
      contacts: [...rice.contacts!, { name: 'whatever was typed', position: 'buyer', personId: dara.id }],
    },
  })

test('a contact person with a card of their own shows on both cards, with the name and numbers of that card', async () => {
  const saved = await withDara()
  expect(saved.contacts).toEqual([
    { name: 'Old Vuthy', position: 'guard' },
    { name: 'Sok Dara', position: 'buyer', personId: dara.id },
  ])
  expect((await of(rice)).people).toEqual([
    {
      id: dara.id,
      linked: dara.id,
      name: 'Sok Dara',
      phones: dara.phones,
      emails: dara.emails,
      position: 'buyer',
      binned: false,
    },
  ])
  expect((await of(dara)).workplaces).toMatchObject([{ id: rice.id, name: 'Mekong Rice', position: 'buyer' }])
  // Found by name, the organisation and the person; by number the person, with where they work.
  expect(await namesFound('dara')).toEqual(['Sok Dara', 'Mekong Rice'])
  expect((await owner.ask.clients.search({ text: '345678' }))[0]).toMatchObject({
    name: 'Sok Dara',
    worksAt: 'Mekong Rice',
  })
  expect(await owner.ask.clients.search({ text: 'dara', kind: 'person' })).toMatchObject([
    { name: 'Sok Dara' },
  ])
})

test('a person who is renamed is found under the new name at the organisation too, which does not count as changed', async () => {
  await withDara()
  const { revision } = await card(rice)
  const heard = office.heard()
  await owner.ask.clients.save({ ...at(await card(dara)), draft: { names: [{ text: 'Chan Dara' }] } })
  expect(await namesFound('chan')).toEqual(['Chan Dara', 'Mekong Rice'])
  expect(await namesFound('sok')).toEqual([])
  expect(await namesFound('guard')).toEqual([])
  expect(await namesFound('vuthy')).toEqual(['Mekong Rice'])
  expect(await card(rice)).toMatchObject({ revision, contacts: [{}, { name: 'Chan Dara' }] })
  expect(heard).toContainEqual({ type: 'client.changed', ids: [dara.id, rice.id] })
})

test('only persons in use whom one reaches can be put there; whoever is there stays', async () => {
  const company = await owner.ask.clients.create(draft('Not a person'))
  const binned = await owner.ask.clients.create(person('Thrown away'))
  await owner.ask.clients.bin({ ids: [binned.id] })
  for (const personId of [company.id, binned.id, rice.id, 999])
    expect(
      await refusal(
        owner.ask.clients.save({ ...at(await card(rice)), draft: { contacts: [{ name: 'x', personId }] } }),
      ),
    ).toEqual({ code: 'NOT_FOUND' })

  await withDara()
  const seller = await office.person({ rights: ['clients.see', 'clients.edit'], ownOnly: ['clients'] })
  const other = await owner.ask.clients.create(person('Not theirs'))
  const theirs = await owner.ask.clients.save({ ...at(await card(rice)), draft: { managerId: seller.id } })
  expect((await seller.ask.people.of({ id: rice.id })).people).toEqual([])
  const contacts = [...theirs.contacts!]
  expect(
    await refusal(
      seller.ask.clients.save({
        ...at(theirs),
        draft: { contacts: [...contacts, { name: 'x', personId: other.id }] },
      }),
    ),
  ).toEqual({ code: 'NOT_FOUND' })
  const saved = await seller.ask.clients.save({
    ...at(theirs),
    draft: { contacts: [...contacts, { name: 'New one' }] },
  })
  expect(saved.contacts).toHaveLength(3)
  // Whom they do not reach, they are not told of elsewhere either.
  await owner.ask.clients.save({ ...at(await card(dara)), draft: { managerId: seller.id } })
  await owner.ask.clients.save({ ...at(await card(rice)), draft: { managerId: owner.id } })
  expect((await seller.ask.clients.search({ text: 'dara' }))[0]).not.toHaveProperty('worksAt')
  expect((await seller.ask.people.of({ id: dara.id })).workplaces).toEqual([])
})

test('from the card of the person: a place to work at is added and taken away, with both in the log', async () => {
  const { ask } = owner
  await ask.people.link({
    organisation: rice.id,
    contact: { personId: dara.id, position: 'buyer', since: '2024-05-01' },
  })
  expect((await card(rice)).contacts).toEqual([
    { name: 'Old Vuthy', position: 'guard' },
    { name: 'Sok Dara', position: 'buyer', personId: dara.id, since: '2024-05-01' },
  ])
  await ask.people.unlink({ organisation: rice.id, person: dara.id })
  expect((await card(rice)).contacts).toEqual(rice.contacts)
  expect((await of(dara)).workplaces).toEqual([])
  expect(await refusal(ask.people.unlink({ organisation: rice.id, person: dara.id }))).toEqual({
    code: 'NOT_FOUND',
  })
  const { rows } = await ask.log.page({ text: 'Mekong' })
  expect(rows.slice(0, 2).map(({ action, changes }) => [action, changes.map(({ field }) => field)])).toEqual([
    ['people.unlink', ['client.contacts']],
    ['people.link', ['client.contacts']],
  ])
  const blind = await office.person({ ...everything, hidden: ['client.contacts'] })
  expect(await blind.ask.people.of({ id: dara.id })).toEqual({ people: [], workplaces: [] })
  expect(
    (await refusal(blind.ask.people.link({ organisation: rice.id, contact: { personId: dara.id } }))).code,
  ).toBe('FIELD_HIDDEN')
})

test('who has left stays on the card with the day, and no longer shows as working there', async () => {
  const saved = await withDara()
  const contacts = saved.contacts!.map((contact) => ({ ...contact, until: '2026-10-31' }))
  await owner.ask.clients.save({ ...at(saved), draft: { contacts } })
  expect((await of(rice)).people).toMatchObject([{ name: 'Sok Dara', until: '2026-10-31' }])
  expect((await owner.ask.clients.search({ text: '345678' }))[0]).not.toHaveProperty('worksAt')
  const wrong = [{ name: 'x', until: '31.10.2026' }]
  await expect(
    owner.ask.clients.save({ ...at(await card(rice)), draft: { contacts: wrong } }),
  ).rejects.toThrow()
})

test('a person in the bin, merged and unmerged: the organisation keeps its contact person', async () => {
  const { ask } = owner
  await withDara()
  await ask.clients.bin({ ids: [dara.id] })
  expect((await of(rice)).people).toMatchObject([{ name: 'Sok Dara', binned: true }])
  await ask.clients.restore({ ids: [dara.id] })

  const twin = await ask.clients.create(person('Sok Dara Senior', { phones: [{ typed: '012 999 999' }] }))
  const both = [await card(twin), await card(dara)]
  const { merge } = await ask.duplicates.merge({ keep: twin.id, cards: both.map(at) })
  expect((await of(rice)).people).toMatchObject([
    { id: twin.id, linked: dara.id, name: 'Sok Dara Senior', phones: [{}, {}] },
  ])
  expect((await of(twin)).workplaces).toMatchObject([{ id: rice.id, position: 'buyer' }])
  // Saved meanwhile, it stays the same person.
  await ask.clients.save({ ...at(await card(rice)), draft: { notes: 'x' } })
  expect((await card(rice)).contacts![1]).toMatchObject({ name: 'Sok Dara Senior', personId: dara.id })
  await ask.duplicates.undo({ id: twin.id, merge })
  expect((await of(rice)).people).toMatchObject([{ id: dara.id, name: 'Sok Dara' }])
  expect((await of(twin)).workplaces).toEqual([])
})

test('merged organisations have the contact persons of both, once', async () => {
  const { ask } = owner
  await withDara()
  const twin = await ask.clients.create(
    draft('Mekong Rice Co', { contacts: [{ name: 'Sok Dara', position: 'buyer' }, { name: 'Bopha' }] }),
  )
  const { card: kept, merge } = await ask.duplicates.merge({
    keep: twin.id,
    cards: [await card(twin), await card(rice)].map(at),
  })
  expect(kept.contacts).toEqual([
    { name: 'Sok Dara', position: 'buyer', personId: dara.id },
    { name: 'Bopha' },
    { name: 'Old Vuthy', position: 'guard' },
  ])
  expect((await of(dara)).workplaces.map(({ id }) => id)).toEqual([twin.id])
  await ask.duplicates.undo({ id: twin.id, merge })
  expect((await of(dara)).workplaces.map(({ id }) => id)).toEqual([rice.id])
})

test('a person who is a contact person by now stays when their import is taken back', async () => {
  const { ask } = owner
  const { upload } = await ask.imports.upload({
    file: new File(['Name,Phone,Kind\nSok Imported,012 777 777,person\n'], 'a.csv'),
  })
  const { mapping } = await ask.imports.preview({ upload })
  const { id } = await ask.imports.run({ upload, mapping })
  const [hit] = await ask.clients.search({ text: 'imported' })
  await ask.people.link({ organisation: rice.id, contact: { personId: hit!.id } })
  expect(await ask.imports.undo({ id })).toMatchObject({ removed: 0, kept: 1 })
  expect((await of(rice)).people).toMatchObject([{ id: hit!.id, name: 'Sok Imported', binned: false }])
})
