import { describe, expect, it } from 'vitest'
import { countryCodes, countryName, countryOf, currencyOf } from './countries.ts'

describe('countries', () => {
  it.each([
    ['UK', 'GB'],
    ['USA', 'US'],
    ['u.s.a.', 'US'],
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['កម្ពុជា', 'KH'],
    ['ប្រទេសកម្ពុជា', 'KH'],
    ['Россия', 'RU'],
    ['РФ', 'RU'],
    ['Cambodia', 'KH'],
    ['kh', 'KH'],
    ['KHM', 'KH'],
    ['The Netherlands', 'NL'],
    ['Kingdom of Sweden', 'SE'],
    ['États-Unis', 'US'],
    ['Brasil', 'BR'],
    ['日本', 'JP'],
    ["Côte d'Ivoire", 'CI'],
    ['Malaŵi', 'MW'],
    ['Malawi', 'MW'],
    ['Northern Ireland', 'GB'],
    ['Ireland', 'IE'],
  ])('%s is %s', (text, code) => expect(countryOf(text)).toBe(code))

  it('names nothing where there is no country', () => {
    for (const text of ['', '-', 'Berlin', 'NULL', '12209', 'constructor'])
      expect(countryOf(text)).toBeUndefined()
  })

  it('reads every code and every English name', () => {
    expect(countryCodes).toHaveLength(250)
    const english = new Intl.DisplayNames(['en'], { type: 'region' })
    for (const code of countryCodes) {
      expect(countryOf(code)).toBe(code)
      expect(countryOf(english.of(code)!)).toBe(code)
    }
  })

  it('shows names in languages that Chromium has no names in', () => {
    expect(countryName('KH', 'km')).toBe('កម្ពុជា')
    expect(countryName('DE', 'ny')).toBe('Jeremani')
    expect(countryName('KH', 'ru')).toBe('Камбоджа')
    expect(countryName('AQ', 'ny')).toBe('Antarctica')
  })

  it('knows the currency of every inhabited country', () => {
    expect(currencyOf('KH')).toBe('KHR')
    expect(currencyOf('BG')).toBe('EUR')
    expect(countryCodes.filter((code) => currencyOf(code) === undefined)).toEqual(['AQ'])
    for (const code of countryCodes) if (code !== 'AQ') expect(currencyOf(code)).toMatch(/^[A-Z]{3}$/)
  })
})
