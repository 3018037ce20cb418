import { asciiDigits } from './folding.ts'
import type { Language } from './languages.ts'

/**
 * Whose notation of numbers each language shares: Chromium's ICU knows neither Khmer nor Chichewa; Khmer writes 1.234,5
 * as CLDR has it, Chichewa as Malawi's English.
 */
export const numbersOf: Record<Language, string> = { en: 'en', km: 'de', ny: 'en', ru: 'ru', 'ar-XB': 'en' }

/** Signs of a locale's numbers, and its digits as 0…9. */
function signs(locale: string) {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12345.6)
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { group: sign('group'), decimal: sign('decimal') || '.' }
}

/**
 * A number typed in the reader's notation, or in plain notation. Undefined where it is none.
 * Empty is null. A lone point or comma that cannot be a group (`1,5`, `1.25`) is the decimal sign whatever the locale.
 */
export function parseNumber(text: string, locale: string): number | null | undefined {
  const plain = asciiDigits(text.trim())
    .replace(/[\s'’\u00A0\u202F\u066C]/g, '')
    .replace(/[−‒–]/g, '-')
    .replace('٫', '.')
  if (plain === '') return null
  const { group, decimal } = signs(locale)
  const marks = plain.replace(/[^.,]/g, '')
  let clean = plain
  if (marks.length === 1 && !new RegExp(`^-?\\d{1,3}\\${marks}\\d{3}$`).test(plain))
    clean = plain.replace(',', '.')
  else {
    if (group === ',' || group === '.') clean = clean.replaceAll(group, '')
    if (decimal === ',') clean = clean.replaceAll('.', '').replace(',', '.')
    else clean = clean.replaceAll(',', '')
  }
  return /^-?(\d+\.?\d*|\.\d+)$/.test(clean) ? Number(clean) : undefined
}

/** Rounded to the decimals, half away from zero, and kept between the ends. */
export function tidyNumber(value: number, decimals: number, min = -Infinity, max = Infinity): number {
  const factor = 10 ** decimals
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * factor + 1e-9)) / factor
  return Math.min(max, Math.max(min, rounded))
}
