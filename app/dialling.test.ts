import * as fc from 'fast-check'
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import {
  getCountries,
  getCountryCallingCode,
  Metadata,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { isCountryCode } from './countries.ts'
import { dialled, diallingRules, plainRules, undialled } from './dialling.ts'
import { readPhone } from './phone.ts'

type Supported = ReturnType<typeof getCountries>[number]
const supported = getCountries().flatMap((code) => (isCountryCode(code) ? [code] : []))
const country = fc.constantFrom(...supported)
/** One number that is valid there. */
const numberIn = (code: Supported) =>
  readPhone(`+${getCountryCallingCode(code)}${(examples as Record<string, string>)[code] ?? ''}`).e164
const beginsIn = (code: Supported) => {
  const metadata = new Metadata()
  metadata.selectNumberingPlan(code)
  return new RegExp(`^(?:${metadata.numberingPlan!.IDDPrefix().replace('~', '')})$`)
}
const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9*#]{0,${most}}$`))
const rulesFor = fc
  .record({ outside: digits(4), inside: fc.integer({ min: 0, max: 7 }) })
  .map((some) => diallingRules.parse(some))

describe('what the exchange is given for a number', () => {
  it.each([
    ['012 345 678', 'KH', {}, '012345678'],
    ['+855 12 345 678', 'KH', { outside: '9' }, '9012345678'],
    ['+49 30 901820', 'KH', { outside: '9' }, '90014930901820'],
    ['+49 30 901820', 'KH', { outside: '0', international: '001' }, '00014930901820'],
    ['+49 30 901820', 'KH', { international: '+' }, '+4930901820'],
    ['+49 30 901820', 'US', {}, '0114930901820'],
    ['+49 30 901820', 'RU', { outside: '9' }, '98104930901820'],
    ['(495) 123-45-67', 'RU', {}, '84951234567'],
    ['+1 503 555 7555', 'US', {}, '5035557555'],
    ['០១២ ៣៤៥ ៦៧៨', 'KH', { outside: '9' }, '9012345678'],
    ['101', 'KH', { outside: '9' }, '101'],
    ['*21#', 'KH', { outside: '9' }, '*21#'],
    // Not valid anywhere: as somebody typed it.
    ['555-8787', 'SG', { outside: '9' }, '95558787'],
    ['+999 123 456', 'KH', { outside: '9' }, '9001999123456'],
    // The longest beginning decides.
    [
      '012 345 678',
      'KH',
      {
        outside: '9',
        lines: [
          { begins: '+855', outside: '7' },
          { begins: '+85512', outside: '81' },
        ],
      },
      '81012345678',
    ],
  ] as const)('%s from %s with %o is %s', (typed, home, rules, expected) => {
    expect(dialled(typed, diallingRules.parse(rules), home)).toBe(expected)
  })

  it('is nothing where there is nothing to dial', () => {
    expect(dialled('call reception', plainRules, 'KH')).toBeNull()
    expect(dialled('', plainRules, 'KH')).toBeNull()
  })

  it('reaches the same number again, wherever the exchange stands', () => {
    fc.assert(
      fc.property(country, country, rulesFor, (from, to, rules) => {
        const e164 = numberIn(to)
        fc.pre(e164 !== null && e164.length - 1 > rules.inside)
        const given = dialled(e164, { ...rules, country: from }, undefined)!
        expect(given.startsWith(rules.outside)).toBe(true)
        const outside = given.slice(rules.outside.length)
        // Abroad: a begin that its country has, and the whole number. At home: what a person there would read as it.
        if (outside.endsWith(e164.slice(1))) expect(outside.slice(0, 1 - e164.length)).toMatch(beginsIn(from))
        else expect(parsePhoneNumberFromString(outside, from)?.number).toBe(e164)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read back from what the exchange tells of the call', () => {
    const rules = diallingRules.parse({ outside: '9', lines: [{ begins: '+85512', outside: '81' }] })
    for (const [from, typed] of [
      ['KH', '012 345 678'],
      ['KH', '023 880 880'],
      ['KH', '+49 30 901820'],
      ['US', '(503) 555-7555'],
      ['RU', '+855 12 345 678'],
    ] as const) {
      const read = readPhone(typed, from).e164
      expect(readPhone(undialled(dialled(typed, rules, from)!, rules, from), from).e164).toBe(read)
    }
    expect([undialled('103', rules, 'KH'), undialled('95551234', rules, 'US')]).toEqual(['103', '5551234'])
    // Dialled by hand, without the nine.
    expect(undialled('012345678', rules, 'KH')).toBe('012345678')
  })

  it('is something an exchange can dial, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[+\d ()*#./-]{0,20}$/)),
        rulesFor,
        (typed, rules) => {
          const given = dialled(typed, rules, 'KH')
          if (given !== null) expect(given).toMatch(/^[\d*#]*\d[\d*#]*$/)
        },
      ),
    )
  })
})
