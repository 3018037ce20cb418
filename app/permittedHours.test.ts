import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockTime,
  isPermitted,
  nextPermitted,
  permittedHours,
  zonesOf,
  type PermittedHours,
} from './permittedHours.ts'

const office: PermittedHours = { from: 9 * 60, to: 18 * 60, days: [1, 2, 3, 4, 5] }
/** Sunday, 22 November 2026, 01:30 UTC: half past eight in Phnom Penh, Saturday evening in New York. */
const sunday = Date.UTC(2026, 10, 22, 1, 30)
const HOUR = 3_600_000

describe('hours in which people may be called', () => {
  it('go by the clock of those who are called', () => {
    const monday = sunday + 24 * HOUR
    expect(isPermitted(office, monday, ['Asia/Phnom_Penh'])).toBe(false)
    expect(isPermitted(office, monday + HOUR, ['Asia/Phnom_Penh'])).toBe(true)
    expect(isPermitted(office, monday + HOUR, ['Africa/Blantyre'])).toBe(false)
    expect(isPermitted(office, sunday + HOUR, ['Asia/Phnom_Penh'])).toBe(false)
    expect(nextPermitted(office, sunday, ['Asia/Phnom_Penh'])).toBe(sunday + 24.5 * HOUR)
  })

  it('of a country with several clocks fit the first and the last of them', () => {
    const zones = ['America/New_York', 'America/Los_Angeles', 'America/Chicago']
    const noonInNewYork = Date.UTC(2026, 10, 23, 17)
    expect(isPermitted(office, noonInNewYork, zones)).toBe(true)
    expect(isPermitted(office, noonInNewYork - HOUR, zones)).toBe(false)
    expect(isPermitted(office, noonInNewYork + 6 * HOUR, zones)).toBe(false)
  })

  it('or the one in the middle, where they are too far apart', () => {
    const zones = ['Europe/Kaliningrad', 'Asia/Kamchatka', 'Asia/Novosibirsk']
    const noonInNovosibirsk = Date.UTC(2026, 10, 23, 5)
    expect(isPermitted(office, noonInNovosibirsk, zones)).toBe(true)
    expect(clockTime(noonInNovosibirsk, 'Asia/Novosibirsk')).toEqual({ day: 1, minute: 720 })
  })

  it('are the same wherever they are asked for: the next moment is permitted, and none before it', () => {
    const zone = fc.constantFrom('Asia/Phnom_Penh', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu')
    const hours = fc
      .record({
        from: fc.integer({ min: 0, max: 1380 }),
        length: fc.integer({ min: 30, max: 600 }),
        days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      })
      .map(({ from, length, days }) =>
        permittedHours.parse({ from, to: Math.min(1440, from + length), days }),
      )
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 366 * 24 * 60 }), zone, (rule, minutes, place) => {
        const at = Date.UTC(2026, 0, 1) + minutes * 60_000
        const next = nextPermitted(rule, at, [place])
        expect(isPermitted(rule, next, [place])).toBe(true)
        for (let before = at; before < next; before += 30 * 60_000)
          expect(isPermitted(rule, before, [place])).toBe(false)
      }),
    )
  })

  it('knows the clocks of countries', () => {
    expect(zonesOf('KH')).toEqual(['Asia/Phnom_Penh'])
    expect(zonesOf('RU').length).toBeGreaterThan(5)
    expect(zonesOf('not a country')).toEqual([])
  })
})
