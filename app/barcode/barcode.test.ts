import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentsOf } from './contents.ts'
import {
  checkDigit,
  expandUpcE,
  gtin14,
  gtinKind,
  isChecked,
  ownCode,
  ownNumber,
  withCheckDigit,
} from './gtin.ts'
import { elementString, readElements, separator, type Element } from './gs1.ts'
import { readScale, scaleCode, type ScaleFormat } from './scales.ts'
import { canBe, code39Check } from './symbols.ts'

const figures = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''))

describe('numbers of goods', () => {
  it('knows them by their length and check digit', () => {
    // As printed: a paperback, a chocolate, a tin, a box.
    expect(gtinKind('9780306406157')).toBe('ean-13')
    expect(gtinKind('73513537')).toBe('ean-8')
    expect(gtinKind('036000291452')).toBe('upc-a')
    expect(gtinKind('15400141288763')).toBe('itf-14')
    expect([gtinKind('9780306406158'), gtinKind('12345'), gtinKind('97803064O6157'), gtinKind('')]).toEqual([
      undefined, undefined, undefined, undefined,
    ]) // prettier-ignore
    expect(gtin14('036000291452')).toBe('00036000291452')
    expect(checkDigit('629104150021')).toBe('3')
  })

  it('notices any one wrong digit, and most that changed places', () => {
    fc.assert(
      fc.property(figures(12), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, more) => {
        const code = withCheckDigit(body)
        expect(isChecked(code)).toBe(true)
        const wrong = code.slice(0, at) + ((Number(code[at]) + more) % 10) + code.slice(at + 1)
        expect(isChecked(wrong)).toBe(false)
        if (at === 12) return
        const [a, b] = [Number(code[at]), Number(code[at + 1])]
        const swapped = code.slice(0, at) + b + a + code.slice(at + 2)
        // Two digits that are five apart look alike to it, as the standard says.
        expect(isChecked(swapped)).toBe(a === b || Math.abs(a - b) === 5)
      }),
    )
  })

  it('reads a short UPC as the long one it stands for', () => {
    expect(expandUpcE('01234565')).toBe('012345000065')
    expect(expandUpcE('04252614')).toBe('042100005264')
    expect(expandUpcE('06543217')).toBe('065100004327')
    expect([expandUpcE('01234566'), expandUpcE('21234565'), expandUpcE('0123')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    fc.assert(
      fc.property(figures(6), (six) => {
        const found = [...'0123456789'].map((check) => expandUpcE(`0${six}${check}`)).filter(Boolean)
        expect(found).toHaveLength(1)
        expect(gtinKind(found[0]!)).toBe('upc-a')
      }),
    )
  })

  it('makes codes of the office’s own and knows them again', () => {
    expect(ownCode(7)).toBe('2000000000077')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
        expect(gtinKind(ownCode(number))).toBe('ean-13')
        expect(ownNumber(ownCode(number))).toBe(number)
      }),
    )
    expect([ownNumber('9780306406157'), ownNumber('2000000000078')]).toEqual([undefined, undefined])
    expect(() => ownCode(1e9)).toThrow(RangeError)
  })

  it('says which bars can say a text', () => {
    expect(canBe('code-39', 'PART-7 /A')).toBe(true)
    expect(canBe('code-39', 'part')).toBe(false)
    expect(canBe('code-128', 'Part №7')).toBe(false)
    expect(canBe('code-128', 'part #7')).toBe(true)
    expect(canBe('upc-e', '01234565')).toBe(true)
    expect(canBe('ean-8', '9780306406157')).toBe(false)
    expect(code39Check('CODE39')).toBe('W')
  })
})

describe('GS1', () => {
  const box = `]C10109506000134352${'17'}261231${'10'}AB-12${separator}3103001250${'37'}24`

  it('reads what goods carry, from bars and as it is printed', () => {
    const read = readElements(box)
    expect(read).toEqual({
      elements: [
        { id: '01', value: '09506000134352' },
        { id: '17', value: '261231' },
        { id: '10', value: 'AB-12' },
        { id: '3103', value: '001250' },
        { id: '37', value: '24' },
      ],
    })
    expect(readElements('(01)09506000134352(17)261231(10)AB-12(3103)001250(37)24')).toEqual(read)
    expect(contentsOf((read as { elements: Element[] }).elements, 2026)).toEqual({
      gtin: '09506000134352',
      expires: '2026-12-31',
      batch: 'AB-12',
      weight: 1250,
      count: 24,
    })
  })

  it('understands days, weights and prices', () => {
    const of = (id: string, value: string, year = 2026) => contentsOf([{ id, value }], year)
    expect(of('15', '280200')).toEqual({ bestBefore: '2028-02-29' })
    expect(of('11', '990105')).toEqual({ produced: '1999-01-05' })
    expect(of('17', '100101', 2080)).toEqual({ expires: '2110-01-01' })
    expect([of('17', '261301'), of('17', '260231')]).toEqual([{}, {}])
    expect([of('3102', '000125'), of('3106', '001250')]).toEqual([{ weight: 1250 }, { weight: 1 }])
    expect(of('3932', '8401999')).toEqual({ price: { amount: 1999, decimals: 2, currency: '840' } })
    expect(of('3922', '1999')).toEqual({ price: { amount: 1999, decimals: 2 } })
  })

  it('says from where on it is none', () => {
    expect(readElements('0109506000134353')).toEqual({ problem: { at: 0 } })
    expect(readElements('010950600013435217')).toEqual({ problem: { at: 16 } })
    expect(readElements('(01)09506000134352(05)1')).toEqual({ problem: { at: 18 } })
    expect(readElements('(10)')).toEqual({ problem: { at: 0 } })
    expect(readElements('')).toEqual({ problem: { at: 0 } })
    expect(readElements(`10${'x'.repeat(21)}`)).toEqual({ problem: { at: 0 } })
    expect(() => elementString([{ id: '01', value: '1' }])).toThrow(RangeError)
  })

  it('reads back whatever it writes, and breaks at nothing', () => {
    const letters = fc
      .array(fc.constantFrom(...'ABCxyz0189-/.#'), { minLength: 1, maxLength: 20 })
      .map((all) => all.join(''))
    const element: fc.Arbitrary<Element> = fc.oneof(
      figures(13).map((body) => ({ id: '01', value: withCheckDigit(body) })),
      figures(17).map((body) => ({ id: '00', value: withCheckDigit(body) })),
      fc.constantFrom('10', '21', '240').chain((id) => letters.map((value) => ({ id, value }))),
      fc.constantFrom('3103', '3202', '3560').chain((id) => figures(6).map((value) => ({ id, value }))),
      fc.constantFrom('37', '30').chain((id) => figures(5).map((value) => ({ id, value }))),
    )
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 8 }), (elements) => {
        expect(readElements(elementString(elements))).toEqual({ elements })
        expect(readElements(`]d2${elementString(elements)}`)).toEqual({ elements })
        expect(readElements(elements.map(({ id, value }) => `(${id})${value}`).join(''))).toEqual({
          elements,
        })
      }),
    )
    fc.assert(fc.property(fc.string(), (text) => void readElements(text)))
  })
})

describe('scales', () => {
  const weight: ScaleFormat = { prefix: '21', itemDigits: 5, valueDigits: 5, value: 'weight', decimals: 3 }
  const price: ScaleFormat = { prefix: '22', itemDigits: 5, valueDigits: 5, value: 'price', decimals: 0 }
  const pieces: ScaleFormat = { prefix: '213', itemDigits: 6, valueDigits: 3, value: 'count', decimals: 0 }

  it('reads weight, price and count by the office’s own formats', () => {
    expect(readScale(scaleCode(weight, '42', 1250), [price, weight])).toEqual({ item: '00042', weight: 1250 })
    expect(readScale(scaleCode({ ...weight, decimals: 2 }, '42', 125), [{ ...weight, decimals: 2 }])).toEqual(
      { item: '00042', weight: 1250 },
    )
    expect(readScale(scaleCode(price, '42', 1999), [price, weight])).toEqual({ item: '00042', price: 1999 })
    // The longer prefix is the more exact.
    expect(readScale(scaleCode(pieces, '7', 12), [weight, pieces])).toEqual({ item: '000007', count: 12 })
  })

  it('leaves alone what is none', () => {
    expect(readScale('9780306406157', [weight, price])).toBeUndefined()
    expect(readScale('2100042012505', [weight])).toEqual(undefined)
    expect(readScale(scaleCode(weight, '1', 1), [{ ...weight, valueDigits: 4 }])).toBeUndefined()
    expect(() => scaleCode(weight, '42', 100_000)).toThrow(RangeError)
    expect(() => scaleCode(weight, '42', 1.5)).toThrow(RangeError)
  })

  it('reads back whatever a scale prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 8 }), fc.nat(999), fc.nat(999), (itemDigits, item, value) => {
        const format: ScaleFormat = { ...price, itemDigits, valueDigits: 10 - itemDigits }
        const shown = value % 10 ** format.valueDigits
        const code = scaleCode(format, String(item), shown)
        expect(readScale(code, [format])).toEqual({
          item: String(item).padStart(itemDigits, '0'),
          price: shown,
        })
      }),
    )
  })
})
