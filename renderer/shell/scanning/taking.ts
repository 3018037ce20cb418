import { activeWindow } from '../windows/deskState.ts'
import { deskStore } from '../windows/deskStore.ts'

const takers = new Map<string, (code: string) => void>()

/** While that window is in front, what is scanned is its own: a line of a document, a count. Gives back what ends it. */
export function takeScans(windowId: string, take: (code: string) => void): () => void {
  takers.set(windowId, take)
  return () => {
    if (takers.get(windowId) === take) takers.delete(windowId)
  }
}

/** Gives a code to the window in front; false where that one has no use for it. */
export function giveScan(code: string): boolean {
  const take = takers.get(activeWindow(deskStore.getState()) ?? '')
  take?.(code)
  return take !== undefined
}
