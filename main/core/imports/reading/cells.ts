import { asciiDigits, fold } from '../../../../app/folding.ts'

/** Cells into clean values. */

/** Control characters and direction overrides, which can make a text look like another. */
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g

/** Most cells: letters and signs of ASCII with single blanks between them. */
const plainLine = /^[!-~]+(?: [!-~]+)*$/

/** One line: NFC, no control characters, whitespace of any kind and length as one blank. */
export function line(text: string): string {
  if (plainLine.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/[\r\n\t]+/g, ' ')
    .replace(control, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** Text of several lines: as `line`, but line ends stay. */
export function lines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map(line)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const russianMonths = 'янв фев мар апр ма июн июл авг сен окт ноя дек'.split(' ')

/** Outlook and databases write these for "no date". */
export const isNoDate = (text: string) =>
  /^(?:0+[-./]0+[-./]0+|0000-00-00|1900-01-00|0)(?:[ T]0.*)?$/.test(text.trim())

/**
 * A date as YYYY-MM-DD, or undefined. `dayFirst` settles "03/04/1990"; dates with dots are day first everywhere.
 * A time of day behind it is dropped.
 */
export function readDate(text: string, dayFirst: boolean): string | undefined {
  const value = asciiDigits(text)
    .trim()
    .replace(/[ T]\d{1,2}:\d\d.*$/, '')
    .trim()
  const ordered = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/.exec(value) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(value)
  if (ordered) return date(Number(ordered[1]), Number(ordered[2]), Number(ordered[3]))
  const numeric = /^(\d{1,2})([-./ ])(\d{1,2})\2(\d{4}|\d\d)$/.exec(value)
  if (numeric) {
    const [a, b] = [Number(numeric[1]), Number(numeric[3])]
    const first = numeric[2] === '.' || dayFirst ? b <= 12 : a > 12
    return date(century(numeric[4]!), first ? b : a, first ? a : b)
  }
  const folded = fold(value)
  const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)? ?(\p{L}{3,10}) ?(\d{4})(?: г)?$/u.exec(folded)
  const monthDay = /^(\p{L}{3,10}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u.exec(folded)
  if (dayMonth) return date(Number(dayMonth[3]), monthNamed(dayMonth[2]!), Number(dayMonth[1]))
  if (monthDay) return date(Number(monthDay[3]), monthNamed(monthDay[1]!), Number(monthDay[2]))
  return undefined
}

function monthNamed(word: string): number {
  const english = months.indexOf(word.slice(0, 3))
  if (english !== -1) return english + 1
  const start = word.slice(0, 3)
  return russianMonths.findIndex((month) => start.startsWith(month)) + 1
}

/** Of a birthday: "68" is 1968, "12" is 2012. */
function century(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year + (year > new Date().getFullYear() % 100 ? 1900 : 2000)
}

function date(year: number, month: number, day: number): string | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day))
  if (year < 1000 || moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return undefined
  return moment.toISOString().slice(0, 10)
}

/** Whether a column of dates with slashes has the day first: by its own dates, else by the country. */
export function isDayFirst(values: readonly string[], country: string | undefined): boolean {
  let [day, month] = [0, 0]
  for (const value of values) {
    const match = /^\s*(\d{1,2})[-/ ](\d{1,2})[-/ ]\d{2,4}/.exec(asciiDigits(value))
    if (match && Number(match[1]) > 12) day++
    else if (match && Number(match[2]) > 12) month++
  }
  return day === month ? country !== 'US' && country !== 'PH' : day > month
}

const scripts: [string, RegExp][] = [
  ['km', /\p{Script=Khmer}/u],
  ['th', /\p{Script=Thai}/u],
  ['lo', /\p{Script=Lao}/u],
  ['my', /\p{Script=Myanmar}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ka', /\p{Script=Georgian}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['el', /\p{Script=Greek}/u],
  ['he', /\p{Script=Hebrew}/u],
]

/** The language where the script leaves no doubt; Latin, Cyrillic, Arabic and Han letters are of many languages. */
export function languageByScript(text: string): string | undefined {
  const found = scripts.filter(([, script]) => script.test(text))
  return found.length === 1 && !/\p{Script=Latin}{3}/u.test(text) ? found[0]![0] : undefined
}

/** Whether a text can be in a language: Latin letters are no Khmer, Khmer letters no English. */
export function writtenIn(language: string, text: string): boolean {
  const script = scripts.find(([tag]) => tag === language.split('-')[0])?.[1]
  return script ? script.test(text) : languageByScript(text) === undefined
}

/** "ភ្នំពេញ / Phnom Penh" or "Angkor (អង្គរ)": one cell with the name in two scripts. */
export function namesOfCell(text: string): string[] {
  const match = /^(.+?)\s*\((.+)\)$/su.exec(text) ?? /^(.+?)\s*(?:[/|\n]|\s[-–—]\s)\s*(.+)$/su.exec(text)
  if (!match) return [line(text)].filter((name) => name !== '')
  const [left, right] = [line(match[1]!), line(match[2]!)]
  const [a, b] = [languageByScript(left), languageByScript(right)]
  const apart =
    a !== b &&
    (a === undefined ? /\p{Script=Latin}/u.test(left) : /\p{Script=Latin}/u.test(right)) &&
    (a === undefined || b === undefined)
  return apart ? [left, right] : [line(text)]
}
