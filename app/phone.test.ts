import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countryCodes } from './countries.ts'
import { formatPhone, readPhone, splitPhones } from './phone.ts'

describe('reading a number', () => {
  it.each([
    ['012 345 678', 'KH', '+85512345678', '12345678'],
    ['០១២ ៣៤៥ ៦៧៨', 'KH', '+85512345678', '12345678'],
    ['+855 12 345 678', undefined, '+85512345678', '12345678'],
    ['＋８５５ １２ ３４５ ６７８', 'DE', '+85512345678', '12345678'],
    ['00855 12 345 678', 'DE', '+85512345678', '12345678'],
    ['0049 30 901820', 'KH', '+4930901820', '30901820'],
    ['011 855 12 345 678', 'US', '+85512345678', '12345678'],
    ['8 (495) 123-45-67', 'RU', '+74951234567', '4951234567'],
    ['8~10 855 12 345 678', 'RU', '+85512345678', '12345678'],
    ['+7 (495) 123-45-67 доб. 102', 'RU', '+74951234567', '4951234567'],
    ['(503) 555-7555 ext. 102', 'US', '+15035557555', '5035557555'],
    ['tel:+1-503-555-7555;ext=102', 'KH', '+15035557555', '5035557555'],
    ['tel:555-7555;phone-context=+1-503', 'KH', '+15035557555', '5035557555'],
    ['030/901820', 'DE', '+4930901820', '30901820'],
    ['+49 (0)30 / 901820', 'KH', '+4930901820', '30901820'],
    ['(02) 201 24 67', 'BE', '+3222012467', '22012467'],
    ['0921-12 34 65', 'SE', '+46921123465', '921123465'],
    ['٠١٢ ٣٤٥ ٦٧٨', 'KH', '+85512345678', '12345678'],
    ["'012345678", 'KH', '+85512345678', '12345678'],
    ['85512345678.0', 'KH', '+85512345678', '12345678'],
    ['012 345 678/79', 'KH', '+85512345678', '12345678'],
    ['\u202a+33 5 49 05 53 96\u202c', undefined, '+33549055396', '549055396'],
    ['Tel. 012 345 678 (mobile)', 'KH', '+85512345678', '12345678'],
    ['0999 123 456', 'MW', '+265999123456', '999123456'],
  ] as const)('%s in %s is %s', (typed, country, e164, national) => {
    expect(readPhone(typed, country)).toEqual({ typed, e164, digits: e164.slice(1), national })
  })

  it.each(
    [
      ['(5) 555-4729', 'MX', '55554729', '55554729'],
      ['(171) 555-7788', 'GB', '1715557788', '1715557788'],
      ['88.60.15.31', 'FR', '88601531', '88601531'],
      ['0452-076545', 'CH', '0452076545', '452076545'],
      ['90-224 8858', 'FI', '902248858', '902248858'],
      ['(071) 23 67 22 20', 'BE', '07123672220', '7123672220'],
      ['(100) 555-4822', 'US', '1005554822', '1005554822'],
      ['555-8787', 'SG', '5558787', '5558787'],
      ['012 345 678', undefined, '012345678', '12345678'],
      ['call reception', 'KH', '', ''],
      ['', 'KH', '', ''],
    ].filter((row) => row.length > 0) as [string, 'MX' | undefined, string, string][],
  )('%s in %s is not valid there and gets no E.164', (typed, country, digits, national) => {
    expect(readPhone(typed, country)).toEqual({ typed, e164: null, digits, national })
  })

  it('never makes a number from a spreadsheet’s rounding', () => {
    expect(readPhone('8.5512345E+10', 'KH').e164).toBeNull()
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(undefined, ...countryCodes),
        (typed, country) => {
          const { e164, digits } = readPhone(typed, country)
          expect(e164 ?? '+12').toMatch(/^\+[1-9]\d+$/)
          expect(digits).toMatch(/^\d*$/)
          splitPhones(typed)
          formatPhone(typed, country)
        },
      ),
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+()-/.,; x#extel:=') }), (typed) => {
        readPhone(typed, 'KH')
        splitPhones(typed)
      }),
    )
  })
})

describe('numbers of one cell', () => {
  it.each([
    ['030/0074321', ['030/0074321']],
    ['04721/8713', ['04721/8713']],
    ['033201/123456', ['033201/123456']],
    ['+49 (0)30 / 901820', ['+49 (0)30 / 901820']],
    ['023 880 880/023 880 881', ['023 880 880', '023 880 881']],
    ['012 345 678 / 098 765 432', ['012 345 678', '098 765 432']],
    ['012 345 678/79', ['012 345 678/79']],
    ['22-33-44, 22-33-55', ['22-33-44', '22-33-55']],
    ['012345678;098765432\n011222333', ['012345678', '098765432', '011222333']],
    ['012 345 678 or 098 765 432', ['012 345 678', '098 765 432']],
    ['012 345 678 или 098 765 432', ['012 345 678', '098 765 432']],
    ['+33 5 49 05 53 96 +33 5 49 05 53 97', ['+33 5 49 05 53 96', '+33 5 49 05 53 97']],
    ['+855 12 345 678, +855 98 765 432', ['+855 12 345 678', '+855 98 765 432']],
    ['012345678 098765432', ['012345678', '098765432']],
    ['០១២៣៤៥៦៧៨ / ០៩៨៧៦៥៤៣២', ['០១២៣៤៥៦៧៨', '០៩៨៧៦៥៤៣២']],
    ['(503) 555-7555 ext. 102', ['(503) 555-7555 ext. 102']],
    ['(503) 555-7555, ext. 102', ['(503) 555-7555, ext. 102']],
    ['tel:+15035557555;ext=102', ['tel:+15035557555;ext=102']],
    ['+1 503 555 7555 ::: +1 503 555 7556', ['+1 503 555 7555', '+1 503 555 7556']],
    ['8 (495) 123-45-67', ['8 (495) 123-45-67']],
    [' ; ', []],
  ])('%s', (cell, numbers) => expect(splitPhones(cell)).toEqual(numbers))

  it('loses no digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+()-/.,;| \norext') }), (cell) => {
        expect(splitPhones(cell).join('').replace(/\D/g, '')).toBe(cell.replace(/\D/g, ''))
      }),
    )
  })

  it('are one where nothing stands between them, as cells are read that hold more', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'0123456789+() -') })
    fc.assert(
      fc.property(cell, (text) => {
        // A line end makes it a cell that has to be looked at piece by piece.
        expect(splitPhones(text)).toEqual(splitPhones(`${text}\n`))
      }),
      { numRuns: 5000 },
    )
  })
})

describe('showing', () => {
  it('is national at home and international abroad', () => {
    expect(formatPhone('+85512345678', 'KH')).toBe('012 345 678')
    expect(formatPhone('+85512345678', 'DE')).toBe('+855 12 345 678')
    expect(formatPhone('88.60.15.31', 'FR')).toBe('88.60.15.31')
  })
})
