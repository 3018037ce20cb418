import { Users } from 'lucide-react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWindow } from './actions.ts'
import { addCloseGuard, askUnguarded, closeAllWindows, closeOtherWindows, closeWindow } from './closing.ts'
import { activeWindow, changeWindow, emptyDesk, windowList } from './deskState.ts'
import { change, deskStore } from './deskStore.ts'
import { registerKind } from './kinds.ts'

let forget = () => {}
beforeEach(() => {
  deskStore.setState(emptyDesk, true)
  forget = registerKind({
    pattern: '/clients/:id',
    title: ({ id }) => `${id}`,
    icon: Users,
    size: { width: 600, height: 400 },
    component: () => null,
    area: 'clients',
  })
})
afterEach(() => {
  forget()
  askUnguarded(undefined)
})

const opened = (id: number) => {
  const window = openWindow(`/clients/${id}`)
  if (!window) throw new Error('not opened')
  return window
}
const dirty = (id: string) => change((state) => changeWindow(state, id, { dirty: true }))
const open = () => windowList(deskStore.getState()).map((window) => window.id)

describe('closing', () => {
  test('an unknown address opens nothing', () => {
    expect(openWindow('/nowhere')).toBeUndefined()
    expect(open()).toEqual([])
  })

  test('a guard that says no keeps the window, one that says yes lets it go', async () => {
    const id = opened(1)
    const remove = addCloseGuard(id, async () => false)
    expect(await closeWindow(id)).toBe(false)
    expect(open()).toEqual([id])
    remove()
    addCloseGuard(id, async () => true)
    expect(await closeWindow(id)).toBe(true)
    expect(open()).toEqual([])
  })

  test('pressed twice it asks once', async () => {
    const id = opened(1)
    let asked = 0
    let answer: (yes: boolean) => void = () => {}
    addCloseGuard(id, () => {
      asked += 1
      return new Promise((resolve) => (answer = resolve))
    })
    const first = closeWindow(id)
    expect(await closeWindow(id)).toBe(false)
    answer(true)
    expect(await first).toBe(true)
    expect(asked).toBe(1)
  })

  test('a guard that breaks keeps the window, and can be asked again', async () => {
    const id = opened(1)
    const remove = addCloseGuard(id, () => Promise.reject(new Error('the office is away')))
    await expect(closeWindow(id)).rejects.toThrow('away')
    expect(open()).toEqual([id])
    remove()
    expect(await closeWindow(id)).toBe(true)
  })

  test('a window with unsaved changes comes forward to be asked about, guard or none', async () => {
    const one = opened(1)
    opened(2)
    dirty(one)
    askUnguarded(async (id) => {
      expect(activeWindow(deskStore.getState())).toBe(id)
      return false
    })
    expect(await closeWindow(one)).toBe(false)
    expect(open()).toHaveLength(2)
  })

  test('closing all stops at the first that stays', async () => {
    const [one, two, three] = [opened(1), opened(2), opened(3)]
    const remove = addCloseGuard(two, async () => false)
    expect(await closeAllWindows()).toBe(false)
    expect(open()).toEqual([two, three])
    expect(open()).not.toContain(one)
    remove()
    expect(await closeOtherWindows(three)).toBe(true)
    expect(open()).toEqual([three])
  })
})
