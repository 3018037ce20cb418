import { describe, expect, test } from 'vitest'
import type { FieldType } from '../../../app/contract/lists.ts'
import { refusal, testOffice, type Person } from '../testOffice.ts'
import { bring, csv, lines, put } from './fileForTests.ts'

async function fieldsOf(person: Person) {
  const make = (type: FieldType, name: string, names: Record<string, string> = {}) =>
    person.ask.lists.saveField({ type, name, names })
  const fields = {
    size: await make('number', 'Shop size'),
    deposit: await make('money', 'Deposit'),
    since: await make('date', 'Client since', { km: 'អតិថិជនតាំងពី' }),
    delivery: await make('yes-no', 'Wants delivery'),
    route: await make('choice', 'Route'),
    page: await make('link', 'Menu page'),
    remark: await make('text', 'Door'),
  }
  const north = await person.ask.lists.saveEntry({
    list: `field.${fields.route.id}`,
    name: 'North',
    tone: 'neutral',
  })
  return { fields, north }
}

const heading = 'Name,Phone,Shop size,Deposit,អតិថិជនតាំងពី,Wants delivery,Route,Menu page,Door'

async function cardOf(person: Person, text: string) {
  const [found] = await person.ask.clients.search({ text })
  return person.ask.clients.card({ id: found!.id })
}

describe('columns that become fields of the office’s own', () => {
  test('are known by their names, and each value is read as its field is', async () => {
    const person = await (await testOffice()).owner()
    const { fields, north } = await fieldsOf(person)
    const text = lines(
      heading,
      'Lotus Shop,012 345 678,"1,234.5",USD 250.40,31/12/2024,Yes,north,lotus.example/menu,blue',
    )
    const { mapping } = await put(person, csv(text))
    expect(mapping.slice(2).map(({ field, custom }) => [field, custom])).toEqual(
      Object.values(fields).map(({ id }) => ['custom', id]),
    )
    expect(await bring(person, text)).toMatchObject({ created: 1, problems: [] })
    expect((await cardOf(person, 'Lotus')).custom).toEqual({
      [fields.size.id]: 1234.5,
      [fields.deposit.id]: { amount: 25_040, currency: 'USD' },
      [fields.since.id]: '2024-12-31',
      [fields.delivery.id]: true,
      [fields.route.id]: north.id,
      [fields.page.id]: 'lotus.example/menu',
      [fields.remark.id]: 'blue',
    })
  })

  test('say of each row what does not fit, and keep it in the notes', async () => {
    const person = await (await testOffice()).owner()
    await fieldsOf(person)
    const text = lines(
      heading,
      'Lotus Shop,012 345 678,large,much,soon,perhaps,West,javascript:alert(1),blue',
    )
    const { upload, mapping } = await put(person, csv(text))
    const { preview } = await person.ask.imports.preview({ upload, mapping: [...mapping] })
    const misfits = ['Shop size', 'Deposit', 'Client since', 'Wants delivery', 'Route', 'Menu page']
    expect(preview[0]!.problems).toEqual(
      misfits.map((name) => ({ row: 2, field: 'custom', name, reason: 'bad-value', refused: false })),
    )
    await person.ask.imports.run({ upload, mapping: [...mapping] })
    const card = await cardOf(person, 'Lotus')
    expect(Object.values(card.custom ?? {})).toEqual(['blue'])
    expect(card.notes?.split('\n')).toEqual(
      ['large', 'much', 'soon', 'perhaps', 'West', 'javascript:alert(1)'].map(
        (value, at) => `${misfits[at]}: ${value}`,
      ),
    )
  })

  test('follow the notation of the office’s language', async () => {
    const person = await (await testOffice()).owner()
    await person.ask.office.save({
      company: 'Angkor Trading',
      country: 'KH',
      currency: 'USD',
      language: 'ru',
    })
    const { fields } = await fieldsOf(person)
    await bring(person, lines(heading, 'Lotus Shop,012 345 678,"1 234,5","1.200,50 KHR",,да,,,'))
    expect((await cardOf(person, 'Lotus')).custom).toEqual({
      [fields.size.id]: 1234.5,
      [fields.deposit.id]: { amount: 120_050, currency: 'KHR' },
      [fields.delivery.id]: true,
    })
  })

  test('add to a known client only what it lacks, and go when the import is taken back', async () => {
    const person = await (await testOffice()).owner()
    const { fields } = await fieldsOf(person)
    await person.ask.clients.create({
      kind: 'organisation',
      names: [{ text: 'Lotus Shop' }],
      phones: [{ typed: '012 345 678' }],
      custom: { [fields.size.id]: 10 },
    })
    const { id } = await bring(person, lines('Name,Phone,Shop size,Door', 'Lotus Shop,012 345 678,20,blue'))
    expect((await cardOf(person, 'Lotus')).custom).toEqual({
      [fields.size.id]: 10,
      [fields.remark.id]: 'blue',
    })
    await person.ask.imports.undo({ id })
    expect((await cardOf(person, 'Lotus')).custom).toEqual({ [fields.size.id]: 10 })
  })

  test('can be chosen by hand, and none that is not there', async () => {
    const person = await (await testOffice()).owner()
    const { fields } = await fieldsOf(person)
    const { upload, mapping } = await put(person, csv(lines('Name,Colour', 'Lotus Shop,blue')))
    const chosen = (custom: number) =>
      mapping.map((column) => (column.heading === 'Colour' ? { ...column, field: 'custom', custom } : column))
    expect(await refusal(person.ask.imports.run({ upload, mapping: chosen(999) }))).toMatchObject({
      code: 'BAD_MAPPING',
    })
    await person.ask.lists.retireField({ id: fields.page.id, retired: true })
    expect(await refusal(person.ask.imports.run({ upload, mapping: chosen(fields.page.id) }))).toMatchObject({
      code: 'BAD_MAPPING',
    })
    await person.ask.imports.run({ upload, mapping: chosen(fields.remark.id) })
    expect((await cardOf(person, 'Lotus')).custom).toEqual({ [fields.remark.id]: 'blue' })
  })
})
