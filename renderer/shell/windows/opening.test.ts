import { describe, expect, test } from 'vitest'
import { activeWindow, frameOf, isShown, windowList } from './deskState.ts'
import { deskWith, idOf, openingOf } from './deskForTests.ts'
import { group } from './grouping.ts'
import { minimise, place } from './moving.ts'
import { close, focus, open, readdress } from './opening.ts'

describe('opening', () => {
  test('a new window is in front', () => {
    const desk = deskWith('/clients', '/clients/1')
    expect(activeWindow(desk)).toBe(idOf(desk, '/clients/1'))
  })

  test('what is open already comes forward, out of the task strip, and is not opened twice', () => {
    const desk = deskWith('/clients', '/clients/1')
    const away = minimise(desk, idOf(desk, '/clients'))
    const again = open(away, openingOf('/clients'))
    expect(windowList(again)).toHaveLength(2)
    expect(activeWindow(again)).toBe(idOf(desk, '/clients'))
    expect(frameOf(again, idOf(desk, '/clients'))?.minimised).toBe(false)
  })

  test('the order of the task strip never changes by coming forward', () => {
    const desk = deskWith('/a', '/b', '/c')
    const order = windowList(desk).map((window) => window.address)
    const forward = focus(desk, idOf(desk, '/a'))
    expect(windowList(forward).map((window) => window.address)).toEqual(order)
  })

  test('coming forward changes that one frame only', () => {
    const desk = deskWith('/a', '/b', '/c')
    const forward = focus(desk, idOf(desk, '/a'))
    expect(frameOf(forward, idOf(desk, '/b'))).toBe(frameOf(desk, idOf(desk, '/b')))
    expect(frameOf(forward, idOf(desk, '/c'))).toBe(frameOf(desk, idOf(desk, '/c')))
    expect(focus(forward, idOf(desk, '/a'))).toBe(forward)
  })

  test('opened behind, it leaves the active window in front', () => {
    const desk = deskWith('/clients')
    const behind = open(desk, { ...openingOf('/clients/1'), behind: true })
    expect(activeWindow(behind)).toBe(idOf(desk, '/clients'))
    expect(isShown(behind, idOf(behind, '/clients/1'))).toBe(true)
  })

  test('a maximised kind opens maximised the next time', () => {
    const desk = deskWith('/clients/1')
    const next = open(place(desk, idOf(desk, '/clients/1'), 'full'), openingOf('/clients/2'))
    expect(frameOf(next, idOf(next, '/clients/2'))?.place).toBe('full')
  })
})

describe('closing', () => {
  test('the one behind becomes active', () => {
    const desk = deskWith('/a', '/b')
    const closed = close(desk, idOf(desk, '/b'))
    expect(activeWindow(closed)).toBe(idOf(desk, '/a'))
    expect(Object.keys(closed.frames)).toHaveLength(1)
  })

  test('a closed tab gives way to the one after it, the last to the one before', () => {
    const desk = deskWith('/a', '/b', '/c')
    const [a, b, c] = [idOf(desk, '/a'), idOf(desk, '/b'), idOf(desk, '/c')]
    const grouped = focus(group(group(desk, b, a), c, a), b)
    expect(activeWindow(close(grouped, b))).toBe(c)
    expect(activeWindow(close(close(grouped, b), c))).toBe(a)
  })
})

describe('another address', () => {
  test('keeps the window, so that its content is not made anew', () => {
    const desk = deskWith('/clients/new')
    const id = idOf(desk, '/clients/new')
    const saved = readdress(desk, id, openingOf('/clients/12'))
    expect(idOf(saved, '/clients/12')).toBe(id)
  })

  test('that is open elsewhere brings that window forward', () => {
    const desk = deskWith('/clients/12', '/clients/new')
    const saved = readdress(desk, idOf(desk, '/clients/new'), openingOf('/clients/12'))
    expect(windowList(saved)).toHaveLength(1)
    expect(activeWindow(saved)).toBe(idOf(desk, '/clients/12'))
  })
})
