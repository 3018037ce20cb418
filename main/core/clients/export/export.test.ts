import { readdirSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import type { ClientExport, ExportStep } from '../../../../app/contract/clientExport.ts'
import type { ClientDraft } from '../../../../app/contract/clients.ts'
import type { HideableField } from '../../../../app/rights.ts'
import { openTable } from '../../imports/reading/table.ts'
import { cardsIn } from '../../imports/reading/vcard/properties.ts'
import { bring, many } from '../../imports/fileForTests.ts'
import { draft, refusal, testOffice, type Person, type TestOffice } from '../../testOffice.ts'

type Asked = Partial<ClientExport>

const full = draft('Mekong Rice', {
  names: [
    { text: 'Mekong Rice', language: 'en' },
    { text: 'អង្ករមេគង្គ', language: 'km' },
  ],
  code: '0017',
  statusId: 2,
  managerId: 1,
  language: 'km',
  phones: [{ typed: '012 345 678', label: 'work' }, { typed: '+855 23 900 415' }],
  emails: [{ address: 'sales@mekong.example', label: 'work' }],
  addresses: [
    { street: 'Street 63', city: 'Battambang', country: 'KH' },
    { city: 'Phnom Penh', country: 'KH' },
  ],
  contacts: [
    { name: 'Vuthy', position: 'buyer' },
    { name: 'Chan Dara', position: 'driver' },
  ],
  websites: [{ address: 'https://mekong.example' }],
  notes: '=Pays late\nasks twice',
})

let office: TestOffice
let owner: Person
beforeEach(async () => {
  office = await testOffice()
  owner = await office.owner()
})

const words = { format: 'csv', language: 'en' } as const

async function steps(person: Person, asked: Asked = {}, signal?: AbortSignal): Promise<ExportStep[]> {
  const found: ExportStep[] = []
  for await (const step of await person.ask.clients.export(
    { ...words, ...asked },
    { ...(signal && { signal }) },
  ))
    found.push(step)
  return found
}

async function bytesOf(person: Person, asked: Asked = {}): Promise<Uint8Array> {
  const { id, size } = (await steps(person, asked)).at(-1)!.file!
  const parts: Uint8Array[] = []
  for (let offset = 0; offset < size;) {
    const part = new Uint8Array(await (await person.ask.clients.exported({ id, offset })).arrayBuffer())
    parts.push(part)
    offset += part.length
  }
  return Buffer.concat(parts)
}

async function tableOf(person: Person, asked: Asked = {}) {
  const table = await openTable(await bytesOf(person, asked))
  const rows = []
  for await (const some of table.portions()) rows.push(...some)
  return {
    headings: table.headings,
    rows: rows.map(({ values }) =>
      Object.fromEntries(table.headings.map((heading, at) => [heading, values[at]!])),
    ),
  }
}

const namesOf = async (person: Person, asked: Asked = {}) =>
  (await tableOf(person, asked)).rows.map((row) => row.Name ?? row['Name 1'])

const make = (person: Person, ...drafts: ClientDraft[]) =>
  Promise.all(drafts.map((one) => person.ask.clients.create(one)))

test.each(['csv', 'xlsx'] as const)(
  'a table as %s has all of a client, every number as it was typed',
  async (format) => {
    await make(owner, full)
    const { rows } = await tableOf(owner, { format })
    expect(rows).toEqual([
      {
        'Name 1': 'Mekong Rice',
        'Name 1 - language': 'en',
        'Name 2': 'អង្ករមេគង្គ',
        'Name 2 - language': 'km',
        Kind: 'Organisation',
        Code: '0017',
        Status: 'Active',
        Manager: owner.name,
        'Phone 1': '012 345 678',
        'Phone 1 - used for': 'work',
        'Phone 2': '+855 23 900 415',
        'Phone 2 - used for': '',
        'E-mail': 'sales@mekong.example',
        'E-mail - used for': 'work',
        'Address 1 - Street and house': 'Street 63',
        'Address 1 - City': 'Battambang',
        'Address 1 - Region': '',
        'Address 1 - Postcode': '',
        'Address 1 - Country': 'Cambodia',
        'Address 1 - Address as written': '',
        'Address 2 - Street and house': '',
        'Address 2 - City': 'Phnom Penh',
        'Address 2 - Region': '',
        'Address 2 - Postcode': '',
        'Address 2 - Country': 'Cambodia',
        'Address 2 - Address as written': '',
        'Contact 1': 'Vuthy',
        'Contact 1 - Position': 'buyer',
        'Contact 2': 'Chan Dara',
        'Contact 2 - Position': 'driver',
        Website: 'https://mekong.example',
        'Language of documents': 'km',
        'Counts as': 'Client',
        'Category (from list)': '',
        'Groups (from list)': '',
        'Source (from list)': '',
        Birthday: '',
        Messengers: '',
        'Pages in social networks': '',
        'Price list': '',
        'Discount, %': '',
        'Bonus card': '',
        'Credit limit': '',
        Notes: '=Pays late\nasks twice',
      },
    ])
  },
)

test('a CSV file is UTF-8 with its mark, has the reader’s words and delimiter, and no formula', async () => {
  await make(owner, full)
  const text = Buffer.from(await bytesOf(owner, { language: 'ru', delimiter: ';' })).toString()
  expect(text).toMatch(/^\ufeffИмя или название 1;Имя или название 1 - язык;/)
  expect(text).toContain(';Организация;0017;Активный;')
  expect(text).toContain(';Камбоджа;')
  expect(text).toContain(`"'=Pays late\nasks twice"\r\n`)
})

test('what was exported is imported elsewhere as it was', async () => {
  const others = [
    draft('-Sok & Sons; "Ltd"', { phones: [{ typed: '+855-12-345-679', label: 'mobile' }], notes: '@home' }),
    draft('Ольга', {
      kind: 'person',
      statusId: 5,
      emails: [{ address: 'olga@mail.example', label: 'home' }],
    }),
    draft('សុភា', { kind: 'person', names: [{ text: 'សុភា', language: 'km' }], language: 'ru' }),
  ]
  await make(owner, full, ...others)
  const files = await Promise.all(
    [
      { language: 'km', delimiter: ';', format: 'csv' } as const,
      { language: 'ny', format: 'xlsx' } as const,
      { format: 'vcard' } as const,
    ].map(async (asked) => new File([(await bytesOf(owner, asked)) as BlobPart], 'clients')),
  )
  const cardsOf = async (person: Person) => {
    const { rows } = await person.ask.clients.page({})
    const cards = await Promise.all(rows.map(({ id }) => person.ask.clients.card({ id })))
    return cards.map(({ id: _i, createdAt: _c, changedAt: _a, revision: _r, addresses, ...card }) => ({
      ...card,
      // The import writes each address in one line too.
      addresses: addresses?.map(({ text: _text, ...parts }) => parts),
    }))
  }
  const here = await cardsOf(owner)
  for (const file of files.slice(0, 2)) {
    const elsewhere = await (await testOffice()).owner()
    const { upload } = await elsewhere.ask.imports.upload({ file })
    const { mapping } = await elsewhere.ask.imports.preview({ upload })
    const { problems, created } = await elsewhere.ask.imports.run({ upload, mapping })
    expect({ problems, created }).toEqual({ problems: [], created: 4 })
    expect(await cardsOf(elsewhere)).toEqual(here)
  }
  const [card] = cardsIn(await files[2]!.text())
  expect(card?.version).toBe('4.0')
})

const columnOf: Partial<Record<HideableField, RegExp>> = {
  'client.phones': /^Phone/,
  'client.emails': /^E-mail/,
  'client.addresses': /^Address|City|Country/,
  'client.contacts': /^Contact/,
  'client.notes': /^Notes/,
  'client.status': /^Status/,
  'client.manager': /^Manager/,
  'client.category': /^Category/,
  'client.source': /^Source/,
  'client.groups': /^Groups/,
  'client.priceList': /^Price list/,
  'client.discount': /^Discount/,
  'client.bonusCard': /^Bonus/,
  'client.creditLimit': /^Credit/,
  'client.birthday': /^Birthday/,
  'client.messengers': /^Messengers/,
  'client.socialPages': /^Pages/,
}

test('a hidden field is in no file, and cannot be asked for', async () => {
  await make(owner, full)
  for (const [field, heading] of Object.entries(columnOf) as [HideableField, RegExp][]) {
    const person = await office.person({ rights: ['clients.see', 'clients.export'], hidden: [field] })
    const { headings } = await tableOf(person)
    expect(headings.filter((one) => heading.test(one))).toEqual([])
    const asked =
      field === 'client.status' ? 'status' : field === 'client.manager' ? 'manager' : field.slice(7)
    expect(await refusal(steps(person, { fields: [asked as 'phones'] }))).toMatchObject({
      code: 'FIELD_HIDDEN',
    })
  }
  const blind = await office.person({
    rights: ['clients.see', 'clients.export'],
    hidden: Object.keys(columnOf) as HideableField[],
  })
  const file = Buffer.from(await bytesOf(blind, { format: 'vcard' })).toString()
  expect(file).not.toMatch(/TEL|EMAIL|ADR|RELATED|NOTE|X-ABLABEL/)
  expect(await refusal(steps(blind, { order: [{ field: 'city', descending: false }] }))).toMatchObject({
    code: 'FIELD_HIDDEN',
  })
  expect(await refusal(steps(blind, { filter: { statusId: 2 } }))).toMatchObject({ code: 'FIELD_HIDDEN' })
})

test('exported is whom one reaches, by what is shown or selected, in its order', async () => {
  const [a, b, c, binned] = await make(owner, draft('Anna'), draft('Bopha'), draft('Chan'), draft('Dara'))
  await owner.ask.clients.bin({ ids: [binned!.id] })
  expect(await namesOf(owner)).toEqual(['Anna', 'Bopha', 'Chan'])
  expect(await namesOf(owner, { order: [{ field: 'name', descending: true }], except: [b!.id] })).toEqual([
    'Chan',
    'Anna',
  ])
  expect(await namesOf(owner, { ids: [c!.id, a!.id, binned!.id, 999] })).toEqual(['Anna', 'Chan'])
  expect(await namesOf(owner, { filter: { text: 'bop' } })).toEqual(['Bopha'])
  expect(await namesOf(owner, { filter: { binned: true } })).toEqual(['Dara'])
  expect((await tableOf(owner, { fields: ['code'] })).headings).toEqual(['Name', 'Name - language', 'Code'])
  expect((await tableOf(owner, { filter: { text: 'nobody' } })).rows).toEqual([])
  const seller = await office.person({
    rights: ['clients.see', 'clients.edit', 'clients.export'],
    ownOnly: ['clients'],
  })
  await make(seller, draft('Eang'))
  expect(await namesOf(seller)).toEqual(['Eang'])
  expect(await namesOf(seller, { ids: [a!.id] })).toEqual([])
})

test('who may not export or see clients is refused', async () => {
  const cashier = await office.person({ rights: ['clients.see', 'clients.edit'] })
  expect(await refusal(steps(cashier))).toMatchObject({ code: 'NO_RIGHT', data: { right: 'clients.export' } })
  const blind = await office.person({ rights: ['clients.export'] })
  expect(await refusal(steps(blind))).toMatchObject({ code: 'NO_RIGHT', data: { right: 'clients.see' } })
})

test('the log says who exported how many and by what, and nothing of what', async () => {
  const [a] = await make(owner, full, draft('Anna'))
  await steps(owner, {
    format: 'vcard',
    filter: { statusId: 2, text: ' mekong ' },
    ids: [a!.id],
    fields: ['phones'],
  })
  const { rows } = await owner.ask.log.page({ action: 'clients.export' })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ by: owner.name, subject: null })
  expect(Object.fromEntries(rows[0]!.changes.map(({ field, after }) => [field, after]))).toEqual({
    'export.clients': 1,
    'export.format': 'vcard',
    'export.text': 'mekong',
    'client.status': 2,
    'export.selected': 1,
    'export.columns': ['phones'],
  })
})

test('a file is only for the session that made it, and goes with it', async () => {
  await make(owner, full)
  const { id } = (await steps(owner)).at(-1)!.file!
  const other = await office.owner()
  expect(await refusal(other.ask.clients.exported({ id, offset: 0 }))).toMatchObject({ code: 'NOT_FOUND' })
  expect(readdirSync(office.folder).filter((name) => name.startsWith('export-'))).toHaveLength(1)
  await owner.ask.door.signOut()
  expect(readdirSync(office.folder).filter((name) => name.startsWith('export-'))).toEqual([])
})

test('cancelled, it ends at once and leaves no file and no line in the log', async () => {
  await bring(owner, many(3000))
  const stop = new AbortController()
  const seen: ExportStep[] = []
  const asked = async () => {
    for await (const step of await owner.ask.clients.export(words, { signal: stop.signal })) {
      seen.push(step)
      stop.abort()
    }
  }
  expect(await refusal(asked())).toMatchObject({ code: 'CANCELLED' })
  expect(seen).toEqual([{ done: 0, total: 3000, file: null }])
  expect(readdirSync(office.folder).filter((name) => name.startsWith('export-'))).toEqual([])
  expect((await owner.ask.log.page({ action: 'clients.export' })).total).toBe(0)
  // And the next one has its turn.
  expect(await namesOf(owner, { filter: { text: '2999' } })).toEqual(['Client number 2999'])
})

test('an export is as the base stood when it began, and those of an unfinished import are not in it', async () => {
  await bring(owner, many(2500))
  let added = false
  const found: ExportStep[] = []
  for await (const step of await owner.ask.clients.export(words)) {
    found.push(step)
    if (!added) await make(owner, draft('AAA late'))
    added = true
  }
  expect(found.at(-1)).toMatchObject({ done: 2500, total: 2500 })
  office.office.importing = { id: 1, done: 0, rows: null, cancel: () => undefined }
  expect(await namesOf(owner)).toEqual(['AAA late'])
  office.office.importing = null
})

test('where somebody works goes with their card, and comes back as a link in another office', async () => {
  const dara = await owner.ask.clients.create({ kind: 'person', names: [{ text: 'Sok Dara' }] })
  const contact = { name: 'Sok Dara', personId: dara.id, position: 'Buyer' }
  await owner.ask.clients.create(draft('Mekong, Rice', { contacts: [contact] }))
  const file = Buffer.from(await bytesOf(owner, { format: 'vcard' })).toString()
  expect(file).toContain(String.raw`ORG:Mekong\, Rice`)
  expect(file).toContain('TITLE:Buyer')
  const without = await bytesOf(owner, { format: 'vcard', fields: ['phones'] })
  expect(Buffer.from(without).toString()).not.toContain('TITLE:Buyer')

  const other = await (await testOffice()).owner()
  const { upload } = await other.ask.imports.upload({ file: new File([file], 'cards.vcf') })
  const mapping = [{ column: 0, heading: 'ORG', field: 'employer' }]
  expect(await other.ask.imports.run({ upload, mapping })).toMatchObject({ created: 2, organisations: 0 })
  const [found] = await other.ask.clients.search({ text: 'Mekong' })
  const back = await other.ask.clients.card({ id: found!.id })
  expect(back.contacts).toEqual([{ ...contact, personId: expect.any(Number) }])
})
