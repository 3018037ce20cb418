import { expect, test } from 'vitest'
import { isBirthday, isDay } from './birthday.ts'

test('a birthday is a day of the calendar, with its year or without', () => {
  expect(['1953-11-09', '--02-29', '2000-02-29', '0007-01-01'].filter(isBirthday)).toHaveLength(4)
  expect(
    ['1953-02-30', '1900-02-29', '--13-01', '--00-10', '53-01-01', '1953-1-1', '', 'x--02-29'].filter(
      isBirthday,
    ),
  ).toEqual([])
})

test('a day always has its year', () => {
  expect(['2026-11-21', '--11-21'].filter(isDay)).toEqual(['2026-11-21'])
})
