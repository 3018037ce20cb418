import { isCountryCode } from './countries.ts'
import { asciiDigits } from './folding.ts'
import { readPhone } from './phone.ts'

/** The number of the other side of a call, as it is kept and compared. */
export interface CallerNumber {
  /** As the line sent it or as it was dialled; "" for none. */
  readonly typed: string
  readonly e164: string | null
  /** National digits without leading zeros. */
  readonly national: string
  /** The last nine of them, the last first: what calls and clients' phones are looked up by. */
  readonly ending: string
}

export const endingDigits = 9

/** Reads a number as exchanges send them: also with its country code but without a plus. */
export function readCallerNumber(typed: string, officeCountry: string): CallerNumber {
  const country = isCountryCode(officeCountry) ? officeCountry : undefined
  const plain = asciiDigits(typed).trim()
  const home = readPhone(plain, country)
  const abroad =
    home.e164 === null && /^[1-9]\d{9,14}$/.test(plain) ? readPhone(`+${plain}`, country) : undefined
  const { e164, national } = abroad?.e164 ? abroad : home
  const digits = national === '' ? home.digits : national
  return {
    typed: typed.trim(),
    e164,
    national: digits,
    ending: digits.slice(-endingDigits).split('').reverse().join(''),
  }
}
