import { describe, expect, it } from 'vitest'
import { readFile } from './readForTests.ts'

const wide = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}
const two = 'Name,Phone\nSok Dara,012 345 678\nChan Bopha,011 222 333\n'
const ofTwo = ['+85512345678', '+85511222333']

describe('the same two clients', () => {
  it.each([
    ['with a byte order mark', `\ufeff${two}`],
    ['with two of them', `\ufeff\ufeff${two}`],
    [
      'with a mark before quotes',
      '\ufeff"Name","Phone"\n"Sok Dara","012 345 678"\n"Chan Bopha","011 222 333"\n',
    ],
    ['in UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide(two)])],
    ['in UTF-16 without one', wide(two)],
    ['in UTF-16, big end first, without one', wide(two, true)],
    ['with line ends of three systems', 'Name,Phone\r\nSok Dara,012 345 678\rChan Bopha,011 222 333\n\n'],
    ['with line ends of an old Mac', two.replaceAll('\n', '\r')],
    ['with no last line end', two.trim()],
    ['between tabs', two.replaceAll(',', '\t')],
    ['between pipes', two.replaceAll(',', '|')],
    ['between carets', two.replaceAll(',', '^')],
    ['between tildes', two.replaceAll(',', '~')],
    ['as Excel says it', `sep=;\r\n${two.replaceAll(',', ';')}`],
    [
      'with blanks around everything',
      ' Name , Phone \n Sok Dara , 012 345 678 \n Chan Bopha , 011 222 333 \n',
    ],
    ['with columns of nothing', two.replaceAll(/^(.*),(.*)$/gm, '$1,,$2,,')],
    ['below a title', `Our clients\n${two}`],
    ['below a title with its commas', `Our clients,\n,\n${two}`],
    ['with zeros that a database wrote', `${two}${'"",\n'.repeat(40)}`.replace('Sok', 'S\0ok')],
  ])('%s', async (_, bytes) => {
    const { clients } = await readFile(bytes)
    const named = clients.filter(({ name }) => name)
    expect(named.map(({ name }) => name)).toEqual(['Sok Dara', 'Chan Bopha'])
    expect(named.flatMap(({ phones }) => phones)).toEqual(ofTwo)
  })
})

describe('a table', () => {
  it('counts rows as the spreadsheet does, below a title too', async () => {
    const { clients } = await readFile(`Our clients,\n,\n${two}`)
    expect(clients.map(({ row }) => row)).toEqual([4, 5])
  })

  it('takes a first row of values for values, whatever stands below', async () => {
    const { names } = await readFile('Sok Dara,012 345 678\nName,Phone\nChan Bopha,011 222 333\n')
    expect(names).toContain('Sok Dara')
  })

  it('keeps decimal commas between semicolons', async () => {
    const { clients } = await readFile('Name;Balance;City\nSok Dara;1.234,50;Kep\nChan Bopha;0,5;Kampot\n')
    expect(clients.map(({ draft }) => draft?.notes)).toEqual([['Balance: 1.234,50'], ['Balance: 0,5']])
    expect(clients.map(({ draft }) => draft?.addresses[0]?.city)).toEqual(['Kep', 'Kampot'])
  })

  it('of one column, with a comma in a name', async () => {
    expect((await readFile('Name\nSok Dara\nChan Bopha\n')).names).toEqual(['Sok Dara', 'Chan Bopha'])
  })

  it('of 300 columns, of which one is a name', async () => {
    const columns = Array.from({ length: 299 }, (_, at) => `Extra ${at}`)
    const { clients } = await readFile(`Name,${columns.join()}\nSok Dara,${columns.map(() => 'x').join()}\n`)
    expect(clients).toHaveLength(1)
    expect(clients[0]?.draft?.notes).toHaveLength(299)
  })

  it('with the same headings twice loses nothing', async () => {
    const { clients, table } = await readFile('Name,Phone,Phone,Name\nSok,012345678,011222333,Dara\n')
    expect(table.headings).toEqual(['Name', 'Phone', 'Phone (2)', 'Name (2)'])
    expect(clients[0]).toMatchObject({ name: 'Sok | Dara', phones: ofTwo })
  })

  it('with quotes where none belong loses one row at most', async () => {
    const { clients } = await readFile(
      'Name,Phone\nSok "Big" Dara,012345678\n5" disks,011222333\nChan,1\n"Broken,2\nLast,3\n',
    )
    expect(clients.map(({ name }) => name)).toEqual(['Sok "Big" Dara', '5" disks', 'Chan', undefined, 'Last'])
    expect(clients[3]?.problems).toEqual(['row: unclosed-quote'])
  })

  it('cut off in the middle gives what was there before', async () => {
    const { clients } = await readFile('Name,Phone\n"Sok Dara","012345678"\n"Chan Bo')
    expect(clients).toMatchObject([{ name: 'Sok Dara' }, { problems: ['row: unclosed-quote'] }])
  })

  it.each(['', '"'])('with a value of eleven megabytes leaves out that row (%s)', async (quote) => {
    const { clients } = await readFile(
      `Name,Phone\n${quote}${'x'.repeat(11 * 1024 * 1024)}${quote},1\nSok Dara,012345678\n`,
    )
    expect(clients).toMatchObject([{ problems: ['row: cell-too-large'] }, { name: 'Sok Dara' }])
  })

  it('with SQL, HTML and formulas in it is text', async () => {
    const names = [
      "Robert'); DROP TABLE clients;--",
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK(1)',
      '@SUM(A1)',
      '-1+2',
    ]
    const { clients } = await readFile(`Name,Phone\n${names.map((name) => `"${name}",1`).join('\n')}\n`)
    expect(clients.map(({ name }) => name)).toEqual(names)
  })

  it.each([
    ['1990-03-04'], ['04.03.1990'], ['4 March 1990'], ['March 4, 1990'], ['19900304'], ['1990/3/4'], ['1990-03-04 00:00:00'],
  ])('reads the day %s', async (day) => {
    const { clients } = await readFile(`Name;Birthday\nSok Dara;${day}\n`)
    expect(clients[0]?.draft?.birthday).toBe('1990-03-04')
  }) // prettier-ignore

  it.each([
    ['012 345 678, 011 222 333'], ['012345678;011222333'], ['012 345 678/011 222 333'], ['012 345 678\n011 222 333'],
    ['012 345 678 | 011 222 333'],
  ])('finds both numbers in %j', async (cell) => {
    expect((await readFile(`Name,Phone\nSok,"${cell}"\n`)).clients[0]?.phones).toEqual(ofTwo)
  }) // prettier-ignore

  it.each([
    ['a@b.kh, c@d.kh'], ['a@b.kh;c@d.kh'], ['a@b.kh c@d.kh'], ['a@b.kh\nc@d.kh'], ['Sok <a@b.kh>; Chan <c@d.kh>'],
  ])('finds both addresses in %j', async (cell) => {
    const { clients } = await readFile(`Name,E-mail\nSok,"${cell}"\n`)
    expect(clients[0]).toMatchObject({ draft: { emails: ['a@b.kh', 'c@d.kh'] }, problems: [] })
  }) // prettier-ignore
})
