import { expect, test } from 'vitest'
import { fromMinor, minorDigits, toMinor } from './money.ts'

test('a currency has the minor units that ISO 4217 gives it', () => {
  expect(['USD', 'KHR', 'JPY', 'KWD', 'MWK', 'RUB'].map(minorDigits)).toEqual([2, 2, 0, 3, 2, 2])
  expect(minorDigits('not one')).toBe(2)
})

test('an amount goes into minor units and back without losing a cent', () => {
  expect([1.005, 0.1 + 0.2, -2.5, 1234567.89].map((amount) => toMinor(amount, 'USD'))).toEqual([
    101, 30, -250, 123456789,
  ])
  expect(toMinor(2.5, 'JPY')).toBe(3)
  expect(fromMinor({ amount: 123456789, currency: 'USD' })).toBe(1234567.89)
})
