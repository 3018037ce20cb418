import { describe, expect, it } from 'vitest'
import { openTable, type TableRow } from './table.ts'

async function table(text: string, options = {}) {
  const opened = await openTable(Buffer.from(text), options)
  const rows: TableRow[] = []
  for await (const portion of opened.portions()) rows.push(...portion)
  return { ...opened, rows }
}
const valuesOf = async (text: string) => (await table(text)).rows.map((row) => row.values)

/** Firms with an address that has a number, as a program without quotes writes them. */
const firms = (...own: string[]) =>
  ['id,firm,street,city,postcode,country,phone']
    .concat(
      Array.from({ length: 30 }, (_, index) => {
        const [city, country] = [
          ['Lyon', 'France'],
          ['Köln', 'Germany'],
          ['Oslo', 'Norway'],
        ][index % 3]!
        return `F${index},Firm ${String.fromCharCode(65 + index)} and sons,Long street ${index + 3},${city},${10_000 + index * 37},${country},(0${index % 9}) 555-${1000 + index}`
      }),
      own,
    )
    .join('\n')

describe('tables', () => {
  it.each([
    ['commas', 'name,city\n"A, B; C",X\nD,Y\n', ','],
    ['semicolons', 'name;city;note\nA;X;a, b, c\nD;Y;e, f\n', ';'],
    ['tabs', 'name\tcity\nA, B\tX\n', '\t'],
    ['pipes', 'name|city\nA, B|X\n', '|'],
    ['commas in quoted text only', 'name;note\n"a, b, c";"d, e"\n"f, g";"h"\n', ';'],
    ['sep=', 'sep=;\nname;city\nA,B;C\n', ';'],
  ])('finds %s', async (_, text, delimiter) => {
    const found = await table(text)
    expect(found.delimiter).toBe(delimiter)
    expect(found.headings.slice(0, 1)).toEqual(['name'])
    expect(
      found.rows.every((row) => row.problem === undefined && row.values.length === found.headings.length),
    ).toBe(true)
    expect(found.rows[0]!.row).toBe(2)
  })

  it('reads a file of one column', async () => {
    expect(await valuesOf('name\nSmith, John\nDoe\n')).toEqual([['Smith, John'], ['Doe']])
  })

  it('gives columns distinct names', async () => {
    const { headings } = await table('Phone,Phone,,name\n1,2,3,x\n')
    expect(headings).toEqual(['Phone', 'Phone (2)', 'C', 'name'])
  })

  it('knows a file without headings', async () => {
    const { headings, rows } = await table('Anna,anna@example.org\nBen,ben@example.org\n')
    expect(headings).toEqual(['A', 'B'])
    expect(rows.map((row) => row.row)).toEqual([1, 2])
  })

  it('keeps columns that nobody named', async () => {
    const { headings, rows } = await table('name,city\nA,B,x\nC,D,y\nE,F,z\n')
    expect(headings).toEqual(['name', 'city', 'C'])
    expect(rows[2]!.values).toEqual(['E', 'F', 'z'])
  })

  it('fills up short rows, skips blank ones, empties words for nothing', async () => {
    const { rows } = await table('name,city,phone\nA\n\n,,\nB,NULL,n/a\nC,NULL,—\n')
    expect(rows.map(({ row, values }) => [row, ...values])).toEqual([
      [2, 'A', '', ''],
      [5, 'B', '', ''],
      [6, 'C', '', ''],
    ])
  })

  it('leaves somebody called Null alone', async () => {
    expect(await valuesOf('name,city\nNULL,Bonn\nB,Berlin\n')).toEqual([
      ['NULL', 'Bonn'],
      ['B', 'Berlin'],
    ])
  })

  it('reads ="012" as 012', async () => {
    expect(await valuesOf('name,phone\nA,="012345678"\n')).toEqual([['A', '012345678']])
  })

  it('drops the delimiter that some programs put at the end of every row', async () => {
    expect(await valuesOf('name,city\nA,B,\nC,D,\n')).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ])
  })
})

describe('rows with a comma that nobody put in quotes', () => {
  const last = async (row: string) => (await table(firms(row))).rows.at(-1)!

  it('puts together what a blank after the comma holds together', async () => {
    expect(await last('X1,Chez Paul,24, place Kléber,Lyon,67000,France,(03) 555-2345')).toEqual({
      row: 32,
      values: ['X1', 'Chez Paul', '24, place Kléber', 'Lyon', '67000', 'France', '(03) 555-2345'],
      mended: true,
    })
    const two = await last('X1,Paul, Ltd.,24, place Kléber,Lyon,67000,France,(03) 555-2345')
    expect(two.values.slice(1, 3)).toEqual(['Paul, Ltd.', '24, place Kléber'])
  })

  it('goes by what the columns hold where there is no blank', async () => {
    const { values, mended } = await last('X1,Firm X and sons,Long street 24,Lyon,67000,France,(03) 555,2345')
    expect([values[6], mended]).toEqual(['(03) 555,2345', true])
  })

  it('refuses rather than guesses', async () => {
    for (const row of [
      'X1,Alpha,Beta,Gamma street 3,Lyon,67000,France,(03) 555-2345',
      'a,b,c,d,e,f,g,h,i,j,k',
    ])
      expect(await last(row)).toMatchObject({ problem: 'too-many-values', mended: false })
  })

  it('notices a comma in a row that is short of its last value', async () => {
    const { values, mended } = await last('X1,Firm X and sons,24, Long street,Lyon,67000,France')
    expect([values, mended]).toEqual([
      ['X1', 'Firm X and sons', '24, Long street', 'Lyon', '67000', 'France', ''],
      true,
    ])
  })

  it('never joins what stood in quotes', async () => {
    const row = await last('X1,"Paul",Ltd,"24, place Kléber","Lyon","67000","France","(03) 555-2345"')
    expect(row.mended && row.values[1] !== 'Paul').toBe(false)
  })

  it('leaves files alone that write a blank after every comma', async () => {
    const { rows } = await table('name, city, country\nAnna, Lyon, France\nBen, Köln, Germany\n')
    expect(rows.map((row) => [...row.values, row.mended])).toEqual([
      ['Anna', 'Lyon', 'France', false],
      ['Ben', 'Köln', 'Germany', false],
    ])
  })

  it('refuses the pieces of a row torn by its quotes', async () => {
    const { rows } = await table('name,note,city\nA,"He said "hi"\nand left",Bonn\nB,x,Köln\n')
    expect(rows.filter((row) => row.problem === undefined).map((row) => row.values[0])).toEqual(['B'])
  })
})

it('leaves others their turn in a file of 100,000 rows', async () => {
  const text = firms(
    ...Array.from(
      { length: 100_000 },
      (_, index) => `X${index},Firm and sons,Street ${index},Lyon,67000,France,`,
    ),
  )
  const opened = await openTable(Buffer.from(text))
  let rows = 0
  let turns = 0
  const turn = () => {
    turns++
    if (rows < 100_030) setImmediate(turn)
  }
  setImmediate(turn)
  for await (const portion of opened.portions()) {
    expect(portion.length).toBeLessThanOrEqual(100)
    rows += portion.length
  }
  expect(rows).toBe(100_030)
  expect(turns).toBeGreaterThan(900)
})
