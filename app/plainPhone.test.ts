import * as fc from 'fast-check'
import { getExampleNumber, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, it } from 'vitest'
import { countryCodes } from './countries.ts'
import { readPlainPhone } from './plainPhone.ts'

const countries = countryCodes.filter((country) => isSupportedCountry(country))
type Country = (typeof countries)[number]

/** What libphonenumber makes of it, where it holds it to be valid. */
function byLibrary(text: string, country: Country | undefined) {
  const number = parsePhoneNumberFromString(text, country)
  return number?.isValid()
    ? { callingCode: number.countryCallingCode, national: number.nationalNumber }
    : undefined
}

function holds(text: string, country: Country | undefined) {
  const quick = readPlainPhone(text, country)
  if (quick) expect({ text, country, ...quick }).toEqual({ text, country, ...byLibrary(text, country) })
}

const country = fc.constantFrom(...countries)
const digit = fc.constantFrom(...'0123456789')
const digits = (minLength: number, maxLength: number) =>
  fc.array(digit, { minLength, maxLength }).map((all) => all.join(''))

/** A number's digits with the signs that people put between them. */
const written = (number: string, signs: readonly string[]) =>
  [...number].map((one, at) => one + (at < number.length - 1 ? (signs[at] ?? '') : '')).join('')
const signs = fc.array(fc.constantFrom('', '', '', ' ', '-', ' (', ') ', '  '), { maxLength: 20 })

describe('a plain number', () => {
  it('is read as libphonenumber reads it, whatever the digits', () => {
    fc.assert(
      fc.property(country, digits(4, 16), signs, fc.boolean(), (country, number, between, plus) => {
        holds(`${plus ? '+' : ''}${written(number, between)}`, country)
      }),
      { numRuns: 20_000 },
    )
  })

  it('is read as libphonenumber reads it where it is nearly a number that exists', () => {
    const beginnings = ['', '0', '8', '1', '00', '06', '9', '44', 'own', '+own', '+own0', '+own8']
    fc.assert(
      fc.property(
        country,
        fc.constantFrom(...beginnings),
        fc.nat(12),
        digits(1, 6),
        signs,
        country,
        (of, beginning, kept, end, between, home) => {
          const example = getExampleNumber(of, examples)
          if (!example) return
          const number =
            example.nationalNumber.slice(0, kept) + end + example.nationalNumber.slice(kept + end.length)
          const begun = beginning.replace('own', example.countryCallingCode)
          for (const asked of [of, home, undefined]) holds(begun + written(number, between), asked)
        },
      ),
      { numRuns: 20_000 },
    )
  })

  it('is read at once in nearly every country, and in none where it is not plain', () => {
    const quick = countries.filter((country) => {
      const example = getExampleNumber(country, examples)
      return (
        example &&
        readPlainPhone(example.number, undefined) &&
        readPlainPhone(example.formatNational(), country)
      )
    })
    expect(quick).toEqual(
      expect.arrayContaining(['KH', 'RU', 'MW', 'KZ', 'FR', 'DE', 'VN', 'TH', 'GB', 'US']),
    )
    expect(quick.length).toBeGreaterThan(200)
    for (const text of ['012 345 678 ext. 5', '00855 12 345 678', '012 345 678/79', '', '12', 'call me'])
      expect(readPlainPhone(text, 'KH')).toBeUndefined()
  })
})
