import { expect, test } from 'vitest'
import { fieldTypes, type CustomValue } from './contract/lists.ts'
import { fitsField, isLink } from './custom.ts'

test('a value fits the type of its field only', () => {
  const values: CustomValue[] = [
    'words',
    'https://a.example/b',
    '2026-11-21',
    7,
    1.5,
    true,
    { amount: 5, currency: 'USD' },
  ]
  const fitting = Object.fromEntries(
    fieldTypes.map((type) => [type, values.filter((value) => fitsField({ type }, value))]),
  )
  expect(fitting).toEqual({
    text: ['words', 'https://a.example/b', '2026-11-21'],
    number: [7, 1.5],
    money: [{ amount: 5, currency: 'USD' }],
    date: ['2026-11-21'],
    choice: [7],
    'yes-no': [true],
    link: ['https://a.example/b'],
  })
})

test('a link leads somewhere and never runs anything', () => {
  expect(
    ['https://a.example', 'a.example/page', 'mailto:x@a.example', 'example.com:8080/x', 'tel:+85512'].every(
      isLink,
    ),
  ).toBe(true)
  expect(
    ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'two words.example', 'word'].some(
      isLink,
    ),
  ).toBe(false)
})
