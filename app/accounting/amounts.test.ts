import fc from 'fast-check'
import { expect, it } from 'vitest'
import { share, sharedOut } from './amounts.ts'

it('rounds half up, and the same amount taken back is the same', () => {
  expect([share(1, 1, 2), share(5, 1, 10), share(4, 1, 10), share(7, 1, 3)]).toEqual([1, 1, 0, 2])
  expect([share(-1, 1, 2), share(-5, 1, 10), share(-7, 1, 3)]).toEqual([-1, -1, -2])
  // 12.99 for 1.250 kg, where a product of floating-point numbers would be 1623.7499999999998.
  expect(share(1299, 1250, 1000)).toBe(1624)
  // A product beyond what a number holds exactly.
  expect(share(9_007_199_254_740_991, 999, 1000)).toBe(8_998_192_055_486_250)
  expect(() => share(9_007_199_254_740_991, 2, 1)).toThrow(RangeError)
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer({ min: 1 }), (amount, times, by) => {
      const exact = BigInt(amount) * BigInt(times)
      if (exact / BigInt(by) > 2n ** 52n || exact / BigInt(by) < -(2n ** 52n)) return
      const result = share(amount, times, by)
      const off = 2n * (exact - BigInt(result) * BigInt(by))
      expect(off <= BigInt(by) && off >= -BigInt(by)).toBe(true)
      expect(share(-amount, times, by) + result).toBe(0)
    }),
  )
})

it('shares an amount out to the last unit, nobody more than one from what is due', () => {
  expect(sharedOut(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(sharedOut(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  expect(sharedOut(5, [0, 0])).toEqual([5, 0])
  expect(sharedOut(5, [])).toEqual([])
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 40 }),
      (amount, weights) => {
        const parts = sharedOut(amount, weights)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
        const whole = weights.reduce((sum, weight) => sum + weight, 0)
        if (whole > 0)
          parts.forEach((part, at) => {
            const off = BigInt(part) * BigInt(whole) - BigInt(amount) * BigInt(weights[at]!)
            expect(off < BigInt(whole) && off > -BigInt(whole)).toBe(true)
          })
      },
    ),
  )
})
