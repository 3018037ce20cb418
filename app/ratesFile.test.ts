import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rateDays } from './rates.ts'
import { columnsIn, fineOf, fineText, rateFileColumns, rateOfRow, rowOfRate } from './ratesFile.ts'

const minute = fc.integer({ min: 0, max: 1439 })
const anyRate = fc.record({
  prefix: fc.stringMatching(/^\d{0,15}$/),
  name: fc.stringMatching(/^[a-z]{0,20}$/),
  per: fc.constantFrom('minute' as const, 'call' as const),
  price: fc.nat(1_000_000_000),
  connection: fc.nat(1_000_000_000),
  least: fc.nat(1_000_000_000),
  freeSeconds: fc.integer({ min: 0, max: 3600 }),
  firstStep: fc.integer({ min: 1, max: 3600 }),
  nextStep: fc.integer({ min: 1, max: 3600 }),
  days: fc.constantFrom(...rateDays),
  hours: fc.option(
    fc.record({ from: minute, until: minute }).filter(({ from, until }) => from !== until),
    { nil: null },
  ),
})

test('what goes out comes back the same, in every currency, whatever order the columns are in', () => {
  fc.assert(
    fc.property(
      anyRate,
      fc.constantFrom('USD', 'JPY', 'KWD'),
      fc.shuffledSubarray([...rateFileColumns], { minLength: rateFileColumns.length }),
      (rate, currency, order) => {
        const row = rowOfRate(rate, currency)
        const moved = order.map((column) => row[rateFileColumns.indexOf(column)]!)
        expect(rateOfRow(moved, columnsIn(order), currency)).toEqual(rate)
      },
    ),
  )
})

test('a price is read to the last digit, with point or comma, and no finer than it is kept', () => {
  expect([fineOf('0.0125', 'USD'), fineOf('0,0125', 'USD'), fineOf('1 250', 'USD')]).toEqual([
    1250, 1250, 125_000_000,
  ])
  expect([fineOf('0.000001', 'USD'), fineOf('-1', 'USD'), fineOf('free', 'USD')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(fineText(1250, 'USD')).toBe('0.0125')
  expect(fineText(300_000, 'USD')).toBe('3')
})

test.each([
  [['855x', '1'], { column: 'prefix', reason: 'prefix', value: '855x' }],
  [['855', ''], { column: 'price', reason: 'price', value: '' }],
  [['855', 'a lot'], { column: 'price', reason: 'price', value: 'a lot' }],
  [['855', '1', '0'], { column: 'first', reason: 'seconds', value: '0' }],
  [['855', '1', '', 'Sunday'], { column: 'days', reason: 'choice', value: 'Sunday' }],
  [['855', '1', '', '', '24:00', '6:00'], { column: 'from', reason: 'time', value: '24:00' }],
  [['855', '1', '', '', '22:00', ''], { column: 'until', reason: 'time', value: '' }],
])('says where %j is no rate', (values, problem) => {
  const columns = columnsIn(['Prefix', ' price', 'first', 'days', 'from', 'until'])
  expect(rateOfRow(values, columns, 'USD')).toEqual(problem)
})
