import { describe, expect, it } from 'vitest'
import { initials } from './initials.ts'
import { hueOf } from './tone.ts'

describe('letters of a name', () => {
  it.each([
    ['Bopha Garden Supply', 'BS'],
    ['dara k.', 'DK'],
    ['Дмитрий Соколов', 'ДС'],
    ['Élodie', 'É'],
    ['ស្រី មុំ', 'ស្រី'],
    ['ហាងលក់ផ្កា សុភា', 'ហា'],
    ['شركة النخيل', 'ش'],
    ['绿园花店', '绿'],
    ['"La maison" d\'Asie', 'LD'],
    ['👩‍🌾 Mary', 'M'],
    ['  ', '?'],
    ['№ 5', '5'],
  ])('%s is %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })

  it('keeps a letter with its signs whole', () => {
    expect(initials('e\u0301lan')).toBe('É')
  })
})

describe('hue of a name', () => {
  it('is the same each time and one of the twelve', () => {
    for (const name of ['Dara', 'សុភា', '', '绿园花店']) {
      expect(hueOf(name)).toBe(hueOf(name))
      expect(hueOf(name)).toBeGreaterThanOrEqual(1)
      expect(hueOf(name)).toBeLessThanOrEqual(12)
    }
    expect(new Set(['Dara', 'Maly', 'Vannak', 'Bopha', 'Sophea', 'Rith'].map(hueOf)).size).toBeGreaterThan(3)
  })
})
