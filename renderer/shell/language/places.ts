import { countryCodes, countryName, currencyOf } from '../../../app/countries.ts'
import type { Language } from '../../../app/languages.ts'

/** Every country by its name in the reader's language, for a list to choose from. */
export function countryOptions(language: Language) {
  return countryCodes
    .map((code) => ({ id: code as string, label: countryName(code, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
}

/** ISO 4217 codes with their names where the browser knows them. */
export function currencyOptions(language: Language) {
  const names = new Intl.DisplayNames([language === 'ar-XB' ? 'en' : language, 'en'], { type: 'currency' })
  const codes = [...new Set(countryCodes.flatMap((code) => currencyOf(code) ?? []))].sort()
  return codes.map((code) => ({ id: code, label: `${code} · ${names.of(code) ?? code}` }))
}
