import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { refusal, testOffice } from '../testOffice.ts'
import { csv, lines } from './fileForTests.ts'

const customers = [
  ['Name', 'Phone'],
  ['Bopha Garden', '012 345 678'],
]
const suppliers = [
  ['Company', 'City', 'E-mail'],
  ['Lotus Trading', 'Kampot', 'lotus@trade.example'],
  ['', 'Nowhere', ''],
  ['Mekong Fish', 'Kratie', 'fish@mekong.example'],
]

const workbook = async (...sheets: { name: string; rows: string[][] }[]) =>
  new File([(await writeXlsx({ sheets })) as BlobPart], 'contacts.xlsx')

test('of a workbook another sheet can be chosen, looked at and brought in', async () => {
  const person = await (await testOffice()).owner()
  const { imports } = person.ask
  const file = await workbook(
    { name: 'Cover', rows: [['Made in May']] },
    { name: 'Customers', rows: customers },
    { name: 'Suppliers & co', rows: suppliers },
  )
  const { upload } = await imports.upload({ file })
  const first = await imports.preview({ upload })
  expect(first).toMatchObject({ sheet: 'Customers', counts: { new: 1 } })
  expect(first.sheets).toEqual([
    { name: 'Cover', rows: 1 },
    { name: 'Customers', rows: 2 },
    { name: 'Suppliers & co', rows: 4 },
  ])

  const sheet = 'Suppliers & co'
  const second = await imports.preview({ upload, sheet })
  expect(second).toMatchObject({ sheet, counts: { new: 2, refused: 1 } })
  expect(second.mapping.map(({ field }) => field)).toEqual(['company', 'city', 'email'])
  const { mapping } = second
  expect((await imports.refused({ upload, sheet, mapping })).rows).toMatchObject([
    { values: ['', 'Nowhere', ''] },
  ])
  expect(await imports.run({ upload, sheet, mapping })).toMatchObject({ created: 2 })
  const { rows } = await person.ask.clients.page({})
  expect(rows.map(({ name }) => name)).toEqual(['Lotus Trading', 'Mekong Fish'])
})

test('there is nothing to choose in one sheet or in a table of text, and no sheet of another name', async () => {
  const person = await (await testOffice()).owner()
  const { imports } = person.ask
  const { upload } = await imports.upload({ file: await workbook({ name: 'Customers', rows: customers }) })
  expect(await imports.preview({ upload })).toMatchObject({ sheet: 'Customers', sheets: [] })
  expect(await refusal(imports.preview({ upload, sheet: 'Suppliers' }))).toMatchObject({ code: 'NOT_FOUND' })
  const table = await imports.upload({ file: csv(lines('Name', 'Bopha Garden')) })
  expect(await imports.preview(table)).toMatchObject({ sheet: null, sheets: [] })
})
