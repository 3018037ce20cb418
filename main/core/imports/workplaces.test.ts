import { expect, test } from 'vitest'
import { testOffice, type Person } from '../testOffice.ts'
import { csv, lines } from './fileForTests.ts'

const list = lines(
  'First name,Family name,Phone,Company,Job title',
  'Sok,Dara,012 345 678,Mekong Foods,Buyer',
  'Chan,Sophea,012 345 679,MEKONG foods,Director',
  'Keo,Bopha,012 345 680,Lotus Rice,',
  ',,023 900 415,Angkor Water,',
  'Ros,Vanna,012 345 682,,',
)

/** Looks at a file with its company column as a link, as the window does. */
async function look(person: Person, text: string, file = csv(text)) {
  const { upload } = await person.ask.imports.upload({ file })
  const first = await person.ask.imports.preview({ upload })
  const mapping = first.mapping.map((column) =>
    column.field === 'company' || column.heading === 'ORG'
      ? { column: column.column, heading: column.heading, field: 'employer' as const }
      : column,
  )
  return { upload, mapping, preview: await person.ask.imports.preview({ upload, mapping }) }
}

async function bring(person: Person, text: string) {
  const { upload, mapping } = await look(person, text)
  return person.ask.imports.run({ upload, mapping })
}

async function cardOf(person: Person, text: string) {
  const [found] = await person.ask.clients.search({ text })
  return person.ask.clients.card({ id: found!.id })
}

const contactsOf = async (person: Person, text: string) => (await cardOf(person, text)).contacts ?? []

test('people become contact persons of their companies: a known one, and one new one however many rows name it', async () => {
  const person = await (await testOffice()).owner()
  const lotus = await person.ask.clients.create({
    kind: 'organisation',
    names: [{ text: 'Lotus Rice' }],
    contacts: [{ name: 'Somebody' }],
  })
  const { preview } = await look(person, list)
  expect(preview.rows).toBe(5)
  expect(preview.counts).toMatchObject({ new: 5, organisations: 1 })
  expect(preview.preview.map(({ name, workplace }) => [name, workplace])).toEqual([
    ['Sok Dara', { name: 'Mekong Foods' }],
    ['Chan Sophea', { name: 'MEKONG foods' }],
    ['Keo Bopha', { name: 'Lotus Rice', id: lotus.id }],
    ['Angkor Water', null],
    ['Ros Vanna', null],
  ])

  expect(await bring(person, list)).toMatchObject({ created: 5, updated: 0, organisations: 1, problems: [] })
  const dara = await cardOf(person, 'Sok Dara')
  expect(dara.kind).toBe('person')
  expect(dara.notes ?? '').toBe('')
  const sophea = await cardOf(person, 'Chan Sophea')
  expect(await contactsOf(person, 'Mekong')).toEqual([
    { name: 'Sok Dara', personId: dara.id, position: 'Buyer' },
    { name: 'Chan Sophea', personId: sophea.id, position: 'Director' },
  ])
  expect((await contactsOf(person, 'Lotus')).map(({ name }) => name)).toEqual(['Somebody', 'Keo Bopha'])
  expect((await cardOf(person, 'Angkor Water')).kind).toBe('organisation')
  expect((await person.ask.people.of({ id: dara.id })).workplaces).toMatchObject([{ name: 'Mekong Foods' }])
})

test('a second time nothing is new; of a known person a workplace nobody knew is', async () => {
  const person = await (await testOffice()).owner()
  await person.ask.clients.create({
    kind: 'person',
    names: [{ text: 'Sok Dara' }],
    phones: [{ typed: '012 345 678' }],
  })
  const again = await look(person, list)
  expect(again.preview.preview[0]).toMatchObject({ verdict: 'update', workplace: { name: 'Mekong Foods' } })
  expect(await bring(person, list)).toMatchObject({ created: 4, updated: 1, duplicates: 0, organisations: 2 })
  expect(await contactsOf(person, 'Mekong')).toHaveLength(2)
  expect(await bring(person, list)).toMatchObject({ created: 0, updated: 0, duplicates: 5, organisations: 0 })
  expect(await contactsOf(person, 'Mekong')).toHaveLength(2)
})

test('one way back takes links and new organisations too, and leaves what somebody has changed', async () => {
  const office = await testOffice()
  const person = await office.owner()
  const lotus = await person.ask.clients.create({ kind: 'organisation', names: [{ text: 'Lotus Rice' }] })
  const first = await bring(person, list)
  expect(await person.ask.imports.undo({ id: first.id })).toMatchObject({ removed: 6, restored: 1, kept: 0 })
  expect(await person.ask.clients.card({ id: lotus.id })).toMatchObject({ contacts: [] })
  expect(office.count('clients')).toBe(1)
  expect(office.count('client_contacts')).toBe(0)

  const second = await bring(person, list)
  const { id, revision } = await cardOf(person, 'Mekong')
  await person.ask.clients.save({
    id,
    revision,
    draft: { kind: 'organisation', names: [{ text: 'Mekong Foods' }], code: 'M-1' },
  })
  // The people who work there stay with it.
  expect(await person.ask.imports.undo({ id: second.id })).toMatchObject({ removed: 3, restored: 1, kept: 3 })
  expect(await contactsOf(person, 'Mekong')).toHaveLength(2)
})

test('an organisation that stands further down the same file is the one, and its contact by name gets the card', async () => {
  const person = await (await testOffice()).owner()
  const cards = [
    ['N:Dara;Sok', 'FN:Sok Dara', 'ORG:Mekong Foods;Sales', 'TITLE:Buyer', 'TEL:012345678'],
    ['KIND:org', 'FN:Mekong Foods', 'ORG:Mekong Foods', 'RELATED;TYPE=contact;VALUE=text:Sok Dara'],
  ]
  const text = cards.map((card) => lines('BEGIN:VCARD', 'VERSION:4.0', ...card, 'END:VCARD')).join('')
  const { upload, mapping, preview } = await look(person, text)
  expect(preview.mapping).toMatchObject([{ heading: 'ORG', field: 'employer' }])
  expect(preview.sample).toEqual([['Mekong Foods, Sales', 'Mekong Foods']])
  expect(preview.counts).toMatchObject({ new: 2, organisations: 0 })
  expect(await person.ask.imports.run({ upload, mapping })).toMatchObject({ created: 2, organisations: 0 })
  const dara = await cardOf(person, 'Sok Dara')
  expect(dara.notes).toBe('department: Sales')
  expect(await contactsOf(person, 'Mekong')).toEqual([
    { name: 'Sok Dara', personId: dara.id, position: 'Buyer' },
  ])
})

test('whom an organisation cannot hold has its name in the notes', async () => {
  const person = await (await testOffice()).owner()
  const text = lines(
    'First name,Family name,Phone,Company',
    ...Array.from({ length: 202 }, (_, at) => `Worker,Number${at},012 ${String(345_000 + at)},Mekong Foods`),
  )
  const { problems } = await bring(person, text)
  expect(problems).toEqual(
    [202, 203].map((row) => ({ row, field: 'employer', reason: 'organisation-full', refused: false })),
  )
  expect(await contactsOf(person, 'Mekong')).toHaveLength(200)
  expect((await cardOf(person, 'Worker Number201')).notes).toBe('Company: Mekong Foods')
})
