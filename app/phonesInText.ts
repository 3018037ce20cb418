import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max'
import type { CountryCode } from './countries.ts'
import { asciiDigits } from './folding.ts'

/** A stretch of a text: a telephone number as it was written there, or what stands between. */
export interface TextPart {
  readonly text: string
  readonly isNumber: boolean
}

/** 12 500 000 and 12.05.2026 can be dialled in some country; whoever wrote them meant a sum and a day. */
const sum = /^[1-9]\d{0,2}(?:[\s.,']\d{3})+$/
const day = /^\d{1,2}[./-]\d{1,2}[./-](?:\d\d|\d{4})$|^\d{4}[./-]\d{1,2}[./-]\d{1,2}$/

/**
 * A text in parts, in their order: valid numbers and everything else. Joined, they are the text again. `country` is the
 * office's: it decides how a number without a country code is read.
 */
export function phonesInText(text: string, country: CountryCode | undefined): readonly TextPart[] {
  const plain = asciiDigits(text)
  // Digits of some scripts take two places, and the places must be those of the text.
  const read = plain.length === text.length ? plain : text
  if (!/\d(?:\D{0,3}\d){5}/.test(read)) return [{ text, isNumber: false }]
  const parts: TextPart[] = []
  const options = {
    ...(country !== undefined && isSupportedCountry(country) ? { defaultCountry: country } : {}),
    v2: true,
  } as const
  let from = 0
  for (const { startsAt, endsAt } of findPhoneNumbersInText(read, options)) {
    const number = read.slice(startsAt, endsAt)
    if (sum.test(number) || day.test(number)) continue
    if (startsAt > from) parts.push({ text: text.slice(from, startsAt), isNumber: false })
    parts.push({ text: text.slice(startsAt, endsAt), isNumber: true })
    from = endsAt
  }
  if (from < text.length) parts.push({ text: text.slice(from), isNumber: false })
  return parts
}
