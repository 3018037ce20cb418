import { expect, test } from 'vitest'
import { csvCell, csvRow, withoutApostrophe } from './csv.ts'

const formulas = [
  '=1+1',
  '+855-12-345',
  '+1+cmd|x',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =cmd|x',
  '＝1',
  "'=1",
  "' =1",
]

test.each(formulas)('%j is no formula for a spreadsheet, and the text again for us', (value) => {
  const cell = csvCell(value).replace(/^"|"$/g, '')
  expect(cell).toBe(`'${value}`)
  expect(withoutApostrophe(cell)).toBe(value)
})

test('a plain phone number and ordinary texts stay as they are', () => {
  for (const value of ['+855 12 345 678', '+85512345678', '012 345', "'t Hooft", 'Bopha = Garden', '']) {
    expect(csvCell(value)).toBe(value)
    expect(withoutApostrophe(value)).toBe(value)
  }
})

test('what would end a cell is put in quotes, whatever the delimiter', () => {
  expect(csvCell('a;b')).toBe('"a;b"')
  expect(csvCell('a|b', '|')).toBe('"a|b"')
  expect(csvCell('say "no"')).toBe('"say ""no"""')
  expect(csvCell(' two\nlines')).toBe('" two\nlines"')
  expect(csvRow(['a', 'b,c'], ';')).toBe('a;"b,c"\r\n')
})
