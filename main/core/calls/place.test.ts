import { describe, expect, it } from 'vitest'
import { placeOf } from './place.ts'

describe('where a number belongs', () => {
  it.each([
    ['+85512345678', 'en', { country: 'KH', place: null, operator: 'Cellcard' }],
    ['+74951234567', 'ru', { country: 'RU', place: 'Московская обл.', operator: null }],
    ['+74951234567', 'en', { country: 'RU', place: 'Moscow', operator: null }],
    // The data has no Khmer: English.
    ['+12125551234', 'km', { country: 'US', place: 'New York, NY', operator: null }],
    ['+14165551234', 'en', { country: 'CA', place: 'Ontario', operator: null }],
    ['+265991234567', 'ny', { country: 'MW', place: null, operator: 'Airtel' }],
    ['+4930901820', 'ru', { country: 'DE', place: 'Berlin', operator: null }],
    ['+8613812345678', 'en', { country: 'CN', place: 'Lianyungang, Jiangsu', operator: 'China Mobile' }],
  ] as const)('%s read in %s', async (e164, language, place) => {
    expect(await placeOf(e164, language)).toEqual(place)
    expect(await placeOf(e164, language)).toEqual(place)
  })

  it('is nowhere for what is no number', async () => {
    const nowhere = { country: null, place: null, operator: null }
    expect(await placeOf('', 'en')).toEqual(nowhere)
    expect(await placeOf('+', 'en')).toEqual(nowhere)
    expect(await placeOf('+85512345678', '../../..')).toMatchObject({ country: 'KH' })
  })
})
