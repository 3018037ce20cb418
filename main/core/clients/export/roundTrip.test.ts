import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportFields } from '../../../../app/contract/clientExport.ts'
import type { ClientDraft } from '../../../../app/contract/clients.ts'
import type { CustomField } from '../../../../app/contract/lists.ts'
import { countryCodes } from '../../../../app/countries.ts'
import { byteOrderMark, csvRow } from '../../../../app/csv.ts'
import { languages, type Language } from '../../../../app/languages.ts'
import { fromMinor, minorDigits } from '../../../../app/money.ts'
import { readPhone } from '../../../../app/phone.ts'
import type { StoredCard } from '../../../../db/clients/card.ts'
import type { ClientExtent } from '../../../../db/clients/extent.ts'
import { languageByScript, line, lines, writtenIn } from '../../imports/reading/cells.ts'
import { drafter } from '../../imports/reading/draft.ts'
import type { ImportedClient } from '../../imports/reading/imported.ts'
import { suggestMapping } from '../../imports/reading/headings.ts'
import { openTable } from '../../imports/reading/table.ts'
import { cardsIn } from '../../imports/reading/vcard/properties.ts'
import { draftOfCard } from '../../imports/reading/vcard/draft.ts'
import { exportColumns, type ExportLists } from './columns.ts'
import { vcardOf } from './vcard.ts'

const own = (Object.keys(languages) as Language[]).filter((tag) => tag !== 'ar-XB')

const pieces = [
  'Sophea', 'Traders', '& Co', 'សុភា', 'ភ្នំពេញ', 'Ольга', 'Ёлкина', '东方', '"quoted"', "O'Neil", 'a;b', 'a,b', 'tab', '=1+1',
  '-2', '@home', '+x', "'x", '“soft”', '12', '/ 7', '(Ltd)', 'back\\slash', '😀', 'é',
] // prettier-ignore
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  .map((some) => line(some.join(' ')))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const few = <T>(value: fc.Arbitrary<T>, key: (entry: T) => unknown, least = 0) =>
  fc.uniqueArray(value, { minLength: least, maxLength: 3, selector: key })
/** Without what is undefined: absent and undefined are not the same. */
const bare = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

const label = maybe(fc.constantFrom('mobile', 'work', 'home', 'fax', 'main', 'Dara’s'))
const phone = fc
  .record({
    typed: fc.constantFrom(
      '012 345 678', '+855 12 345 679', '+85512345680', '+855-12-345-681', '(023) 900 415', '+44 20 7946 0958',
      '+1 503 555 7555 ext. 102', '000123', '012 888 777/78',
    ), // prettier-ignore
    label,
  })
  .map(bare)
const link = fc.record({
  network: fc.constantFrom('Telegram', 'WhatsApp', 'Zalo'),
  address: fc.constantFrom('@mekong', '+855 12 345 678', 'https://a.example/?b=1'),
})
const client = fc.record({
  kind: fc.constantFrom('person' as const, 'organisation' as const),
  names: few(
    fc
      .record({ text, language: maybe(fc.constantFrom('en', 'km', 'ru', 'ny', 'zh-Hant', 'fr-CA')) })
      .map(bare),
    (name) => name.text,
    1,
  ),
  code: maybe(fc.constantFrom('007', 'K-17', '1e5', '=1', '00012')),
  statusId: maybe(fc.constantFrom(1, 2)),
  managerId: maybe(fc.constant(1)),
  language: maybe(fc.constantFrom('km', 'ru', 'fr-CA')),
  phones: few(phone, ({ typed }) => typed),
  emails: few(
    fc
      .record({ address: fc.constantFrom('a@b.example', 'sok.dara@mail.example', 'почта@пример.рф'), label })
      .map(bare),
    ({ address }) => address,
  ),
  addresses: few(
    fc
      .record({
        street: maybe(text),
        city: maybe(text),
        region: maybe(text),
        postcode: maybe(fc.constantFrom('01234', '120000')),
        country: maybe(fc.constantFrom(...countryCodes)),
        text: maybe(text),
      })
      .map(bare)
      .filter((address) => Object.keys(address).length > 0),
    (address) => JSON.stringify(address),
  ),
  contacts: few(
    fc.record({ name: text.filter((name) => !name.includes(';')), position: maybe(text) }).map(bare),
    ({ name }) => name,
  ),
  websites: few(
    fc
      .constantFrom('https://example.com/?a=1,2', 'www.phsar.example', 'http://a.example')
      .map((address) => ({ address })),
    ({ address }) => address,
  ),
  relationIds: few(fc.constantFrom(3, 4, 5), (id) => id),
  categoryId: maybe(fc.constantFrom(3, 4)),
  groupIds: few(fc.constantFrom(3, 4, 5), (id) => id),
  sourceId: maybe(fc.constant(5)),
  birthday: maybe(fc.constantFrom('1953-11-09', '--02-29')),
  messengers: few(link, ({ network }) => network),
  socialPages: few(link, ({ network }) => network),
  priceListId: maybe(fc.constant(3)),
  discount: maybe(fc.constantFrom(0, 750, 10_000, 1)),
  bonusCard: maybe(fc.constantFrom('000777', 'B-1')),
  creditLimit: maybe(
    fc.constantFrom(
      { amount: 0, currency: 'USD' },
      { amount: 150_050, currency: 'EUR' },
      { amount: 7, currency: 'JPY' },
    ),
  ),
  notes: fc.array(text, { maxLength: 3 }).map((some) => some.join('\n')),
})

const lists: ExportLists = {
  entries: new Map([
    [1, 'Active'],
    [2, '-Lost'],
    [3, 'Retail'],
    [4, 'អ្នកផ្គត់ផ្គង់'],
    [5, 'By word of mouth, mostly'],
  ]),
  custom: [],
  managers: new Map([[1, 'Sokha Chan']]),
}

const stored = (draft: object, id: number): StoredCard =>
  ({ id, statusId: null, managerId: null, language: null, ...draft }) as unknown as StoredCard

function extentOf(cards: readonly StoredCard[]): ClientExtent {
  const most = (list: 'names' | 'phones' | 'emails' | 'addresses' | 'contacts' | 'websites') =>
    Math.max(0, ...cards.map((card) => card[list]?.length ?? 0))
  return {
    names: most('names'),
    phones: most('phones'),
    emails: most('emails'),
    addresses: most('addresses'),
    contacts: most('contacts'),
    websites: most('websites'),
    phoneLabels: cards.some((card) => card.phones?.some((phone) => phone.label)),
    emailLabels: cards.some((card) => card.emails?.some((email) => email.label)),
  }
}

async function readBack(text: string): Promise<(ImportedClient | null)[]> {
  const table = await openTable(new TextEncoder().encode(text))
  const mapping = suggestMapping(
    table.headings,
    table.sample.map((row) => row.values),
  )
  const draft = drafter(mapping, { country: 'KH', sample: table.sample })
  const drafts = []
  for await (const rows of table.portions()) for (const row of rows) drafts.push(draft(row).draft)
  return drafts
}

/** A name has a language of its own script only, and one without any gets that of its script. */
const named = ({ text, language }: ClientDraft['names'][number]) =>
  bare({
    text,
    language: language !== undefined && writtenIn(language, text) ? language : languageByScript(text),
  })

type Drawn = typeof client extends fc.Arbitrary<infer T> ? T : never

/** What an import makes of a client that was typed in: the same, save that an address has its line too. */
function expected(drawn: Drawn) {
  return bare({
    kind: drawn.kind,
    names: drawn.names.map(named),
    code: drawn.code,
    status: drawn.statusId === undefined ? undefined : lists.entries.get(drawn.statusId),
    manager: drawn.managerId === undefined ? undefined : lists.managers.get(drawn.managerId),
    language: drawn.language,
    phones: drawn.phones,
    emails: drawn.emails,
    addresses: drawn.addresses.map(({ text: own, ...parts }) =>
      bare({ ...parts, text: own ?? expect.any(String) }),
    ),
    contacts: drawn.contacts,
    websites: drawn.websites.map(({ address }) => address),
    birthday: drawn.birthday,
    ...listed(drawn),
    notes: drawn.notes === '' ? [] : [lines(drawn.notes)],
  })
}

/** What goes to the office's lists stays a text until they are asked. */
function listed(drawn: Drawn): Pick<ImportedClient, 'lists'> {
  const names = (ids: readonly number[]) => ids.map((id) => lists.entries.get(id)!).join('; ')
  const one = (id: number | undefined) => (id === undefined ? '' : names([id]))
  const links = (all: Drawn['messengers']) => all.map((own) => `${own.network}: ${own.address}`).join('; ')
  const limit = drawn.creditLimit
  const texts = {
    relations: names(drawn.relationIds),
    category: one(drawn.categoryId),
    source: one(drawn.sourceId),
    groups: names(drawn.groupIds),
    priceList: one(drawn.priceListId),
    discount: drawn.discount === undefined ? '' : String(drawn.discount / 100),
    bonusCard: drawn.bonusCard ?? '',
    creditLimit: limit ? `${fromMinor(limit).toFixed(minorDigits(limit.currency))} ${limit.currency}` : '',
    messengers: links(drawn.messengers),
    socialPages: links(drawn.socialPages),
  }
  const own = Object.entries(texts).filter(([, text]) => text !== '')
  return own.length === 0 ? {} : { lists: Object.fromEntries(own) }
}

const told = ({ emails, emailLabels, phones, ...draft }: ImportedClient) => ({
  ...draft,
  phones: phones.map(({ typed, label }) => bare({ typed, label })),
  emails: emails.map((address) => bare({ address, label: emailLabels?.[address] })),
})

test.each(own)('a table in %s comes back as it was, whatever stands in it', async (language) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(client, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(',', ';'),
      async (drawn, delimiter) => {
        const cards = drawn.map(stored)
        const columns = exportColumns(new Set(exportFields), extentOf(cards), lists, language)
        const rows = [
          columns.map((column) => column.heading),
          ...cards.map((card) => columns.map((column) => column.value(card))),
        ]
        const back = await readBack(byteOrderMark + rows.map((row) => csvRow(row, delimiter)).join(''))
        expect(back.map((draft) => draft && told(draft))).toEqual(drawn.map(expected))
      },
    ),
    { numRuns: 60 },
  )
})

test('a vCard comes back with its names, numbers, e-mails and addresses', () => {
  fc.assert(
    fc.property(client, (drawn) => {
      const country = drawn.addresses.find((address) => address.country)?.country ?? 'KH'
      const phones = drawn.phones.map((phone) => ({ ...phone, e164: readPhone(phone.typed, country).e164 }))
      const file = vcardOf(stored({ ...drawn, phones }, 1), new Set(exportFields), lists, 'en')
      for (const one of file.split('\r\n')) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75)
      expect(Buffer.from(file).toString()).toBe(file)
      const [card, ...others] = cardsIn(file)
      expect(others).toEqual([])
      const { draft } = draftOfCard(card!, 1, { country: 'KH' })
      expect(draft?.kind).toBe(drawn.kind)
      expect(draft?.names).toEqual(drawn.names.map(named))
      expect(draft?.phones.map(({ e164, digits, label }) => bare({ number: e164 ?? digits, label }))).toEqual(
        phones.map(({ typed, e164, label }) =>
          bare({ number: e164 ?? readPhone(typed, country).digits, label }),
        ),
      )
      expect(draft && told(draft).emails).toEqual(drawn.emails)
      expect(draft?.websites).toEqual(drawn.websites.map(({ address }) => address))
      expect(draft?.language).toBe(drawn.language)
      expect(draft?.birthday).toBe(drawn.birthday)
      const { groups, messengers, socialPages } = listed(drawn).lists ?? {}
      expect(draft?.lists ?? {}).toEqual(bare({ groups, messengers, socialPages }))
      expect(draft?.contacts).toEqual(drawn.kind === 'organisation' ? drawn.contacts : [])
      expect(draft?.addresses.map(({ text: _text, ...parts }) => parts)).toEqual(
        drawn.addresses.map(({ text: own, ...parts }) =>
          Object.keys(parts).length === 0 ? { street: own } : parts,
        ),
      )
    }),
    { numRuns: 300 },
  )
})

test('a vCard brings the office’s own fields by their names, and tells an office without them in the notes', () => {
  const field = (id: number, name: string, type: CustomField['type']): CustomField => ({
    id, type, name, names: { km: `${name} km` }, relationIds: [], required: false, position: id, retired: false,
  }) // prettier-ignore
  const custom = [
    field(1, 'Deposit, paid', 'money'),
    field(2, 'Delivery', 'yes-no'),
    field(3, 'Empty', 'text'),
  ]
  const client = {
    kind: 'organisation',
    names: [{ text: 'Lotus Shop' }],
    addresses: [{ city: 'ភ្នំពេញ', country: 'KH', language: 'km' }],
    custom: { 1: { amount: 25_040, currency: 'USD' }, 2: true },
  }
  const file = vcardOf(client as unknown as StoredCard, new Set(exportFields), { ...lists, custom }, 'km')
  const [card] = cardsIn(file)
  const known = draftOfCard(card!, 1, { country: 'KH', own: custom.map(({ id, name, names }) => ({ id, names: [name, ...Object.values(names)] })) }) // prettier-ignore
  expect([...known.draft!.custom!]).toEqual([
    [1, '250.40 USD'],
    [2, 'បាទ/ចាស'],
  ])
  expect(known.draft?.addresses).toMatchObject([{ city: 'ភ្នំពេញ', country: 'KH', language: 'km' }])
  expect(known.draft?.notes).toEqual([])
  const strange = draftOfCard(card!, 1, { country: 'KH' })
  expect(strange.draft?.custom).toBeUndefined()
  expect(strange.draft?.notes).toEqual(['Deposit, paid km: 250.40 USD', 'Delivery km: បាទ/ចាស'])
  // A role that does not see them exports none of them.
  const without = vcardOf(client as unknown as StoredCard, new Set(['addresses']), { ...lists, custom }, 'en')
  expect(without).not.toContain('250')
})
