import { describe, expect, it } from 'vitest'
import { daysIn, daysOf, periods } from './periods.ts'

describe('spans of days that move with the calendar', () => {
  it('knows them on a Saturday in November', () => {
    const on = Object.fromEntries(
      periods.map((period) => {
        const { from, to } = daysOf(period, '2026-11-21')
        return [period, `${from} ${to}`]
      }),
    )
    expect(on).toEqual({
      today: '2026-11-21 2026-11-21',
      yesterday: '2026-11-20 2026-11-20',
      'last-7-days': '2026-11-15 2026-11-21',
      'last-30-days': '2026-10-23 2026-11-21',
      'this-week': '2026-11-16 2026-11-22',
      'last-week': '2026-11-09 2026-11-15',
      'this-month': '2026-11-01 2026-11-30',
      'last-month': '2026-10-01 2026-10-31',
      'this-year': '2026-01-01 2026-12-31',
      'last-year': '2025-01-01 2025-12-31',
    })
  })

  it('goes over the ends of years, and knows leap days', () => {
    expect(daysOf('last-month', '2026-01-01')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(daysOf('this-week', '2027-01-03')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
    expect(daysOf('this-month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(daysOf('yesterday', '2028-03-01').to).toBe('2028-02-29')
  })

  it('gives the days of a year, a month, a day', () => {
    expect(daysIn('2028')).toEqual({ from: '2028-01-01', to: '2028-12-31' })
    expect(daysIn('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(daysIn('2028-12')).toEqual({ from: '2028-12-01', to: '2028-12-31' })
    expect(daysIn('2028-02-03')).toEqual({ from: '2028-02-03', to: '2028-02-03' })
  })
})
