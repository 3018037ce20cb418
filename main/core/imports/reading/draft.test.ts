import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drafter } from './draft.ts'
import type { DraftedRow } from './imported.ts'
import { suggestMapping } from './headings.ts'
import { openTable } from './table.ts'

async function draft(text: string): Promise<DraftedRow[]> {
  const table = await openTable(Buffer.from(text))
  const mapping = suggestMapping(
    table.headings,
    table.sample.map((row) => row.values),
  )
  const read = drafter(mapping, { country: 'KH', sample: table.sample })
  const rows: DraftedRow[] = []
  for await (const portion of table.portions()) rows.push(...portion.map(read))
  return rows
}
const one = async (text: string) => (await draft(text))[0]!
const client = async (text: string) => (await one(text)).draft!

describe('drafts', () => {
  it('makes an organisation with its contact', async () => {
    const text =
      'id,company,contactName,job title,street,city,postcode,country,phone,fax,email,site\n' +
      'C1,Alpha GmbH,Anna Berg,Buyer,Long street 1,Berlin,10785,Germany,030 901820,030 901821,anna@alpha.de,www.alpha.de\n'
    expect(await client(text)).toEqual({
      kind: 'organisation',
      names: [{ text: 'Alpha GmbH' }],
      code: 'C1',
      contacts: [{ name: 'Anna Berg', position: 'Buyer' }],
      phones: [
        { typed: '030 901820', e164: '+4930901820', digits: '4930901820', national: '30901820' },
        {
          typed: '030 901821',
          e164: '+4930901821',
          digits: '4930901821',
          national: '30901821',
          label: 'fax',
        },
      ],
      emails: ['anna@alpha.de'],
      addresses: [
        {
          street: 'Long street 1',
          city: 'Berlin',
          postcode: '10785',
          country: 'DE',
          text: 'Long street 1, 10785 Berlin, Germany',
        },
      ],
      websites: ['www.alpha.de'],
      notes: [],
    })
  })

  it('makes a person of parts of a name, family name first where it is the custom', async () => {
    expect(await client('First,Middle,Last,Birthday\nAnna,M.,Berg,31.12.1980\n')).toMatchObject({
      kind: 'person',
      names: [{ text: 'Anna M. Berg' }],
      birthday: '1980-12-31',
    })
    expect((await client('Имя,Отчество,Фамилия\nАнна,Петровна,Берг\n')).names).toEqual([
      { text: 'Берг Анна Петровна' },
    ])
    expect((await client('First,Last\nវណ្ណា,សុខ\n')).names).toEqual([{ text: 'សុខ វណ្ណា', language: 'km' }])
  })

  it('gives a client its names in two languages', async () => {
    expect((await client('khmer,latin\nសុខ,Sok\n')).names).toEqual([
      { text: 'សុខ', language: 'km' },
      { text: 'Sok', language: 'en' },
    ])
    expect((await client('name,city\nអង្គរ / Angkor,X\n')).names).toEqual([
      { text: 'អង្គរ', language: 'km' },
      { text: 'Angkor' },
    ])
    expect((await client('name (km),name (en)\nSok,Sok\n')).names).toEqual([{ text: 'Sok' }])
    expect((await client('company,name (km)\nAlpha Co,អាល់ហ្វា\n')).contacts).toEqual([])
    expect((await client('company,name\nAlpha Co,សុខ វណ្ណា\n')).contacts).toEqual([{ name: 'សុខ វណ្ណា' }])
  })

  it.each([
    ['name,opening hours\nChez Marie,9-5\n', 'organisation'],
    ['name,phone\nAnna Berg,012345678\nBen Kim,012345679\n', 'person'],
    [
      'name,phone\nAlpha Trading Ltd,012345678\nAnna Berg,1234567\nBen Kim,2345678\nEva Lund,3456789\nUlf Dahl,4567890\n',
      'organisation',
    ],
    ['name,phone\nBakery 24,012345678\nMill & Sons,1234567\n', 'organisation'],
    ['name,type\nAlpha,person\n', 'person'],
    ['ФИО,Телефон\nИванова Анна Петровна,84951234567\n', 'person'],
    ['name,contact name\nAlpha,Anna Berg\n', 'organisation'],
    ['company,contact name\n,Anna Berg\n', 'person'],
    ['Name,Given Name,Family Name\nAnna Berg,Anna,Berg\n', 'person'],
  ])('%j: %s', async (text, kind) => expect((await client(text)).kind).toBe(kind))

  it('loses nothing: what has no place goes into the notes', async () => {
    const { draft, problems } = await one(
      'name,email,phone,website,birthday,country,notes,hours\nAnna Berg,anna(at)x,ask Ben,javascript:alert(1),soon,Atlantis,First\\nhi,9-5\n',
    )
    expect(draft).toMatchObject({ emails: [], phones: [], websites: [] })
    expect(draft!.notes).toEqual([
      'First\\nhi',
      'country: Atlantis',
      'birthday: soon',
      'phone: ask Ben',
      'email: anna(at)x',
      'website: javascript:alert(1)',
      'hours: 9-5',
    ])
    expect(problems.map(({ field, reason, refused }) => [field, reason, refused])).toEqual([
      ['country', 'unknown-country', false],
      ['birthday', 'bad-date', false],
      ['phone', 'bad-phone', false],
      ['email', 'bad-email', false],
      ['website', 'bad-url', false],
    ])
  })

  it('refuses a row without a name, and one whose name is too long', async () => {
    const rows = await draft(`name,phone\n,012345678\n${'x'.repeat(501)},012345678\nAnna,1234567\n`)
    expect(rows.map(({ row, draft, problems }) => [row, draft === null, problems[0]?.reason])).toEqual([
      [2, true, 'no-name'],
      [3, true, 'too-long'],
      [4, false, undefined],
    ])
  })

  it('reads several numbers and addresses of one cell', async () => {
    const { phones, emails } = await client(
      'name,phone,email\nAnna,"012 345 678 / 098 765 432","a@x.org; Ben <b@x.org>, mailto:c@x.org"\n',
    )
    expect(phones.map((phone) => phone.e164)).toEqual(['+85512345678', '+85598765432'])
    expect(emails).toEqual(['a@x.org', 'b@x.org', 'c@x.org'])
  })

  it('reads a number by the row’s country, and by the office’s only where the row has none', async () => {
    const rows = await draft(
      'name,country,phone\nA,Germany,030 901820\nB,,012 345 678\nC,Germany,012 345 678\nD,Atlantis,012 345 678\n',
    )
    expect(rows.map((row) => row.draft!.phones[0]!.e164)).toEqual(['+4930901820', '+85512345678', null, null])
  })

  it('reads Google’s contacts', async () => {
    const { names, phones, contacts, addresses, kind } = await client(
      'Name,Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Address 1 - Street,Address 1 - City,Address 1 - Country\n' +
        'Anna Berg,Anna,Berg,Alpha,Buyer,* Mobile,012 345 678 ::: 098 765 432,Reception,023 880 880,Street 1,Phnom Penh,Cambodia\n',
    )
    expect([kind, names, contacts]).toEqual([
      'organisation',
      [{ text: 'Alpha' }],
      [{ name: 'Anna Berg', position: 'Buyer' }],
    ])
    expect(phones.map((phone) => [phone.e164, phone.label])).toEqual([
      ['+85512345678', 'mobile'],
      ['+85598765432', 'mobile'],
      ['+85523880880', 'Reception'],
    ])
    expect(addresses).toHaveLength(1)
  })

  it('keeps addresses of different labels apart', async () => {
    const { addresses } = await client(
      'name,Home Street,Home City,Business Street,Business City,Country\nA,S1,C1,S2,C2,France\n',
    )
    expect(addresses.map((address) => [address.street, address.city, address.country])).toEqual([
      ['S1', 'C1', 'FR'],
      ['S2', 'C2', 'FR'],
    ])
  })

  it('tells day and month apart by the column', async () => {
    const birthdays = async (...dates: string[]) =>
      (await draft(`name,birthday\n${dates.map((date) => `A,${date}`).join('\n')}\n`)).map(
        (row) => row.draft!.birthday,
      )
    expect(await birthdays('03/04/1990', '12/31/1990')).toEqual(['1990-03-04', '1990-12-31'])
    expect(await birthdays('03/04/1990', '31/12/1990')).toEqual(['1990-04-03', '1990-12-31'])
    expect(await birthdays('1948-12-08 00:00:00.000', '5 May 1980', '០១/០២/១៩៩០')).toEqual([
      '1948-12-08',
      '1980-05-05',
      '1990-02-01',
    ])
    expect(await birthdays('0/0/00')).toEqual([undefined])
  })

  it('cleans values', async () => {
    const { names, addresses } = await client(
      'name,address\n"  Cafe\u0301 \t \u202eX\u0007 ","Mataderos  2312\nDoor 4"\n',
    )
    expect([names[0]!.text, addresses[0]!.street]).toEqual(['Café X', 'Mataderos 2312 Door 4'])
  })

  it('never throws and loses no word of a row', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab1@.:/+ ក#'), minLength: 1, maxLength: 12 })
    const columns = [
      'name',
      'company',
      'First name',
      'contact name',
      'job title',
      'phone',
      'email',
      'website',
      'address',
      'city',
      'country',
      'birthday',
      'type',
      'x',
    ]
    const mapping = suggestMapping(columns, [])
    fc.assert(
      fc.property(fc.array(word, { minLength: columns.length, maxLength: columns.length }), (values) => {
        const { draft } = drafter(mapping, { country: 'KH' })({ row: 2, values, mended: false })
        if (!draft) return
        const kept = JSON.stringify(draft).replace(/\s|\\n/g, '')
        for (const letter of new Set(values.join('').replace(/[\s;]/g, ''))) expect(kept).toContain(letter)
      }),
    )
  })
})
