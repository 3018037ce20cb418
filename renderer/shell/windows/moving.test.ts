import { describe, expect, test } from 'vitest'
import { activeWindow, frameOf, shownRect, visibleFrames } from './deskState.ts'
import type { DeskState } from './deskState.ts'
import { deskWith, idOf } from './deskForTests.ts'
import { isInside, overlap } from './geometry.ts'
import { group } from './grouping.ts'
import { cascade, minimise, minimiseAll, moveTo, place, resizeDesk, step, tile } from './moving.ts'

const rectOf = (state: DeskState, address: string) => {
  const frame = frameOf(state, idOf(state, address))
  if (!frame) throw new Error(`${address} has no frame`)
  return shownRect(state, frame)
}

describe('moving', () => {
  test('goes where it is put, but its title bar stays within reach', () => {
    const desk = deskWith('/a')
    const id = idOf(desk, '/a')
    const put = { start: 100, top: 50, width: 600, height: 400 }
    expect(rectOf(moveTo(desk, id, put), '/a')).toEqual(put)
    const away = rectOf(moveTo(desk, id, { ...put, start: -5000, top: -300 }), '/a')
    expect(away.top).toBe(0)
    expect(away.start + away.width).toBeGreaterThan(150)
    const below = rectOf(moveTo(desk, id, { ...put, start: 5000, top: 5000 }), '/a')
    expect(below.top).toBeLessThan(700)
    expect(below.start).toBeLessThan(1200)
  })

  test('never under the least size', () => {
    const desk = deskWith('/a')
    const small = moveTo(desk, idOf(desk, '/a'), { start: 0, top: 0, width: 10, height: 10 })
    expect(rectOf(small, '/a')).toMatchObject({ width: 320, height: 200 })
  })

  test('moving one leaves the others the same objects', () => {
    const desk = deskWith('/a', '/b')
    const moved = moveTo(desk, idOf(desk, '/a'), { start: 5, top: 5, width: 600, height: 400 })
    expect(frameOf(moved, idOf(desk, '/b'))).toBe(frameOf(desk, idOf(desk, '/b')))
  })
})

describe('places', () => {
  test('maximised it follows the desk, restored it stands where it stood', () => {
    const desk = deskWith('/a')
    const id = idOf(desk, '/a')
    const before = rectOf(desk, '/a')
    const full = place(desk, id, 'full')
    expect(rectOf(full, '/a')).toEqual({ start: 0, top: 0, width: 1200, height: 700 })
    expect(rectOf(resizeDesk(full, { width: 900, height: 600 }), '/a').width).toBe(900)
    expect(rectOf(place(full, id, 'free'), '/a')).toEqual(before)
  })

  test('halves meet in the middle', () => {
    const desk = deskWith('/a', '/b')
    const halves = place(place(desk, idOf(desk, '/a'), 'start'), idOf(desk, '/b'), 'end')
    expect(rectOf(halves, '/a')).toEqual({ start: 0, top: 0, width: 600, height: 700 })
    expect(rectOf(halves, '/b')).toEqual({ start: 600, top: 0, width: 600, height: 700 })
  })

  test('a smaller desk takes windows in, and gives them back on growing', () => {
    const desk = deskWith('/a')
    const moved = moveTo(desk, idOf(desk, '/a'), { start: 580, top: 280, width: 600, height: 400 })
    const small = resizeDesk(moved, { width: 800, height: 500 })
    expect(isInside(rectOf(small, '/a'), small.size)).toBe(true)
    expect(rectOf(resizeDesk(small, desk.size), '/a')).toEqual(rectOf(moved, '/a'))
  })

  test('on a phone the front window is the whole page', () => {
    const phone = resizeDesk(deskWith('/a', '/b'), { width: 390, height: 700 })
    expect(rectOf(phone, '/b')).toEqual({ start: 0, top: 0, width: 390, height: 700 })
  })

  test('a desk that is not drawn keeps its size', () => {
    const desk = deskWith('/a')
    expect(resizeDesk(desk, { width: 0, height: 0 })).toBe(desk)
  })
})

describe('minimising', () => {
  test('the next nearest becomes active', () => {
    const desk = deskWith('/a', '/b')
    expect(activeWindow(minimise(desk, idOf(desk, '/b')))).toBe(idOf(desk, '/a'))
    expect(activeWindow(minimiseAll(desk))).toBeUndefined()
  })
})

describe('arranging', () => {
  test.each([1, 2, 3, 4, 5, 7, 12, 50])('%i tiled windows share the desk and hide none', (count) => {
    const desk = tile(deskWith(...Array.from({ length: count }, (_, index) => `/clients/${index}`)))
    const rects = visibleFrames(desk).map((frame) => shownRect(desk, frame))
    const area = rects.reduce((sum, rect) => sum + rect.width * rect.height, 0)
    expect(rects.every((rect) => isInside(rect, desk.size))).toBe(true)
    expect(rects.some((a, at) => rects.slice(at + 1).some((b) => overlap(a, b) > 0))).toBe(false)
    expect(area / (1200 * 700)).toBeGreaterThan(count > 20 ? 0.85 : 0.92)
  })

  test('tiled twice is the same picture; minimised windows stay out of it', () => {
    const desk = deskWith('/a', '/b', '/c')
    const once = tile(minimise(desk, idOf(desk, '/b')))
    expect(tile(once).frames).toEqual(once.frames)
    expect(rectOf(once, '/a').height).toBeGreaterThan(600)
  })

  test('cascaded windows stand one step apart and on the desk, the active one last', () => {
    const desk = cascade(deskWith('/a', '/b', '/c'))
    const [a, b] = [rectOf(desk, '/a'), rectOf(desk, '/b')]
    expect([b.start - a.start, b.top - a.top]).toEqual([36, 36])
    expect(activeWindow(desk)).toBe(idOf(desk, '/c'))
    expect(visibleFrames(desk).every((frame) => isInside(shownRect(desk, frame), desk.size))).toBe(true)
  })
})

describe('next and previous', () => {
  test('go round through every window not minimised, tabs too', () => {
    const four = deskWith('/a', '/b', '/c', '/d')
    const desk = minimise(group(four, idOf(four, '/b'), idOf(four, '/a')), idOf(four, '/c'))
    const seen = [1, 2, 3].reduce<DeskState[]>((all) => [...all, step(all.at(-1) ?? desk, 1)], [])
    expect(seen.map((state) => state.windows[activeWindow(state) ?? '']?.address)).toEqual(['/d', '/a', '/b'])
    expect(activeWindow(step(desk, -1))).toBe(idOf(desk, '/a'))
  })

  test('bring one back when all are minimised', () => {
    const away = minimiseAll(deskWith('/a', '/b'))
    expect(activeWindow(step(away, 1))).toBe(idOf(away, '/a'))
  })
})
