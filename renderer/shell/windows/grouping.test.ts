import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeskState } from './deskState.ts'
import { activeWindow, frameOf, isShown, shownRect } from './deskState.ts'
import { deskWith, idOf, openingOf } from './deskForTests.ts'
import { group, groupAll, moveTab, ungroup } from './grouping.ts'
import { cascade, minimise, moveTo, place, resizeDesk, step, tile } from './moving.ts'
import { close, focus, open } from './opening.ts'

describe('tabs', () => {
  test('two windows in one frame: one is shown, at the place of the other', () => {
    const desk = deskWith('/a', '/b')
    const [a, b] = [idOf(desk, '/a'), idOf(desk, '/b')]
    const before = frameOf(desk, a)
    const grouped = group(desk, b, a)
    expect(frameOf(grouped, a)).toBe(frameOf(grouped, b))
    expect(frameOf(grouped, b)?.rect).toEqual(before?.rect)
    expect([isShown(grouped, a), isShown(grouped, b)]).toEqual([false, true])
    expect(group(grouped, a, b)).toBe(grouped)
  })

  test('all into one', () => {
    const desk = deskWith('/a', '/b', '/c')
    const all = groupAll(desk, idOf(desk, '/a'))
    expect(Object.values(all.frames)).toHaveLength(1)
    expect(activeWindow(all)).toBe(idOf(desk, '/a'))
  })

  test('out again, to where it is dragged', () => {
    const desk = deskWith('/a', '/b')
    const [a, b] = [idOf(desk, '/a'), idOf(desk, '/b')]
    const rect = { start: 300, top: 200, width: 600, height: 400 }
    const apart = ungroup(group(desk, b, a), b, rect)
    expect(frameOf(apart, b)?.rect).toEqual(rect)
    expect(frameOf(apart, a)?.tabs).toEqual([a])
    expect(activeWindow(apart)).toBe(b)
    expect(ungroup(apart, a)).toBe(apart)
  })

  test('change places', () => {
    const desk = deskWith('/a', '/b', '/c')
    const all = groupAll(desk, idOf(desk, '/a'))
    const [first, second, third] = frameOf(all, idOf(desk, '/a'))?.tabs ?? []
    expect(frameOf(moveTab(all, third ?? '', 0), first ?? '')?.tabs).toEqual([third, first, second])
  })
})

test('whatever is done, every window is in one frame, every frame has a front tab and a title bar in reach', () => {
  const address = fc.integer({ min: 0, max: 6 }).map((number) => `/clients/${number}`)
  const px = fc.integer({ min: -3000, max: 3000 })
  const length = fc.integer({ min: 1, max: 3000 })
  const side = fc.integer({ min: 100, max: 3000 })
  const id = (state: DeskState, wanted: string) =>
    Object.values(state.windows).find((window) => window.address === wanted)?.id ?? 'none'
  const act: fc.Arbitrary<(state: DeskState) => DeskState> = fc.oneof(
    address.map((a) => (state: DeskState) => open(state, openingOf(a))),
    address.map((a) => (state: DeskState) => close(state, id(state, a))),
    address.map((a) => (state: DeskState) => focus(state, id(state, a))),
    address.map((a) => (state: DeskState) => minimise(state, id(state, a))),
    address.map((a) => (state: DeskState) => ungroup(state, id(state, a))),
    fc.tuple(address, address).map(
      ([a, b]) =>
        (state: DeskState) =>
          group(state, id(state, a), id(state, b)),
    ),
    fc.tuple(address, fc.constantFrom('free', 'full', 'start', 'end')).map(
      ([a, to]) =>
        (state: DeskState) =>
          place(state, id(state, a), to),
    ),
    fc.record({ start: px, top: px, width: length, height: length, a: address }).map(
      ({ a, ...rect }) =>
        (state: DeskState) =>
          moveTo(state, id(state, a), rect),
    ),
    fc.record({ width: side, height: side }).map((size) => (state: DeskState) => resizeDesk(state, size)),
    fc.constantFrom(tile, cascade, (state: DeskState) => step(state, 1)),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const state = acts.reduce((now, one) => one(now), deskWith('/clients/0', '/clients/1'))
      for (const window of Object.values(state.windows)) {
        expect(Object.values(state.frames).filter(({ tabs }) => tabs.includes(window.id))).toEqual([
          state.frames[window.frame],
        ])
      }
      for (const frame of Object.values(state.frames)) {
        expect(frame.tabs).toContain(frame.front)
        const rect = shownRect(state, frame)
        expect(rect.top).toBeGreaterThanOrEqual(0)
        expect(rect.top).toBeLessThan(state.size.height)
        expect(rect.start).toBeLessThan(state.size.width)
        expect(rect.start + rect.width).toBeGreaterThan(0)
      }
      const depths = Object.values(state.frames).map((frame) => frame.z)
      expect(new Set(depths).size).toBe(depths.length)
    }),
  )
})
