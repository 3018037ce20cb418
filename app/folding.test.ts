import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiDigits, fold, words } from './folding.ts'

describe('folding', () => {
  it.each([
    ['Ёлка  «Ромашка», ООО', 'елка ромашка ооо'],
    ['Café-Ørsted', 'cafe orsted'],
    ['ŁÓDŹ', 'lodz'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Ægir Đorđe', 'aegir dorde'],
    ['İSTANBUL ılık', 'istanbul ilik'],
    ['Ελλάς Ώρα', 'ελλασ ωρα'],
    ['Київ', 'киів'],
    ['Nguyễn Văn Đức', 'nguyen van duc'],
    ["B's Beverages", 'b s beverages'],
    ['ＡＢＣ　１２', 'abc 12'],
    ['  ', ''],
  ])('%s → %s', (typed, folded) => expect(fold(typed)).toBe(folded))

  it('keeps the marks that are vowels', () => {
    expect(fold('បន្ទាយមានជ័យ')).toBe('បន្ទាយមានជ័យ')
    expect(fold('ភ្នំ\u200bពេញ')).toBe('ភ្នំពេញ')
    expect(fold('หนังสือ')).toBe('หนังสือ'.normalize('NFKD').normalize('NFC'))
    expect(fold('हिन्दी')).toBe('हिन्दी')
    expect(fold('東京 株式会社')).toBe('東京 株式会社')
    expect(fold('が')).toBe('が')
    expect(fold('한국')).toBe('한국')
  })

  it('unifies alefs and drops harakat and tatweel', () => {
    expect(fold('أَحْمَد')).toBe(fold('احمد'))
    expect(fold('الـــقاهرة')).toBe(fold('القاهرة'))
    expect(fold('آمنة')).toBe(fold('امنة'))
  })

  it('reads digits of every script', () => {
    expect(asciiDigits('០១២ ٠١٢ ۰۱۲ ০১২ ０１２')).toBe('012 012 012 012 012')
    expect(fold('ផ្លូវ ១៦៣')).toBe('ផ្លូវ 163')
  })

  it('folding twice changes nothing, and nothing throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)))
  })

  it('gives words', () => {
    expect(words(' Berglunds  snabbköp ')).toEqual(['berglunds', 'snabbkop'])
    expect(words('—')).toEqual([])
  })
})
