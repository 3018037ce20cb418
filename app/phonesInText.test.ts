import { expect, test } from 'vitest'
import { phonesInText } from './phonesInText.ts'

const numbers = (text: string) =>
  phonesInText(text, 'KH')
    .filter(({ isNumber }) => isNumber)
    .map((part) => part.text)

test('finds the numbers that people write between other words', () => {
  expect(numbers('call 012 345 678 tomorrow')).toEqual(['012 345 678'])
  expect(numbers('+855 12 345 678/023 876 463.')).toEqual(['+855 12 345 678', '023 876 463'])
  expect(numbers('លេខ ០១២ ៣៤៥ ៦៧៨ ឬ 011 223 344')).toEqual(['០១២ ៣៤៥ ៦៧៨', '011 223 344'])
})

test('takes no sum, no day and no number of a document for one', () => {
  expect(numbers('Pay 12 500 000 by 12.05.2026 or 2026-05-12, INV-2024-000123')).toEqual([])
  expect(numbers('')).toEqual([])
})

test('loses nothing of the text', () => {
  for (const text of [
    '012 345 678',
    'a 012 345 678 b +855 12 345 678',
    '\u{1d7d8}12 345 678 and 011 223 344',
    '\n',
  ])
    expect(
      phonesInText(text, 'KH')
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
})
