import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvReader, longestCell } from './records.ts'

function read(text: string, delimiter = ',', size = text.length || 1, columns = 0) {
  const reader = new CsvReader(delimiter)
  reader.columns = columns
  const records = []
  for (let at = 0; at < text.length; at += size)
    for (const found of reader.read(text.slice(at, at + size))) records.push(...found)
  for (const found of reader.read('', true)) records.push(...found)
  return records
}
const values = (text: string, delimiter?: string) => read(text, delimiter).map((record) => record.values)

describe('CSV records', () => {
  it('reads quotes, line ends in quotes and every kind of line end', () => {
    expect(values('a,"b ""c"" d",e\r\n"1\n2",,3\rx\n')).toEqual([
      ['a', 'b "c" d', 'e'],
      ['1\n2', '', '3'],
      ['x'],
    ])
    expect(values('a;"b;c" ; d', ';')).toEqual([['a', 'b;c', ' d']])
    expect(values('a,\n')).toEqual([['a', '']])
    expect(values('a, "b, c"\n')).toEqual([['a', 'b, c']])
    expect(values('a,"say \\"hi\\" now"\n')).toEqual([['a', 'say "hi" now']])
  })

  it('counts rows as a spreadsheet does', () => {
    expect(read('h\n"1\n2"\n\nx').map((record) => record.row)).toEqual([1, 2, 3, 4])
  })

  it('takes a quote inside a value as it is', () => {
    expect(values('5" pipe,"Big" Bob\'s\n')).toEqual([['5" pipe', '"Big" Bob\'s']])
  })

  it('loses one row, not the rest, to a quote that nobody closed', () => {
    const records = read('n,c\nA,"x\nB,y\nC,"z"\nD,w\n', ',', 1000, 2)
    expect(records.map(({ values, problem }) => [values[0], problem])).toEqual([
      ['n', undefined],
      ['A', 'unclosed-quote'],
      ['B', undefined],
      ['C', undefined],
      ['D', undefined],
    ])
    expect(read('n,c\nA,"a long text\nthat ends nowhere', ',', 1000, 2).at(-1)).toMatchObject({
      problem: 'unclosed-quote',
    })
    expect(read('n,c\nA,"x\nB,y\n', ',', 1000, 2)).toHaveLength(3)
  })

  it('refuses the row of a giant cell and goes on', () => {
    for (const giant of [`"${'x\n'.repeat(longestCell / 2 + 10)}"`, 'y'.repeat(longestCell + 10)]) {
      const records = read(`a,${giant},c\nd,e,f\n`, ',', 512 * 1024, 3)
      expect(records.map(({ values, problem }) => [values, problem])).toEqual([
        [['a', '', 'c'], 'cell-too-large'],
        [['d', 'e', 'f'], undefined],
      ])
    }
  })

  it('gives back every table that was written, however it is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab"\n\r,;\t| ក\\é') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.integer({ min: 1, max: 20 }),
        (rows, delimiter, size) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter))
            .join('\r\n')
          expect(read(text, delimiter, size).map((record) => record.values)).toEqual(rows)
        },
      ),
    )
  })

  it('ends and never throws on anything, whole or in pieces alike', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab"",,\n\r ;') })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (csv, size) => {
        expect(read(csv, ',', size, 2)).toEqual(read(csv, ',', csv.length || 1, 2))
      }),
    )
  })
})
