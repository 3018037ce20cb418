import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClientDraft } from '../../app/contract/clients.ts'
import { RecordColumns } from '../columns/asking.ts'
import { clientArea } from './columns/area.ts'
import { searchClients, type SearchScope } from './search.ts'
import { temporaryBase, type TemporaryBase } from './temporaryBase.ts'
import { setBinned } from './write.ts'

const person = (...names: string[]): ClientDraft => ({
  kind: 'person',
  names: names.map((text) => ({ text })),
})
const drafts = {
  jurgen: person('Jürgen Großmann'),
  martin: person('Martin Smith'),
  smith: person('Smith'),
  smithson: person('Smithson Anna'),
  blacksmith: person('The Blacksmiths'),
  khmer: person('សុខ សុភាព', 'Sok Sopheap'),
  khmerFirm: { ...person('ក្រុមហ៊ុន ចាន់ដារ៉ា'), kind: 'organisation' },
  russian: person('Фёдоров Артём'),
  polish: person('Łukasz Wójcik'),
  vietnamese: person('Nguyễn Thị Hoa'),
  chinese: person('王小明'),
  rareChinese: person('𠮷野家'),
  arabic: person('إبراهيم السيّد'),
  firm: {
    ...person('Acme Trading Co., Ltd.'),
    kind: 'organisation',
    code: 'AC-17',
    contacts: [{ name: 'Zdeněk Novák' }],
    emails: [{ address: 'Office@Acme.example' }],
  },
  caller: { ...person('Caller One'), phones: [{ typed: '012 345 678' }, { typed: '+49 151 2345 6789' }] },
  american: {
    ...person('Caller Two'),
    addresses: [{ country: 'US' }],
    phones: [{ typed: '(503) 555-7555 ext. 12' }],
  },
  odd: { ...person('Caller Three'), phones: [{ typed: '880 880/81' }] },
  chained: person('Sma Mal All'),
} satisfies Record<string, ClientDraft>
type Name = keyof typeof drafts

const everything: SearchScope = {
  country: 'KH',
  phones: true,
  emails: true,
  contacts: true,
  bonusCards: true,
}
let base: TemporaryBase
let idOf: Record<Name, number>

beforeAll(async () => {
  base = await temporaryBase()
  const ids = await base.add(Object.values(drafts))
  idOf = Object.fromEntries(Object.keys(drafts).map((name, at) => [name, ids[at]])) as Record<Name, number>
})
afterAll(() => base.remove())

const nameOf = (id: number): string => Object.entries(idOf).find(([, known]) => known === id)?.[0] ?? `#${id}`

async function found(text: string, scope: Partial<SearchScope> = {}, limit = 20): Promise<string[]> {
  const hits = await searchClients(base.reading.kysely, text, limit, { ...everything, ...scope })
  return hits.map(({ id }) => nameOf(id))
}
async function listed(text: string, scope: Partial<SearchScope> = {}): Promise<string[]> {
  const request = { filter: { text }, order: [], offset: 0, limit: 100 }
  const asker = { scope: { ...everything, ...scope }, language: 'en', sortLanguage: 'en' } as const
  const { ids, total } = new RecordColumns(base.reading, clientArea).page(request, asker)
  expect(total).toBe(ids.length)
  return ids.map(nameOf)
}

describe('search by name', () => {
  it.each<[string, Name[]]>([
    ['grossmann', ['jurgen']],
    ['ürge', ['jurgen']],
    ['URGE', ['jurgen']],
    ['Großm', ['jurgen']],
    ['федоров', ['russian']],
    ['ртем', ['russian']],
    ['lukasz', ['polish']],
    ['wojc', ['polish']],
    ['nguyen', ['vietnamese']],
    ['Thi Hoa', ['vietnamese']],
    ['សុភាព', ['khmer']],
    ['ភាព', ['khmer']],
    ['សុភាព សុខ', ['khmer']],
    ['សុ\u200bភាព', ['khmer']],
    ['sopheap', ['khmer']],
    ['ចាន់', ['khmerFirm']],
    ['ដារ៉ា', ['khmerFirm']],
    ['王', ['chinese']],
    ['小明', ['chinese']],
    ['𠮷', ['rareChinese']],
    ['𠮷野', ['rareChinese']],
    ['ابراهيم', ['arabic']],
    ['سيد', ['arabic']],
    ['co., ltd', ['firm']],
  ])('%s', async (text, names) => {
    expect(await found(text)).toEqual(names)
    expect(await listed(text)).toEqual(names)
  })

  it('finds words of one and two letters anywhere in a name', async () => {
    expect(await found('ój')).toEqual(['polish'])
    expect(await found('мф')).toEqual([])
    expect(await found('ф')).toEqual(['russian'])
    expect(await found('z')).toEqual(['polish', 'firm'])
    expect(await found('z', { contacts: false })).toEqual(['polish'])
  })

  it('finds several words in any order, short ones beside long ones', async () => {
    expect(await found('smith martin')).toEqual(['martin'])
    expect(await found('mar smi')).toEqual(['martin'])
    expect(await found('an smithson')).toEqual(['smithson'])
    expect(await found('smith ti')).toEqual(['martin'])
    expect(await found('smith qu')).toEqual([])
    expect(await listed('smith ti')).toEqual(['martin'])
  })

  it('finds nobody by letters that stand apart', async () => {
    // Every three letters of it are in the name, the word is not.
    expect(await found('small')).toEqual([])
    expect(await listed('small')).toEqual([])
  })

  it('finds nobody by nothing, by marks alone, and survives the full-text language', async () => {
    for (const text of ['', '   ', '"', '* OR *', '(', 'NEAR(', '{grams}', '_', '@', "'; --", '\0', '\ud800'])
      expect(await found(text), text).toEqual([])
    expect(await found('smith OR anna')).toEqual([])
    expect(await found('"smith" *')).toContain('smith')
  })

  it('puts the name itself first, then its beginning, the beginning of a word, the inside, somebody else', async () => {
    expect(await found('smith')).toEqual(['smith', 'smithson', 'martin', 'blacksmith'])
    expect(await found('smith', {}, 2)).toEqual(['smith', 'smithson'])
    expect(await found('no', { contacts: true })).toEqual(['firm'])
  })

  it('finds beginnings of words before what many more have inside, however old those are', async () => {
    const crowd = await temporaryBase()
    try {
      await crowd.add(Array.from({ length: 400 }, (_, at) => person(`Tuxedo ${at}`)))
      const [newest] = await crowd.add([person('Old Uxmal')])
      const hits = await searchClients(crowd.reading.kysely, 'ux', 20, everything)
      expect(hits).toHaveLength(20)
      expect(hits[0]).toEqual({ id: newest })
    } finally {
      crowd.remove()
    }
  })

  it('finds contact persons for those who may see them', async () => {
    expect(await found('novak')).toEqual(['firm'])
    expect(await found('zdenek acme')).toEqual(['firm'])
    expect(await found('novak', { contacts: false })).toEqual([])
    expect(await listed('novak', { contacts: false })).toEqual([])
  })
})

describe('search by what stands on the card', () => {
  it('finds a phone in any notation, by its last and by its first digits', async () => {
    for (const text of [
      '012 345 678',
      '+855 12 345 678',
      '0085512345678',
      '855 12 345678',
      '12345678',
      '(012) 345-678',
      '០១២ ៣៤៥ ៦៧៨',
      '5678',
      '345 678',
      '012 34',
      '+855 12 3',
    ])
      expect(await found(text), text).toContain('caller')
    for (const text of ['+4915123456789', '0151 23456789', '6789', '+49 151 23'])
      expect(await found(text), text).toContain('caller')
    for (const text of ['+1 503 555 7555', '503 555 7555', '5557555', '503 55'])
      expect(await found(text), text).toContain('american')
    expect(await found('880880')).toContain('odd')
    expect(await found('012 345 679')).toEqual([])
  })

  it('says by which number it was found, and hides numbers from those who may not see them', async () => {
    const [hit] = await searchClients(base.reading.kysely, '345678', 20, everything)
    expect(hit).toEqual({ id: idOf.caller, foundBy: '012 345 678' })
    expect(await found('345678', { phones: false })).toEqual([])
    expect(await listed('345678')).toEqual(['caller'])
    expect(await listed('345678', { phones: false })).toEqual([])
  })

  it('finds the beginning of an e-mail, for those who may see it', async () => {
    expect(await found('OFFICE@acme')).toEqual(['firm'])
    expect(await found('offi')).toEqual(['firm'])
    expect(await found('office@acme', { emails: false })).not.toContain('firm')
    expect(await listed('office@ac')).toEqual(['firm'])
  })

  it('finds a code', async () => {
    expect(await searchClients(base.reading.kysely, ' AC-17 ', 20, everything)).toEqual([
      { id: idOf.firm, foundBy: 'AC-17' },
    ])
  })
})

describe('whose clients', () => {
  it('shows their own only, what is there already, and what is not in the bin', async () => {
    const { writing } = base
    await writing.kysely
      .insertInto('users')
      .values(
        [1, 2].map((id) => ({
          id,
          name: `U${id}`,
          folded: `u${id}`,
          password: '',
          created_at: 1,
          signed_in_at: null,
        })),
      )
      .execute()
    await writing.kysely
      .insertInto('imports')
      .values({ id: 7, at: 1, user_id: null, file: 'x.csv', state: 'running' })
      .execute()
    const details = {
      phones: [{ typed: '099 111 222' }],
      emails: [{ address: 'unique@x.example' }],
      code: 'U-1',
    }
    const of = (name: string): ClientDraft => ({ ...person(name), ...details })
    const [managed] = await base.add([{ ...of('Unique Managed'), managerId: 1 }])
    const [made] = await base.add([of('Unique Made')], { by: 1 })
    const [other] = await base.add([of('Unique Other')], { by: 2 })
    const [importing] = await base.add([of('Unique Importing')], { importId: 7 })
    const [binned] = await base.add([of('Unique Binned')])
    await writing.kysely.transaction().execute((trx) => setBinned(trx, [binned!], 5, { at: 5, by: 1 }))
    const ids = async (text: string, scope: Partial<SearchScope>) =>
      (await searchClients(base.reading.kysely, text, 20, { ...everything, ...scope }))
        .map(({ id }) => id)
        .sort()
    for (const text of ['unique', 'niqu', 'un', 'n', '099111222', '0991', 'unique@x', 'U-1']) {
      const all = await ids(text, { unfinishedImport: 7 })
      expect(
        all.filter((id) => id >= managed!),
        text,
      ).toEqual([managed, made, other])
      const own = await ids(text, { unfinishedImport: 7, ownedBy: 1 })
      expect(
        own.filter((id) => id >= managed!),
        text,
      ).toEqual([managed, made])
      expect(
        (await ids(text, {})).filter((id) => id >= managed!),
        text,
      ).toContain(importing)
    }
  })
})
