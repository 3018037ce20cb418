import { expect, test } from 'vitest'
import { readMoment, resultOf } from './quality.ts'

test('a result is the share of the points, weighted, without what did not come up', () => {
  const questions = [
    { points: 5, weight: 1 },
    { points: 1, weight: 3 },
    { points: 10, weight: 2 },
  ]
  expect(resultOf(questions, [5, 1, 10])).toBe(10_000)
  expect(resultOf(questions, [0, 0, 0])).toBe(0)
  // One of six parts whole, three not at all, two half.
  expect(resultOf(questions, [5, 0, 5])).toBe(3333)
  expect(resultOf(questions, [5, null, 5])).toBe(6667)
  expect(resultOf(questions, [null, null, null])).toBeNull()
})

test('a moment is read as a telephone shows it', () => {
  expect(['7', '90', '1:05', '12:40', '75:00', '1:02:40', ' 0:30 '].map(readMoment)).toEqual([
    7, 90, 65, 760, 4500, 3760, 30,
  ])
  expect(['', 'a', '1:60', '1:75:00', '-1', '1:', '1.5'].map(readMoment)).toEqual(Array(7).fill(undefined))
})
