import { assert, double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumber, tidyNumber } from './numbers.ts'

describe('numbers as people type them', () => {
  it.each([
    ['1234.5', 'en', 1234.5],
    ['1,234.5', 'en', 1234.5],
    ['1,234', 'en', 1234],
    ['1.234,5', 'de', 1234.5],
    ['1.234', 'de', 1234],
    ['1,5', 'en', 1.5],
    ['1.25', 'de', 1.25],
    ['1 234,5', 'ru', 1234.5],
    ['1\u00a0234,5', 'fr', 1234.5],
    ['1\u202f234,5', 'fr', 1234.5],
    ["1'234.5", 'de-CH', 1234.5],
    ['−3', 'en', -3],
    ['១២៣', 'km', 123],
    ['١٬٢٣٤٫٥', 'ar-EG', 1234.5],
    ['.5', 'en', 0.5],
    ['', 'en', null],
    ['  ', 'en', null],
    ['12x', 'en', undefined],
    ['1-2', 'en', undefined],
    ['-', 'en', undefined],
  ])('%s in %s', (text, locale, number) => {
    expect(parseNumber(text, locale)).toBe(number)
  })

  it.each(['en', 'de', 'fr', 'ru', 'km', 'de-CH', 'hi'])('reads back what it wrote in %s', (locale) => {
    const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
    assert(
      property(double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const tidy = tidyNumber(value, 3)
        expect(parseNumber(written.format(tidy), locale)).toBeCloseTo(tidy, 3)
      }),
    )
  })
})

describe('tidying', () => {
  it('rounds half away from zero and stays between the ends', () => {
    expect(tidyNumber(1.005, 2)).toBe(1.01)
    expect(tidyNumber(-2.5, 0)).toBe(-3)
    expect(tidyNumber(7, 0, 0, 5)).toBe(5)
    expect(tidyNumber(-7, 0, 0)).toBe(0)
  })
})
