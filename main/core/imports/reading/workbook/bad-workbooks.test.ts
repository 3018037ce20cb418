import { expect, it } from 'vitest'
import { readFile } from '../readForTests.ts'
import { inline, rawWorkbook, zipped } from './zipForTests.ts'

const row = (number: number, ...cells: string[]) =>
  `<row r="${number}">${cells.map((text, at) => inline(`${'ABC'[at]}${number}`, text)).join('')}</row>`
const list = row(1, 'Name', 'Phone') + row(2, 'Sok Dara', '012 345 678')
const dara = { name: 'Sok Dara', phones: ['+85512345678'] }

it('takes the sheet with the clients: not a hidden one, not a cover', async () => {
  const hidden = { rows: row(1, 'Name') + row(2, 'Secret'), state: 'hidden' } as const
  const cover = { rows: row(1, 'Made on 2026-11-21') }
  const { clients } = await readFile(
    rawWorkbook([hidden, { ...hidden, state: 'veryHidden' }, cover, { rows: list }]),
  )
  expect(clients).toMatchObject([dara])
})

it('takes the first filled one where none looks like clients', async () => {
  const { table } = await readFile(rawWorkbook([{ rows: '' }, { rows: row(1, 'x') + row(2, 'y') }]))
  expect(table.headings).toEqual(['x'])
})

it('reads below a merged title', async () => {
  const rows = row(1, 'Our clients') + row(2, 'Name', 'Phone') + row(3, 'Sok Dara', '012 345 678')
  const merged = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
  expect((await readFile(rawWorkbook([{ rows, more: merged }]))).clients).toMatchObject([{ ...dara, row: 3 }])
})

it('reads texts in pieces, values of formulas and days of 1904', async () => {
  const rows = `${row(1, 'Name', 'Phone', 'Birthday')}
    <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="str"><f>"0"&amp;"12"</f><v>012345678</v></c><c r="C2" s="1"><v>31474</v></c></row>
    <row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B3" t="s"><v>99</v></c></row>`
  const book = rawWorkbook([{ rows }], {
    properties: '<workbookPr date1904="1"/>',
    parts: {
      'xl/sharedStrings.xml':
        '<sst><si><r><rPr><b/></rPr><t>So</t></r><r><t xml:space="preserve">k Dara</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>',
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
  })
  const { clients } = await readFile(book)
  expect(clients[0]).toMatchObject({ ...dara, draft: { birthday: '1990-03-04' } })
  // An error and a text that is not there are nothing.
  expect(clients).toHaveLength(1)
})

it('counts rows that say nonsense of themselves', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = ['', ' r="-5"', ' r="abc"', ' r="1e9"']
    .map((said, at) => `<row${said}>${cell(at === 0 ? 'Name' : `Client ${at}`)}</row>`)
    .join('')
  const { clients } = await readFile(rawWorkbook([{ rows }]))
  expect(clients.map(({ row, name }) => [row, name])).toEqual([
    [2, 'Client 1'],
    [3, 'Client 2'],
    [4, 'Client 3'],
  ])
})

it.each([
  ['XML that does not end', rawWorkbook([{ rows: '<row><c>' }]), 'FILE_UNREADABLE'],
  ['entities of its own', rawWorkbook([{ rows: row(1, '&lol;') }]), 'FILE_UNREADABLE'],
  ['a sheet that is not there', rawWorkbook([]), 'FILE_UNREADABLE'],
  ['a sheet outside of it', zipped({
    'xl/workbook.xml': '<workbook><sheets><sheet r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="../../../etc/passwd"/></Relationships>',
  }), 'FILE_UNREADABLE'],
  ['one letter a hundred million times', rawWorkbook([{ rows: row(1, 'x'.repeat(1e8)) }]), 'TOO_LARGE'],
])('refuses %s', async (_, bytes, code) => {
  await expect(readFile(bytes)).rejects.toMatchObject({ code })
}) // prettier-ignore
