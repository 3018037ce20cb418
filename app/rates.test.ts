import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromFine, halfUp, ofFine, toFine } from './money.ts'
import {
  byLine,
  cheapest,
  costOf,
  fixedShares,
  holdsAt,
  rateFor,
  type Rate,
  type RatedCall,
  type RateTable,
} from './rates.ts'

const rate = (id: number, prefix: string, more: Partial<Rate> = {}): Rate => ({
  id,
  prefix,
  name: prefix,
  per: 'minute',
  price: 6000,
  connection: 0,
  least: 0,
  freeSeconds: 0,
  firstStep: 1,
  nextStep: 1,
  days: 'all',
  hours: null,
  ...more,
})
const table = (id: number, rates: readonly Rate[], more: Partial<RateTable> = {}): RateTable => ({
  id,
  name: `Table ${id}`,
  connectionId: null,
  line: '',
  direction: 'outgoing',
  currency: 'USD',
  validFrom: '2026-01-01',
  monthly: 0,
  allowed: true,
  rates,
  ...more,
})
/** Wednesday, ten in the morning at the office. */
const wednesday = new Date(2026, 10, 18, 10).getTime()
const call = (digits: string, more: Partial<RatedCall> = {}): RatedCall => ({
  direction: 'outgoing',
  connectionId: 1,
  line: 'trunk-1',
  digits,
  startedAt: wednesday,
  talkSeconds: 60,
  ...more,
})
const found = (tables: readonly RateTable[], asked: RatedCall) => rateFor(tables, asked)?.rate.id

describe('which rate', () => {
  const digits = fc.stringMatching(/^[0-9]{1,12}$/)

  test('is that of the longest prefix the number begins with, whatever the order of the table', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[0-9]{0,5}$/), { maxLength: 30 }),
        digits,
        (prefixes, number) => {
          const rates = prefixes.map((prefix, at) => rate(at + 1, prefix))
          const best = prefixes
            .filter((prefix) => number.startsWith(prefix))
            .toSorted((a, b) => b.length - a.length)[0]
          const said = rateFor([table(1, rates)], call(number))?.rate.prefix
          expect(said).toBe(best)
          expect(rateFor([table(1, rates.toReversed())], call(number))?.rate.prefix).toBe(said)
        },
      ),
    )
  })

  test('comes from the closest table that has one: the line’s, the exchange’s, everybody’s', () => {
    const tables = [
      table(1, [rate(1, '')]),
      table(2, [rate(2, '855')], { connectionId: 1 }),
      table(3, [rate(3, '85512')], { connectionId: 1, line: 'trunk-1' }),
      table(4, [rate(4, '85512')], { connectionId: 2, line: 'trunk-1' }),
    ]
    expect(found(tables, call('85512345678'))).toBe(3)
    expect(found(tables, call('85523456789'))).toBe(2)
    expect(found(tables, call('79161234567'))).toBe(1)
    expect(found(tables, call('85512345678', { line: 'trunk-2' }))).toBe(2)
    expect(found(tables, call('85512345678', { connectionId: 2 }))).toBe(4)
    expect(found(tables, call('85512345678', { direction: 'incoming' }))).toBeUndefined()
  })

  test('a newer table takes the place of the older from its day on, also for what it leaves out', () => {
    const tables = [
      table(2, [rate(2, '855')], { validFrom: '2026-11-18' }),
      table(1, [rate(1, '855'), rate(3, '7')]),
    ]
    expect(found(tables, call('85512'))).toBe(2)
    expect(found(tables, call('7916'))).toBeUndefined()
    expect(found(tables, call('7916', { startedAt: wednesday - 86_400_000 }))).toBe(3)
    expect(found(tables, call('7', { startedAt: new Date(2025, 11, 31, 23, 59).getTime() }))).toBeUndefined()
  })

  test('of one prefix that for the hours and days comes before the one for always', () => {
    const night = rate(2, '855', { hours: { from: 22 * 60, until: 6 * 60 } })
    const weekend = rate(3, '855', { days: 'weekend' })
    const tables = [table(1, [rate(1, '855'), night, weekend])]
    const at = (day: number, hour: number, minute = 0) =>
      found(tables, call('85512', { startedAt: new Date(2026, 10, day, hour, minute).getTime() }))
    expect([at(18, 21, 59), at(18, 22), at(19, 5, 59), at(19, 6)]).toEqual([1, 2, 2, 1])
    expect([at(20, 12), at(21, 12), at(22, 12), at(22, 23), at(23, 12)]).toEqual([1, 3, 3, 2, 1])
  })

  test('holds at each minute of the day in exactly one of two halves', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 2 }),
        fc.integer({ min: 0, max: 1439 }),
        ([from, until], minute) => {
          const moment = new Date(2026, 10, 18, 0, minute).getTime()
          const inside = holdsAt({ days: 'all', hours: { from: from!, until: until! } }, moment)
          expect(inside).not.toBe(holdsAt({ days: 'all', hours: { from: until!, until: from! } }, moment))
        },
      ),
    )
  })
})

describe('what it costs', () => {
  test.each([
    // price a minute, first, next, seconds, billed, amount
    [6000, 60, 60, 61, 120, 12_000],
    [6000, 60, 60, 60, 60, 6000],
    [6000, 6, 6, 61, 66, 6600],
    [6000, 30, 6, 7, 30, 3000],
    [6000, 30, 6, 31, 36, 3600],
    [6000, 1, 1, 61, 61, 6100],
    [1250, 1, 1, 1, 1, 21],
  ])('%i a minute by %i/%i for %i s', (price, firstStep, nextStep, seconds, billedSeconds, amount) => {
    expect(costOf(rate(1, '', { price, firstStep, nextStep }), seconds)).toEqual({ amount, billedSeconds })
  })

  test('nobody talked: nothing; a short call is free, one second more is charged whole', () => {
    const some = rate(1, '', { freeSeconds: 5, connection: 500, least: 2000 })
    expect(costOf(some, 0).amount).toBe(0)
    expect(costOf(some, 5).amount).toBe(0)
    expect(costOf(some, 6)).toEqual({ amount: 2000, billedSeconds: 6 })
    expect(costOf(some, 60).amount).toBe(6500)
    expect(costOf({ ...some, per: 'call' }, 4000).amount).toBe(6500)
  })

  const anyRate = fc.record({
    price: fc.integer({ min: 0, max: 1_000_000 }),
    connection: fc.integer({ min: 0, max: 100_000 }),
    least: fc.integer({ min: 0, max: 100_000 }),
    freeSeconds: fc.integer({ min: 0, max: 60 }),
    firstStep: fc.integer({ min: 1, max: 300 }),
    nextStep: fc.integer({ min: 1, max: 300 }),
    per: fc.constantFrom('minute' as const, 'call' as const),
  })

  test('is whole, never falls with time, and what is counted covers the talk by less than a step', () => {
    fc.assert(
      fc.property(anyRate, fc.integer({ min: 0, max: 20_000 }), fc.nat(500), (some, seconds, more) => {
        const priced = rate(1, '', some)
        const { amount, billedSeconds } = costOf(priced, seconds)
        expect(Number.isSafeInteger(amount)).toBe(true)
        expect(costOf(priced, seconds + more).amount).toBeGreaterThanOrEqual(amount)
        if (seconds <= Math.max(0, some.freeSeconds)) {
          expect(amount).toBe(0)
          return
        }
        expect(billedSeconds).toBeGreaterThanOrEqual(seconds)
        expect(billedSeconds - seconds).toBeLessThan(Math.max(some.firstStep, some.nextStep))
      }),
    )
  })
})

test('the cheapest line is the cheapest that employees may use', () => {
  const tables = [
    table(1, [rate(1, '', { price: 9000 })]),
    table(2, [rate(2, '855', { price: 3000 })], { line: 'gsm' }),
    table(3, [rate(3, '855', { price: 1000 })], { line: 'private', allowed: false }),
  ]
  const lines = (digits: string) => byLine(tables, { digits, startedAt: wednesday, talkSeconds: 60 })
  expect(lines('85512').map(({ rate: { id }, amount }) => [id, amount])).toEqual([
    [3, 1000],
    [2, 3000],
    [1, 9000],
  ])
  expect(cheapest(lines('85512'))?.table.id).toBe(2)
  expect(lines('7916').map(({ table: { id } }) => id)).toEqual([1])
})

test('halves are rounded up, and fine amounts come back as they were written', () => {
  expect([ofFine(499), ofFine(500), ofFine(1499), ofFine(1500)]).toEqual([0, 1, 1, 2])
  expect(toFine(0.0125, 'USD')).toBe(1250)
  expect(toFine(1.005, 'USD')).toBe(100_500)
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.constantFrom('USD', 'JPY', 'KWD', 'KHR'), (fine, currency) => {
      expect(toFine(fromFine(fine, currency), currency)).toBe(fine)
    }),
  )
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 100_000 }), (amount, parts) => {
      expect(Math.abs(halfUp(amount, parts) - amount / parts)).toBeLessThanOrEqual(0.5)
    }),
  )
})

test('the days of a month cost together what the month costs', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.integer({ min: 2000, max: 2100 }),
      fc.nat(11),
      (monthly, year, month) => {
        const day = (at: number) => new Date(at).toISOString().slice(0, 10)
        const [from, to] = [day(Date.UTC(year, month)), day(Date.UTC(year, month + 1, 0))]
        const shares = fixedShares([table(1, [], { monthly, validFrom: '2000-01-01' })], from, to)
        expect(shares.reduce((sum, { amount }) => sum + amount, 0)).toBe(monthly)
      },
    ),
  )
})

test('a monthly price counts from the first day of its table until another takes its place', () => {
  const tables = [
    table(1, [], { monthly: 3000, validFrom: '2026-11-10' }),
    table(2, [], { monthly: 6000, validFrom: '2026-11-16' }),
    table(3, [], { monthly: 300, line: 'gsm' }),
  ]
  const of = (id: number) =>
    fixedShares(tables, '2026-11-01', '2026-11-30').filter((one) => one.table.id === id)
  expect(of(1).map(({ day }) => day.slice(8))).toEqual(['10', '11', '12', '13', '14', '15'])
  expect(of(1).reduce((sum, { amount }) => sum + amount, 0)).toBe(600)
  expect([of(2)[0]!.day, of(2).length, of(3).length]).toEqual(['2026-11-16', 15, 30])
})
