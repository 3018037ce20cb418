import { existsSync, readFileSync } from 'node:fs'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { drafter } from './draft.ts'
import { suggestMapping } from './headings.ts'
import { openTable, type TableRow } from './table.ts'

/** Files that nobody on this project made. They are not ours to hand on: without them these tests are skipped. */
const folder = new URL('../../../../../shared/data/', import.meta.url)
const present = existsSync(folder)

async function importFile(name: string) {
  const table = await openTable(readFileSync(new URL(name, folder)))
  const mapping = suggestMapping(
    table.headings,
    table.sample.map((row) => row.values),
  )
  const read = drafter(mapping, { country: 'KH', sample: table.sample })
  const rows: TableRow[] = []
  for await (const portion of table.portions()) rows.push(...portion)
  const drafted = rows.map(read)
  return { table, mapping, rows, drafted, drafts: drafted.map((row) => row.draft!) }
}

describe.skipIf(!present)('real files', () => {
  it('Northwind’s customers: every row, those torn by commas too', async () => {
    const { rows, drafted, drafts } = await importFile('northwind/customers.csv')
    expect(drafted).toHaveLength(91)
    expect(drafted.every((row) => row.draft !== null && row.problems.length === 0)).toBe(true)
    expect(drafts.every((draft) => draft.kind === 'organisation' && draft.contacts.length === 1)).toBe(true)
    expect(
      drafts.every((draft) => draft.addresses.length === 1 && draft.addresses[0]!.country !== undefined),
    ).toBe(true)
    expect(new Set(drafts.map((draft) => draft.addresses[0]!.country)).size).toBe(21)
    expect(drafts.every((draft) => draft.phones[0] !== undefined && draft.code?.length === 5)).toBe(true)
    expect(rows.filter((row) => row.mended)).toHaveLength(24)
    const strasbourg = drafts.find((draft) => draft.code === 'BLONP')!
    expect(strasbourg.addresses[0]).toEqual({
      street: '24, place Kléber',
      city: 'Strasbourg',
      postcode: '67000',
      country: 'FR',
      text: '24, place Kléber, 67000 Strasbourg, France',
    })
    expect(drafts.find((draft) => draft.code === 'COMMI')!.addresses[0]).toMatchObject({
      street: 'Av. dos Lusíadas, 23',
      city: 'Sao Paulo',
      region: 'SP',
      country: 'BR',
    })
    for (const draft of drafts) {
      const country = draft.addresses[0]!.country as 'DE'
      for (const phone of draft.phones) {
        const truth = parsePhoneNumberFromString(phone.typed, country)
        expect(phone.e164).toBe(truth?.isValid() ? truth.number : null)
      }
    }
  })

  it('Northwind’s suppliers: commas in names too', async () => {
    const { drafted, drafts } = await importFile('northwind/suppliers.csv')
    expect(drafted.filter((row) => row.draft === null)).toEqual([])
    expect(drafts).toHaveLength(29)
    const byCode = (code: string) => drafts.find((draft) => draft.code === code)!
    expect(byCode('7').names).toEqual([{ text: 'Pavlova, Ltd.' }])
    expect(byCode('24').names).toEqual([{ text: "G'day, Mate" }])
    expect(byCode('24').websites).toEqual(['http://www.microsoft.com/accessdev/sampleapps/gdaymate.htm'])
    expect(byCode('20').addresses[0]!.street).toBe('471 Serangoon Loop, Suite #402')
    expect(byCode('2').notes).toEqual(['homePage: #CAJUN.HTM#'])
  })

  it('Northwind’s employees: people, without their pictures', async () => {
    const { drafts } = await importFile('northwind/employees.csv')
    expect(drafts).toHaveLength(9)
    expect(drafts.every((draft) => draft.kind === 'person')).toBe(true)
    expect(drafts[0]).toMatchObject({ names: [{ text: 'Nancy Davolio' }], birthday: '1948-12-08' })
    expect(drafts.every((draft) => !draft.notes.join().includes('0x151C'))).toBe(true)
    expect(drafts[1]!.notes).toContain('title: Vice President, Sales')
  })

  it('pharmacies of Niort: organisations by their opening hours', async () => {
    const { drafted, drafts } = await importFile('osm/niort-pharmacies.csv')
    expect(drafted.filter((row) => row.draft === null || row.problems.length > 0)).toEqual([])
    expect(drafts).toHaveLength(33)
    expect(drafts.every((draft) => draft.kind === 'organisation')).toBe(true)
    expect(drafts.flatMap((draft) => draft.phones).every((phone) => phone.e164?.startsWith('+33'))).toBe(true)
    expect(drafts[1]!.notes[0]).toMatch(/^opening_hours: Mo 14:00-19:00, Tu-Fr/)
    expect(drafts.flatMap((draft) => draft.websites)).toContain('mairie-vouille.fr')
  })

  it('places of Cambodia: names in two scripts', async () => {
    const { drafted, drafts } = await importFile('places/cambodia-places.csv')
    expect(drafted.filter((row) => row.draft === null)).toEqual([])
    expect(drafts).toHaveLength(16_240)
    const languages = drafts.map((draft) => draft.names.map((name) => name.language).join())
    expect(languages.filter((pair) => pair === 'km,en').length).toBeGreaterThan(16_000)
    expect(drafts[0]!.names).toEqual([
      { text: 'បន្ទាយមានជ័យ', language: 'km' },
      { text: 'Banteay Meanchey', language: 'en' },
    ])
  })
})
