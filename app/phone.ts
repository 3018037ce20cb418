/**
 * Telephone numbers as people type them. Metadata `max` (150 KB, 70 more than `min`) on purpose: `min` judges by
 * length and a rough pattern only and so calls numbers valid that no exchange has given out.
 */
import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'
import type { CountryCode } from './countries.ts'
import { asciiDigits } from './folding.ts'
import { readPlainPhone } from './plainPhone.ts'

export interface ReadPhone {
  /** As it was typed, trimmed. */
  readonly typed: string
  /** E.164, only of a number that libphonenumber holds to be valid; never made up from a merely possible one. */
  readonly e164: string | null
  /** Digits of the E.164 number, else the digits as typed; without the extension. */
  readonly digits: string
  /** National significant number, else the digits as typed without leading zeros. */
  readonly national: string
}

/**
 * Reads one number. `country` is where the row's address is, else the office's: it decides how a number without
 * a country code is read. Never throws.
 *
 * Rule for E.164: only what is *valid* there (`isValid()`), in this order:
 * 1. what was typed with "+", or "00" (the commonest prefix, whatever the country's own is);
 * 2. what was typed as people of `country` dial it, its own prefixes included (011 in America, 8~10 in Russia);
 * 3. of "012 345 678/79" (a second number by its last digits) the first number.
 * A possible but not valid number (old notation, wrong length) gets null and is kept as digits.
 */
export function readPhone(typed: string, country?: CountryCode): ReadPhone {
  const known = lately.get(country)?.get(typed)
  if (known) return known
  const read = readAnew(typed, country)
  if (kept >= mostKept) {
    lately.clear()
    kept = 0
  }
  keep(typed, country, read)
  // What was read is asked for again in its own notation.
  if (read.e164 !== null) keep(read.e164, undefined, { ...read, typed: read.e164 })
  return read
}

/**
 * Numbers read lately, by country: whoever brings in a hundred thousand clients asks of each number several times in a
 * row. Not by one text of both, as such a text would have to be made each time.
 */
const lately = new Map<CountryCode | undefined, Map<string, ReadPhone>>()
let kept = 0
const mostKept = 20_000

function keep(typed: string, country: CountryCode | undefined, read: ReadPhone): void {
  const ofCountry = lately.get(country)
  if (ofCountry) ofCountry.set(typed, read)
  else lately.set(country, new Map([[typed, read]]))
  kept++
}

function readAnew(typed: string, country: CountryCode | undefined): ReadPhone {
  const shown = typed.trim()
  const plain = readPlainPhone(shown, country)
  if (plain) {
    const { callingCode, national } = plain
    return { typed: shown, e164: `+${callingCode}${national}`, digits: callingCode + national, national }
  }
  const form = plainForm(shown)
  const number = validNumber(form, country)
  if (number) {
    const national: string = number.nationalNumber
    return { typed: shown, e164: number.number, digits: number.number.slice(1), national }
  }
  const digits = withoutExtension(form).replace(/\D/g, '')
  return { typed: shown, e164: null, digits, national: digits.replace(/^0+/, '') }
}

function validNumber(plain: string, country: CountryCode | undefined): PhoneNumber | undefined {
  // "8.55123E+11" is a spreadsheet's rounding: the digits are gone.
  if (!/\d/.test(plain) || /^\d([.,]\d+)?e\+?\d+$/i.test(plain)) return undefined
  const international = /^[\s(]*00(?=[\s).-]*[1-9])/.test(plain) ? plain.replace(/00/, '+') : undefined
  const first = international === undefined ? undefined : validAsTyped(international, undefined)
  const number = first ?? validAsTyped(plain, country)
  if (number) return number
  const [, whole] = /^(.*\d)\s*\/\s*\d{1,3}$/.exec(plain) ?? []
  return whole === undefined ? undefined : validAsTyped(whole, country)
}

function validAsTyped(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  try {
    const region = country !== undefined && isSupportedCountry(country) ? country : undefined
    const number = parsePhoneNumberFromString(text, region)
    return number?.isValid() ? number : undefined
  } catch {
    return undefined
  }
}

const extension =
  /\s*(?:;\s*(?:ext|isub)\s*=|[,;]?\s*(?:e?xt(?:ensio?n|n)?|int|anexo|poste|доб|вн|x|#|~))\s*[.:]?\s*\d{1,9}\s*#?\s*$/iu

/** "+1 503 555 7555 ext. 102" without " ext. 102", where a number is left in front of it. */
function withoutExtension(text: string): string {
  const bare = text.replace(extension, '')
  return /\d/.test(bare) ? bare : text
}

/** The country (ISO 3166-1) that a number in E.164 belongs to, where it is one's alone. */
export const countryOfPhone = (e164: string): string | undefined => validAsTyped(e164, undefined)?.country

/** Digits as 0–9, full-width signs as plain ones, and off with what programs put around a number. */
function plainForm(text: string): string {
  let plain = asciiDigits(text)
    .replace(/[＋﹢⁺]/g, '+')
    .replace(/[‐-―−－]/g, '-')
    .replace(/[／⁄∕]/g, '/')
    .replace(/[（]/g, '(')
    .replace(/[）]/g, ')')
    .replace(/[．·•]/g, '.')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  // Spreadsheets: '012…, ="012…", 85512345678.0
  plain = plain
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .replace(/^(\d{7,})\.0$/, '$1')
  const uri = /^(?:tel|callto|phone|sip|sms):\s*(.*)$/i.exec(plain)
  if (!uri)
    return plain.replace(/^(\+?[\d\s().-]*\d)[^\d]{0,3}доб(?:авочный)?\.?\s*(\d{1,7})$/iu, '$1 ext. $2')
  const [number = '', ...parameters] = uri[1]!.split(';')
  const context = parameters.find((parameter) => /^phone-context=\+/i.test(parameter))?.split('=')[1]
  const inner = parameters.find((parameter) => /^ext=/i.test(parameter))?.split('=')[1]
  const whole = context !== undefined && !number.startsWith('+') ? context + number : number
  return decodedUri(whole) + (inner === undefined ? '' : ` ext. ${inner}`)
}

function decodedUri(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Digits from the last to the first: how numbers are kept that are looked for by their last ones. */
export function backwards(digits: string): string {
  let turned = ''
  for (let at = digits.length - 1; at >= 0; at--) turned += digits[at]
  return turned
}

const digitsIn = (text: string) => withoutExtension(text).replace(/\D/g, '').length
const hasPlus = (text: string) => /^[\s(]*\+/.test(text)

/**
 * The numbers of one cell. Split at line ends, ";", "|" and " ::: " (Google); before a "+" in the middle; at ",",
 * " or ", "&" where both sides are long enough to be numbers; at "/" only where both sides look complete:
 * "030/0074321" and "04721/8713" are one number, "023 880 880/023 880 881" are two, "880 880/81" is one cell
 * with an abbreviation that stays whole. An extension never becomes a number. Never throws, loses no digit.
 */
export function splitPhones(cell: string): string[] {
  if (isOnePhone(cell)) return [cell.trim()]
  return cell
    .split(/[\r\n|]+|\s*:::\s*|;(?!\s*(?:ext|isub|phone-context|postd)\s*=)/i)
    .flatMap(splitBeforePlus)
    .flatMap((part) =>
      splitAt(
        part,
        /\s*[,،、，]\s*|\s+(?:or|ou|oder|und|et|and|y|o|e|или|и|ឬ|និង|kapena|ndi)\s+|\s*&\s*/iu,
        long,
      ),
    )
    .flatMap((part) => splitAt(part, /\s*[/／\\]\s*/u, complete))
    .flatMap(splitAtBlank)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Nothing that numbers are told apart by, and not too many digits for one: what most cells hold. */
const isOnePhone = (cell: string) => /^ *\+?(?: ?[\d()-]){1,15} *$/.test(cell)

function splitBeforePlus(text: string): string[] {
  const parts: string[] = []
  for (const piece of text.split(/(?<=\d[\s,/)]*)(?=[+＋]\s*\(?\d)/u)) {
    const last = parts.at(-1)
    if (last !== undefined && digitsIn(asciiDigits(last)) < 5) parts[parts.length - 1] = last + piece
    else parts.push(piece)
  }
  return parts.map((part) => part.replace(/[\s,/]+$/, ''))
}

/** Both sides can stand alone, perhaps as short local numbers. */
const long = (left: string, right: string) => digitsIn(left) >= 5 && digitsIn(right) >= 5

/** Neither side is the area code of the other, nor the other's last digits. */
function complete(left: string, right: string): boolean {
  const [l, r] = [digitsIn(left), digitsIn(right)]
  if (hasPlus(left) && l < 8) return false
  if (l >= 7 && r >= 7) return true
  // Six digits: local numbers of small towns, but "033201/123456" is an area code of a German village.
  return l === 6 && r === 6 && !/^\D*0/.test(left)
}

function splitAt(text: string, separator: RegExp, apart: (left: string, right: string) => boolean): string[] {
  const pattern = new RegExp(separator.source, 'giu')
  const parts: string[] = []
  let start = 0
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length
    const next = text.slice(end).split(new RegExp(separator.source, 'iu'))[0] ?? ''
    if (!apart(asciiDigits(text.slice(start, match.index)), asciiDigits(next))) continue
    parts.push(text.slice(start, match.index))
    start = end
  }
  return [...parts, text.slice(start)]
}

/** "012345678 098765432": too long for one number, and both halves begin as numbers do. */
function splitAtBlank(text: string): string[] {
  const pieces = asciiDigits(text).trim().split(/\s+/)
  if (pieces.length < 2 || digitsIn(asciiDigits(text)) <= 15) return [text]
  return pieces.every((piece) => /^\+?[\d.()-]{8,16}$/.test(piece)) ? text.trim().split(/\s+/) : [text]
}

/**
 * A number for reading: in the national way where it belongs to `country`, else international ("+855 12 345 678").
 * What is not a valid number is shown as typed.
 */
export function formatPhone(text: string, country?: CountryCode): string {
  const number = validNumber(plainForm(text), country)
  if (!number) return text.trim()
  return number.country !== undefined && number.country === country
    ? number.formatNational()
    : number.formatInternational()
}

/** The country of an E.164 number as ISO 3166 has it; undefined where it has none, as of satellite telephones. */
export function countryOfNumber(e164: string): string | undefined {
  return e164.startsWith('+') ? parsePhoneNumberFromString(e164)?.country : undefined
}
