/**
 * What an exchange has to be given so that it reaches a number: where the office's people write "+49 30 901820" or
 * "012 345 678", the exchange wants a digit for a line, then the number as one dials it where the exchange stands.
 */
import { z } from 'zod'
import {
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { countryCodes, type CountryCode } from './countries.ts'
import { asciiDigits } from './folding.ts'
import { readPhone } from './phone.ts'

const dialledDigits = (most: number) => z.string().regex(new RegExp(`^[\\d*#]{0,${most}}$`))

export const diallingRules = z.object({
  /** Where the exchange stands; absent: where the office is. */
  country: z.enum(countryCodes).optional(),
  /** What is dialled first to get a line out of the house, often "9" or "0". */
  outside: dialledDigits(8).default(''),
  /** What begins a number abroad; absent: as the country has it. */
  international: z
    .string()
    .regex(/^(\+|[\d*#]{1,8})$/)
    .optional(),
  /** So many digits and fewer are an extension or a short number, dialled as they are. */
  inside: z.number().int().min(0).max(7).default(5),
  /** Numbers that go out over a line of their own: what they begin with in full ("+85512"), and what gets that line. */
  lines: z
    .array(z.object({ begins: z.string().regex(/^\+\d{1,14}$/), outside: dialledDigits(8) }))
    .max(50)
    .default([]),
})
export type DiallingRules = z.infer<typeof diallingRules>

/** The rules of an exchange about which nobody said anything. */
export const plainRules: DiallingRules = diallingRules.parse({})

/**
 * What to dial for a number as somebody wrote it, or null where there is nothing in it to dial. `home` is where the
 * office is: how a number without its country's code is read. A number that is not a valid one is dialled as typed.
 */
export function dialled(typed: string, rules: DiallingRules, home: CountryCode | undefined): string | null {
  const country = rules.country ?? home
  const signs = asciiDigits(typed).replace(/[^\d*#+]/g, '')
  const bare = signs.replace(/(?!^)\+/g, '')
  if (!/\d/.test(bare)) return null
  // "*21#": a service of the exchange itself.
  if (/^[*#]/.test(bare)) return bare.replace('+', '')
  if (!bare.startsWith('+') && bare.length <= rules.inside) return bare
  const { e164 } = readPhone(typed, country)
  if (e164 === null)
    return bare.startsWith('+')
      ? rules.outside + internationalOf(rules, country) + bare.slice(1)
      : rules.outside + bare
  const line = rules.lines
    .filter(({ begins }) => e164.startsWith(begins))
    .sort((one, other) => other.begins.length - one.begins.length)[0]
  return (line?.outside ?? rules.outside) + fromThere(e164, rules, country)
}

/** The other way round: a number as an exchange was given it, without what only the exchange wanted in front of it. */
export function undialled(number: string, rules: DiallingRules, home: CountryCode | undefined): string {
  const country = rules.country ?? home
  if (number.length <= rules.inside || number.startsWith('+')) return number
  const outsides = [rules.outside, ...rules.lines.map(({ outside }) => outside)]
    .filter((outside) => outside !== '' && number.startsWith(outside))
    .sort((one, other) => other.length - one.length)
  for (const outside of [...outsides, '']) {
    const plain = number.slice(outside.length)
    const begin = internationalOf(rules, country)
    const whole = plain.startsWith(begin) ? `+${plain.slice(begin.length).replace('+', '')}` : plain
    if (readPhone(whole, country).e164 !== null) return whole
  }
  return number.slice(outsides[0]?.length ?? 0)
}

/** A whole number as one dials it in a country: with its own prefix there, with that for abroad elsewhere. */
function fromThere(e164: string, rules: DiallingRules, country: CountryCode | undefined): string {
  const number = parsePhoneNumberFromString(e164)
  const own =
    country !== undefined &&
    isSupportedCountry(country) &&
    number?.countryCallingCode === getCountryCallingCode(country)
  if (!own) return internationalOf(rules, country) + e164.slice(1)
  const national = number.formatNational().replace(/\D/g, '')
  // Italy and others share a code with a neighbour, or write a number for reading as one does not dial it.
  return readPhone(national, country).e164 === e164
    ? national
    : internationalOf(rules, country) + e164.slice(1)
}

/** Where a country has several, each of another company: one that is tried first stands first. */
const severalBegins = [
  '00',
  '0011',
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `00${digit}`),
  '010',
  '011',
  '0021',
]

function internationalOf(rules: DiallingRules, country: CountryCode | undefined): string {
  if (rules.international !== undefined) return rules.international
  if (country === undefined || !isSupportedCountry(country)) return '00'
  const metadata = new Metadata()
  metadata.selectNumberingPlan(country)
  // "8~10": a person waits for a tone, the exchange does not.
  const own = metadata.numberingPlan!.IDDPrefix().replace('~', '')
  if (/^\d+$/.test(own)) return own
  const fits = new RegExp(`^(?:${own})$`)
  return severalBegins.find((digits) => fits.test(digits)) ?? '00'
}
