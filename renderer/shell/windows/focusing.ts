/** Where the keyboard was in each window, and the elements windows are drawn as. */
const elements = new Map<string, HTMLElement>()
const lastFocused = new Map<string, HTMLElement>()

export function addWindowElement(windowId: string, element: HTMLElement): () => void {
  elements.set(windowId, element)
  return () => {
    elements.delete(windowId)
    lastFocused.delete(windowId)
  }
}

export const windowElement = (windowId: string) => elements.get(windowId)

export function rememberFocus(windowId: string, target: EventTarget): void {
  if (target instanceof HTMLElement) lastFocused.set(windowId, target)
}

/** Puts the keyboard where it last was in the window, or on its body; leaves it if it is in there already. */
export function takeFocus(windowId: string): void {
  const element = elements.get(windowId)
  if (!element || element.contains(document.activeElement)) return
  const last = lastFocused.get(windowId)
  const known = last?.isConnected && element.contains(last) ? last : undefined
  known?.focus({ preventScroll: true })
  // A field that was removed or disabled meanwhile does not take it.
  if (!element.contains(document.activeElement)) {
    element.querySelector<HTMLElement>('.window-body')?.focus({ preventScroll: true })
  }
}
