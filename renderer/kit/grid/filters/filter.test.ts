import { describe, expect, it } from 'vitest'
import type { KitWords } from '../../words.ts'
import { conditionsOf, saidBy, today, withFilter, type Filter, type FilterField } from './filter.ts'

const words = {
  number: String,
  day: (day: string) => day.split('-').reverse().join('/'),
  period: (period: string) => `[${period}]`,
  containsText: (text: string) => `“${text}”`,
  beginsWith: (text: string) => `begins ${text}`,
  isEmpty: 'empty',
  isFilled: 'filled',
  nothingThere: '(nothing)',
  allBut: (list: string) => `all but ${list}`,
  from: (value: string) => `from ${value}`,
  until: (value: string) => `until ${value}`,
} as Partial<KitWords> as KitWords

const status: FilterField = {
  id: 'status',
  title: 'Status',
  type: 'choice',
  label: (value) => (value === null ? 'none' : `#${value}`),
}
const day: FilterField = { id: 'created', title: 'Created', type: 'date' }
const money: FilterField = { id: 'limit', title: 'Limit', type: 'money', scale: 100 }
const lost: Filter = { field: 'status', is: 'one-of', values: [5] }
const recent: Filter = { field: 'created', is: 'during', period: 'this-month' }

describe('filters of a list', () => {
  it('holds one for each field, in the order they came', () => {
    const two = withFilter(withFilter([], 'status', lost), 'created', recent)
    expect(two).toEqual([lost, recent])
    const other: Filter = { field: 'status', is: 'empty' }
    expect(withFilter(two, 'status', other)).toEqual([other, recent])
    expect(withFilter(two, 'status', undefined)).toEqual([recent])
    expect(withFilter(two, 'name', undefined)).toBe(two)
  })

  it('asks for the days that a span has today', () => {
    expect(conditionsOf([lost, recent], '2028-02-10')).toEqual([
      lost,
      { field: 'created', is: 'between', from: '2028-02-01', to: '2028-02-29' },
    ])
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })

  it('says what it filters by in the reader’s words', () => {
    const said = (one: Filter, field: FilterField) => saidBy(one, field, words)
    const of = (...values: (number | null)[]): Filter => ({ field: 'status', is: 'one-of', values })
    expect(said(of(1, null), status)).toBe('#1, none')
    expect(said(of(1, 2, 3, 4, 5), status)).toBe('#1, #2, #3, +2')
    expect(said({ field: 'status', is: 'none-of', values: [2] }, status)).toBe('all but #2')
    expect(said(recent, day)).toBe('[this-month]')
    expect(said({ field: 'created', is: 'between', from: '2026-01-02' }, day)).toBe('from 02/01/2026')
    expect(said({ field: 'created', is: 'between', from: '2026-01-02', to: '2026-01-02' }, day)).toBe(
      '02/01/2026',
    )
    expect(said({ field: 'limit', is: 'between', from: 150, to: 20_000 }, money)).toBe('1.5 – 200')
    expect(said({ field: 'limit', is: 'between', to: 20_000 }, money)).toBe('until 200')
    expect(said({ field: 'name', is: 'contains', text: 'an' }, { ...status, type: 'text' })).toBe('“an”')
  })
})
