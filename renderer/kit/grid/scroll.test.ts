import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  barForTop,
  barHeight,
  follow,
  isScaled,
  rowsInView,
  settle,
  tallest,
  topForBar,
  topToShow,
} from './scroll.ts'

const million = { rows: 1_000_000, rowHeight: 29, view: 580 }
const short = { rows: 100, rowHeight: 29, view: 580 }

describe('scrolling more rows than a browser can', () => {
  it('never asks for a taller place than browsers give', () => {
    expect(barHeight(million)).toBe(tallest)
    expect(tallest).toBeLessThan(17_000_000)
    expect(barHeight(short)).toBe(2900)
  })

  it('leaves a short list as it is', () => {
    expect(isScaled(short)).toBe(false)
    expect(follow({ bar: 0, top: 0 }, 137.5, short)).toEqual({ bar: 137.5, top: 137.5 })
  })

  it('reaches both ends', () => {
    expect(topForBar(0, million)).toBe(0)
    expect(topForBar(tallest - 580, million)).toBe(29_000_000 - 580)
    expect(barForTop(29_000_000 - 580, million)).toBe(tallest - 580)
  })

  it('moves by the pixel under the wheel, wherever it is', () => {
    const middle = settle({ bar: 0, top: 14_000_000 }, million)
    const after = follow(middle, middle.bar + 100, million)
    expect(after.top - middle.top).toBe(100)
  })

  it('jumps when the bar is dragged', () => {
    const after = follow({ bar: 0, top: 0 }, tallest / 2, million)
    expect(after.top).toBeCloseTo(14_500_000, -3)
  })

  it('puts the bar right without moving the rows', () => {
    assert(
      property(nat(29_000_000 - 580), integer({ min: -1000, max: 1000 }), (top, way) => {
        const start = settle({ bar: 0, top }, million)
        const moved = follow(start, start.bar + way, million)
        const right = settle(moved, million)
        expect(right.top).toBe(moved.top)
        expect(topForBar(right.bar, million)).toBeCloseTo(right.top, 3)
      }),
    )
  })

  it('draws what is seen and a few more', () => {
    expect(rowsInView(0, million, 5)).toEqual({ first: 0, last: 24 })
    expect(rowsInView(29 * 1000, million, 5)).toEqual({ first: 995, last: 1024 })
    expect(rowsInView(29_000_000 - 580, million, 5)).toEqual({ first: 999_975, last: 999_999 })
    expect(rowsInView(0, { ...short, rows: 0 }, 5)).toEqual({ first: 0, last: 0 })
  })

  it('brings a row into view with the least movement', () => {
    expect(topToShow(3, 500, short)).toBe(87)
    expect(topToShow(25, 500, short)).toBe(500)
    expect(topToShow(60, 500, short)).toBe(61 * 29 - 580)
  })
})
