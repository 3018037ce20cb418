import { describe, expect, test } from 'vitest'
import { startOf } from './days.ts'

describe('days of the filter', () => {
  test('a day begins at midnight of this computer', () => {
    expect(startOf('2026-11-21')).toBe(new Date(2026, 10, 21).getTime())
  })

  test('the day after the last of a month or year is the first of the next', () => {
    expect(startOf('2026-12-31', 1)).toBe(new Date(2027, 0, 1).getTime())
  })

  test('an empty or half-typed day narrows nothing', () => {
    expect(startOf('')).toBeUndefined()
    expect(startOf('2026-11')).toBeUndefined()
  })
})
