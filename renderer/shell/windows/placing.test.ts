import { describe, expect, test } from 'vitest'
import { deskWith, idOf } from './deskForTests.ts'
import { frameOf, shownRect, visibleFrames } from './deskState.ts'
import { TITLE_HEIGHT, isInside, keepReachable, overlap, pullHandle } from './geometry.ts'
import { cascadeRects, placeForNew } from './placing.ts'

const rects = (state: ReturnType<typeof deskWith>) =>
  visibleFrames(state).map((frame) => shownRect(state, frame))

describe('a place for a new window', () => {
  test('on the desk, whatever its size', () => {
    const rect = placeForNew(deskWith(), { width: 5000, height: 5000 })
    expect(isInside(rect, { width: 1200, height: 700 })).toBe(true)
  })

  test('leaves the title bar of the window it comes from in sight', () => {
    const desk = deskWith('/clients')
    const [list] = rects(desk)
    const rect = placeForNew(desk, { width: 800, height: 500 }, idOf(desk, '/clients'))
    expect(list && overlap(rect, { ...list, height: TITLE_HEIGHT })).toBe(0)
  })

  test('the first twenty never lie exactly on one another', () => {
    const desk = deskWith(...Array.from({ length: 20 }, (_, index) => `/clients/${index}`))
    const corners = rects(desk).map((rect) => `${rect.start} ${rect.top}`)
    expect(new Set(corners).size).toBe(20)
  })

  test('beside the other where both have room', () => {
    const desk = deskWith('/a', '/b')
    const [a, b] = ['/a', '/b'].map((address) => frameOf(desk, idOf(desk, address))?.rect)
    expect(a && b && overlap(a, b)).toBeLessThan(600 * 400 * 0.3)
  })
})

test('cascaded windows show their title bars, even where they were as wide as the desk', () => {
  const wide = Array.from({ length: 4 }, () => ({ width: 1176, height: 330 }))
  const cascaded = cascadeRects(wide, { width: 1200, height: 700 })
  for (const [index, rect] of cascaded.entries()) {
    expect(isInside(rect, { width: 1200, height: 700 })).toBe(true)
    for (const later of cascaded.slice(index + 1))
      expect(overlap(later, { ...rect, height: TITLE_HEIGHT })).toBe(0)
  }
})

test('a window narrower than its reach may stand at the edge', () => {
  const narrow = { start: 6, top: 6, width: 140, height: 90 }
  expect(keepReachable(narrow, { width: 1200, height: 700 })).toEqual(narrow)
})

describe('pulling an edge', () => {
  const rect = { start: 100, top: 100, width: 400, height: 300 }
  const min = { width: 200, height: 150 }

  test('moves that edge and no other', () => {
    expect(pullHandle(rect, { inline: 1, block: 1 }, 50, -20, min)).toEqual({
      ...rect,
      width: 450,
      height: 280,
    })
    expect(pullHandle(rect, { inline: -1, block: -1 }, 50, -20, min)).toEqual({
      start: 150,
      top: 80,
      width: 350,
      height: 320,
    })
    expect(pullHandle(rect, { inline: 0, block: 1 }, 50, 10, min)).toEqual({ ...rect, height: 310 })
  })

  test('stops at the least size with the other edge standing still, and at the top of the desk', () => {
    expect(pullHandle(rect, { inline: -1, block: -1 }, 900, 900, min)).toEqual({
      start: 300,
      top: 250,
      width: 200,
      height: 150,
    })
    expect(pullHandle(rect, { inline: 0, block: -1 }, 0, -900, min)).toEqual({ ...rect, top: 0, height: 400 })
  })
})
