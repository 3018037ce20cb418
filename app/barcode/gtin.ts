/** Numbers of goods as they stand under bars: EAN-13, EAN-8, UPC-A, UPC-E and ITF-14. */

const isDigits = (text: string): boolean => /^\d+$/.test(text)

/** The check digit of all of them: from the right, weights 3 and 1 in turn (GS1 General Specifications, 7.9). `body` is digits without it. */
export function checkDigit(body: string): string {
  let sum = 0
  for (let at = 0; at < body.length; at++) sum += Number(body.at(-1 - at)) * (at % 2 === 0 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}

export const withCheckDigit = (body: string): string => body + checkDigit(body)

/** Whether the last digit is that of the others. */
export const isChecked = (code: string): boolean =>
  code.length > 1 && isDigits(code) && checkDigit(code.slice(0, -1)) === code.at(-1)

/** How long the number is in each kind. */
const lengths = { 'ean-8': 8, 'upc-a': 12, 'ean-13': 13, 'itf-14': 14 } as const
export type GtinKind = keyof typeof lengths

/** Which kind a number is by its length; undefined where it is none or its check digit is wrong. */
export function gtinKind(code: string): GtinKind | undefined {
  if (!isChecked(code)) return undefined
  return (Object.keys(lengths) as GtinKind[]).find((kind) => lengths[kind] === code.length)
}

/** The one number by which goods are known however they are printed: 14 digits, zeros in front. Undefined where it is none. */
export const gtin14 = (code: string): string | undefined =>
  gtinKind(code) === undefined ? undefined : code.padStart(14, '0')

/**
 * The UPC-A that a UPC-E stands for: eight digits, the first the number system (0 or 1), the last the check digit of the
 * long one (GS1 General Specifications, 5.2.2.4.2). Undefined where it is none.
 */
export function expandUpcE(code: string): string | undefined {
  if (!/^[01]\d{7}$/.test(code)) return undefined
  const [system, a, b, c, d, e, last, check] = [...code] as [string, ...string[]]
  const body = {
    0: `${a}${b}${last}0000${c}${d}${e}`,
    1: `${a}${b}${last}0000${c}${d}${e}`,
    2: `${a}${b}${last}0000${c}${d}${e}`,
    3: `${a}${b}${c}00000${d}${e}`,
    4: `${a}${b}${c}${d}00000${e}`,
  }[last!]
  const long = withCheckDigit(`${system}${body ?? `${a}${b}${c}${d}${e}0000${last}`}`)
  return long.at(-1) === check ? long : undefined
}

/** Digits in front of a number that an office gives to goods of its own; these are nobody's elsewhere. */
const ownPrefix = '200'
const ownDigits = 9

/** An EAN-13 for goods that have no code: made of a number of the office's own. Throws RangeError beyond nine digits. */
export function ownCode(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || number >= 10 ** ownDigits)
    throw new RangeError(`Not a number for a code of the office's own: ${number}`)
  return withCheckDigit(ownPrefix + String(number).padStart(ownDigits, '0'))
}

/** Which number an own code was made of; undefined of any other code. */
export const ownNumber = (code: string): number | undefined =>
  code.length === 13 && code.startsWith(ownPrefix) && isChecked(code)
    ? Number(code.slice(ownPrefix.length, -1))
    : undefined
