import { windowList } from './deskState.ts'
import { changeAndFocus, deskStore } from './deskStore.ts'
import { close, focus } from './opening.ts'

/** Says whether the window may close; it may ask the person, and save, meanwhile. */
export type CloseGuard = () => Promise<boolean>

const guards = new Map<string, Set<CloseGuard>>()
const asking = new Set<string>()
let askWithoutGuard: ((windowId: string) => Promise<boolean>) | undefined

export function addCloseGuard(windowId: string, guard: CloseGuard): () => void {
  const own = guards.get(windowId) ?? new Set()
  guards.set(windowId, own.add(guard))
  return () => {
    own.delete(guard)
    if (own.size === 0 && guards.get(windowId) === own) guards.delete(windowId)
  }
}

/** What to ask of a window that says it is dirty but has no guard of its own. */
export function askUnguarded(ask: ((windowId: string) => Promise<boolean>) | undefined): void {
  askWithoutGuard = ask
}

/** Closes the window if its guards agree; the promise says whether it is gone. Asked twice, it asks once. */
export async function closeWindow(windowId: string): Promise<boolean> {
  if (asking.has(windowId)) return false
  asking.add(windowId)
  try {
    if (!(await mayClose(windowId))) return false
  } finally {
    asking.delete(windowId)
  }
  guards.delete(windowId)
  changeAndFocus((state) => close(state, windowId))
  return true
}

/** Whether the window may go, as its guards and the person say; it stays. */
export async function mayClose(windowId: string): Promise<boolean> {
  const own = [...(guards.get(windowId) ?? [])]
  const dirty = deskStore.getState().windows[windowId]?.dirty
  if (own.length === 0 && !(dirty && askWithoutGuard)) return true
  // The question has to be seen beside what it is about.
  if (dirty) changeAndFocus((state) => focus(state, windowId))
  for (const guard of own) if (!(await guard())) return false
  return own.length > 0 || !dirty || !askWithoutGuard || askWithoutGuard(windowId)
}

/** One after the other, up to the first that stays; says whether all are gone. */
export async function closeWindows(windowIds: readonly string[]): Promise<boolean> {
  for (const id of windowIds) if (!(await closeWindow(id))) return false
  return true
}

export const closeAllWindows = () => closeWindows(windowList(deskStore.getState()).map(({ id }) => id))

export const closeOtherWindows = (windowId: string) =>
  closeWindows(
    windowList(deskStore.getState())
      .map(({ id }) => id)
      .filter((id) => id !== windowId),
  )
