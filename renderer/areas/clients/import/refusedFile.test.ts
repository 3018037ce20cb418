import { expect, test } from 'vitest'
import { refusedFile } from './refusedFile.ts'

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
