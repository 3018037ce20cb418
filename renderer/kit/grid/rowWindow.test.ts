import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RowWindow } from './rowWindow.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const of = (rowWindow: RowWindow) => {
  const { first, last } = rowWindow.drawn()
  return { first, last }
}

test('draws what is seen first, and the rows beyond once nothing moves', () => {
  const rowWindow = new RowWindow()
  const drawings: { first: number; last: number }[] = []
  rowWindow.subscribe(() => drawings.push(of(rowWindow)))
  rowWindow.extend({ rows: 1_000_000, rowHeight: 30, view: 300 })
  expect(of(rowWindow)).toEqual({ first: 0, last: 9 })
  vi.runAllTimers()
  expect(of(rowWindow)).toEqual({ first: 0, last: 17 })
  expect(drawings).toHaveLength(2)
})

test('keeps the rows beyond at hand while the view only grows', () => {
  const rowWindow = new RowWindow()
  rowWindow.extend({ rows: 1_000_000, rowHeight: 30, view: 300 })
  rowWindow.extend({ view: 330 })
  expect(of(rowWindow)).toEqual({ first: 0, last: 18 })
})
