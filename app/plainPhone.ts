import metadata from 'libphonenumber-js/max/metadata'
import type { CountryCode } from './countries.ts'

/** A country's numbering plan as libphonenumber's data have it: an array, of which these places are read here. */
type Plan = readonly unknown[] & {
  readonly 0: string
  readonly 1: string
  readonly 2: string
  readonly 3: readonly number[]
  readonly 5?: string | 0
  readonly 7?: string | 0
  readonly 8?: string | 0
  readonly 10?: string | 0
  readonly 11?: readonly (readonly [pattern: string, lengths?: readonly number[]] | 0)[]
}

/** The same, made ready to be asked often: libphonenumber makes its expressions anew for every number. */
interface Numbering {
  readonly callingCode: string
  /** What is dialled to get abroad. */
  readonly abroad: RegExp
  readonly national: RegExp
  readonly lengths: ReadonlySet<number>
  /** What is dialled in front of a number at home. */
  readonly prefix: RegExp | undefined
  /** Whether the prefix only goes, and nothing is made of what it catches. */
  readonly goes: boolean
  readonly leading: RegExp | undefined
  readonly types: readonly { readonly pattern: RegExp; readonly lengths: ReadonlySet<number> }[]
}

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`)
const beginning = (pattern: string) => new RegExp(`^(?:${pattern})`)

const numberings = new Map<string, Numbering | undefined>()

const plans = metadata.countries as Readonly<Record<string, Plan | undefined>>
const countriesOf: Readonly<Record<string, readonly string[] | undefined>> = metadata.country_calling_codes

function numberingOf(country: string): Numbering | undefined {
  if (numberings.has(country)) return numberings.get(country)
  const plan = plans[country]
  const numbering = plan && made(plan)
  numberings.set(country, numbering)
  return numbering
}

function made(plan: Plan): Numbering {
  const lengths = new Set(plan[3])
  const prefix = plan[7] || plan[5] || undefined
  return {
    callingCode: plan[0],
    abroad: beginning(plan[1]),
    national: whole(plan[2]),
    lengths,
    prefix: prefix === undefined ? undefined : beginning(prefix),
    goes: !plan[8] && !/\((?!\?)/.test(prefix ?? ''),
    leading: plan[10] ? beginning(plan[10]) : undefined,
    types: (plan[11] ?? []).flatMap((type) =>
      type && type[0] ? [{ pattern: whole(type[0]), lengths: type[1] ? new Set(type[1]) : lengths }] : [],
    ),
  }
}

const isOfPlan = ({ national, types }: Numbering, number: string): boolean =>
  national.test(number) &&
  types.some(({ pattern, lengths }) => lengths.has(number.length) && pattern.test(number))

/** Of the countries with one calling code (Russia and Kazakhstan) the one whose number it is. */
function planWith(callingCode: string, number: string): Numbering | undefined {
  const countries = countriesOf[callingCode] ?? []
  if (countries.length === 1) return numberingOf(countries[0]!)
  for (const country of countries) {
    const numbering = numberingOf(country)
    if (numbering && (numbering.leading?.test(number) ?? isOfPlan(numbering, number))) return numbering
  }
  return undefined
}

const plain = /^\+?[\d(][\d ()-]{4,30}\d$/
const notDigits = /\D+/g
const longestCallingCode = 3

/**
 * A valid number that is written in the plainest way, with "+" or as people of `country` write it, twenty times as
 * quickly as libphonenumber reads it and exactly as it does. Undefined wherever it is not as plain as that: then only
 * libphonenumber knows what it is.
 */
export function readPlainPhone(
  text: string,
  country: CountryCode | undefined,
): { callingCode: string; national: string } | undefined {
  if (!plain.test(text)) return undefined
  const digits = text.replace(notDigits, '')
  if (text.startsWith('+')) {
    for (let length = 1; length <= longestCallingCode; length++) {
      const [main] = countriesOf[digits.slice(0, length)] ?? []
      if (main !== undefined) return atHome(digits.slice(length), numberingOf(main))
    }
    return undefined
  }
  const home = country && numberingOf(country)
  if (!home || digits.startsWith('00') || home.abroad.test(digits) || digits.startsWith(home.callingCode))
    return undefined
  return atHome(digits, home)
}

function atHome(digits: string, home: Numbering | undefined) {
  if (!home) return undefined
  const { prefix, goes, callingCode } = home
  const [prefixed = ''] = prefix?.exec(digits) ?? []
  if (prefixed !== '' && !goes) return undefined
  const national = digits.slice(prefixed.length)
  const numbering = planWith(callingCode, national)
  if (!numbering || !isOfPlan(numbering, national)) return undefined
  // A number that could stand with its first digits and without: libphonenumber weighs that.
  const isClear = home.national.test(national) && numbering.lengths.has(national.length)
  if (prefixed !== '' && !isClear) return undefined
  return { callingCode, national }
}
