import { expect, test } from 'vitest'
import { cell, refusedFile } from './refusedFile.ts'

test('the rows left out come back as they were, with the reason as last column', () => {
  const text = refusedFile(
    {
      headings: ['Name', 'Phone'],
      rows: [
        {
          values: ['', '023 900 415'],
          problems: [
            { row: 3, field: 'email', reason: 'bad-email', refused: false },
            { row: 3, field: 'name', reason: 'no-name', refused: true },
          ],
        },
        {
          values: ['Sok, Dara', 'a "b"', 'more'],
          problems: [{ row: 7, field: 'row', reason: 'too-many-values', refused: true }],
        },
      ],
    },
    { reasons: 'Why', sentence: ({ reason }) => reason },
  )
  expect(text).toBe(
    '\ufeffName,Phone,,Why\r\n,023 900 415,,no-name\r\n"Sok, Dara","a ""b""",more,too-many-values\r\n',
  )
})

test('no cell is a formula', () => {
  for (const value of ['=1+1', '+855 12 345 678', '-2', '@SUM(A1)', '\t=1', ' =cmd|x', '＝1'])
    expect(cell(value).replace(/^"/, '')).toMatch(/^'/)
  expect(cell('Bopha = Garden')).toBe('Bopha = Garden')
  expect(cell('a;b')).toBe('"a;b"')
})
