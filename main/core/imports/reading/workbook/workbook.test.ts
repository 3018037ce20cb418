import { existsSync, readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { drafter } from '../draft.ts'
import { suggestMapping } from '../headings.ts'
import { openTable, type Table, type TableRow } from '../table.ts'

async function rowsOf(table: Table): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const part of table.portions()) rows.push(...part)
  return rows
}

type Cell = string | number | boolean | Date | null
const workbook = (rows: Cell[][], more: { name: string; rows: Cell[][] }[] = []) =>
  writeXlsx({ sheets: [{ name: 'Clients', rows }, ...more] }) as Promise<Uint8Array>

describe('a workbook as a table', () => {
  it('reads texts of any script, numbers as typed, days as days', async () => {
    const bytes = await workbook([
      ['Name', 'Phone', 'Born', 'Regular'],
      ['សុភា', 85512345678, new Date(Date.UTC(1980, 2, 22)), true],
      ['Шёлк & «Ко», <b>', '012 345 678', null, false],
    ])
    const table = await openTable(bytes)
    expect(table.encoding).toBe('xlsx')
    expect(table.headings).toEqual(['Name', 'Phone', 'Born', 'Regular'])
    const rows = await rowsOf(table)
    expect(rows.map((row) => row.values)).toEqual([
      ['សុភា', '85512345678', '1980-03-22', 'true'],
      ['Шёлк & «Ко», <b>', '012 345 678', '', 'false'],
    ])
    expect(rows.map((row) => row.row)).toEqual([2, 3])
  })

  it('passes over empty sheets, empty rows and columns, and keeps the row numbers of the file', async () => {
    const bytes = await workbook(
      [],
      [{ name: 'Second', rows: [['Name', null, 'City'], [], ['Bopha', null, 'Kampot'], ['Dara']] }],
    )
    const rows = await rowsOf(await openTable(bytes))
    expect(rows.map((row) => [row.row, row.values])).toEqual([
      [3, ['Bopha', '', 'Kampot']],
      [4, ['Dara', '', '']],
    ])
  })

  it('gives the same clients as the same table in CSV', async () => {
    const lines = [
      ['Company', 'Contact', 'Phone', 'E-mail', 'City', 'Country'],
      ['Bopha Garden', 'Sok Bopha', '+855 12 345 678', 'bopha@garden.example', 'Kampot', 'Cambodia'],
      ['Bäckerei Öhm', 'Jörg Öhm', '+49 30 901820', 'oehm@backen.example', 'Berlin', 'Germany'],
    ]
    const csv = Buffer.from(lines.map((line) => line.join(',')).join('\n'))
    const drafts = await Promise.all(
      [await workbook(lines), csv].map(async (bytes) => {
        const table = await openTable(bytes)
        const sample = table.sample.map((row) => row.values)
        const read = drafter(suggestMapping(table.headings, sample), { country: 'KH', sample: table.sample })
        return (await rowsOf(table)).map((row) => read(row).draft)
      }),
    )
    expect(drafts[0]).toEqual(drafts[1])
    expect(drafts[0]?.[0]?.phones[0]?.e164).toBe('+85512345678')
  })

  it('refuses what is no workbook, or a broken one', async () => {
    const good = Buffer.from(await workbook([['Name'], ['Bopha']]))
    const hollow = Buffer.concat([good.subarray(0, 40), Buffer.alloc(good.length - 240), good.subarray(-200)])
    for (const bytes of [
      good.subarray(0, good.length / 2),
      Buffer.from('PK\x03\x04 and nothing more'),
      hollow,
    ]) {
      await expect(openTable(bytes)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    }
  })

  it('refuses a bomb by what it says of itself, and one that says too little', async () => {
    const sizes = (size: number) => async () => {
      const bytes = Buffer.from(await workbook([['Name'], ['Bopha']]))
      // The central directory's headers; the size after inflating stands 24 bytes in.
      for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
        bytes.writeUInt32LE(size, at + 24)
      return openTable(bytes)
    }
    await expect(sizes(0x7fffffff)()).rejects.toMatchObject({ code: 'TOO_LARGE' })
    await expect(sizes(10)()).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })

  it.skipIf(!existsSync('../shared/data/northwind/customers.csv'))(
    'takes a real client list that was saved as a workbook',
    async () => {
      const csv = await openTable(readFileSync('../shared/data/northwind/customers.csv'))
      const rows = await rowsOf(csv)
      const table = await openTable(
        await workbook([[...csv.headings], ...rows.map((row) => [...row.values])]),
      )
      expect((await rowsOf(table)).map((row) => row.values)).toEqual(rows.map((row) => row.values))
    },
  )
})
