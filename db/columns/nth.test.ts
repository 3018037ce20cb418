import { assert, constantFrom, double, array, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { nthOf } from './nth.ts'

test('finds what would stand there if they were in order, also among many equal ones and endless ones', () => {
  const key = [integer({ min: 0, max: 4 }), double({ noNaN: true }), constantFrom(Infinity, -Infinity, -0)]
  assert(
    property(
      array(
        constantFrom(...key).chain((one) => one),
        { minLength: 1, maxLength: 80 },
      ),
      (keys) => {
        const ordered = Float64Array.from(keys).sort()
        for (let nth = 0; nth < keys.length; nth++)
          expect(nthOf(Float64Array.from(keys), nth)).toBeCloseTo(ordered[nth]!, 10)
      },
    ),
  )
})

test('a million in order, the other way round, and all equal, are no slower than others', () => {
  const many = 1_000_000
  expect(
    nthOf(
      Float64Array.from({ length: many }, (_, at) => at),
      700_000,
    ),
  ).toBe(700_000)
  expect(
    nthOf(
      Float64Array.from({ length: many }, (_, at) => -at),
      700_000,
    ),
  ).toBe(-299_999)
  expect(nthOf(new Float64Array(many).fill(7), 3)).toBe(7)
})
