import type { DeskState, ScreenRect, TornWindow } from './deskState.ts'
import { windowElement } from './focusing.ts'
import { close } from './opening.ts'
import { faceOf } from './windowTitle.ts'

/** Takes the window off the desk without asking it: it goes on in a window of its own. */
export function tearOff(state: DeskState, windowId: string, torn: TornWindow): DeskState {
  return noteTorn(close(state, windowId), torn)
}

/** Notes where a window stands that is not on the desk, and what it shows now. */
export function noteTorn(state: DeskState, torn: TornWindow): DeskState {
  return { ...state, torn: { ...state.torn, [torn.id]: torn } }
}

export function forgetTorn(state: DeskState, tornId: string): DeskState {
  const { [tornId]: gone, ...torn } = state.torn
  return gone ? { ...state, torn } : state
}

export const findTorn = (state: DeskState, address: string): TornWindow | undefined =>
  Object.values(state.torn).find((torn) => torn.address === address)

/** What of a window comes along when it is torn off; it opens where it stood, or under the pointer. `unsaved` does not. */
export function tornFrom(
  state: DeskState,
  windowId: string,
  pointer?: { readonly x: number; readonly y: number },
): (Omit<TornWindow, 'id'> & { readonly unsaved: boolean }) | undefined {
  const window = state.windows[windowId]
  if (!window) return undefined
  const { title } = faceOf(window)
  const unsaved = window.dirty && !window.kept
  return { address: window.address, title, at: placeOnScreen(windowId, pointer), unsaved }
}

/** How far inside its title bar the pointer holds a window that was dragged off the desk, px. */
const GRIP = 16

function placeOnScreen(windowId: string, pointer?: { readonly x: number; readonly y: number }): ScreenRect {
  const area = windowElement(windowId)?.getBoundingClientRect()
  const size = { width: Math.round(area?.width ?? 760), height: Math.round(area?.height ?? 560) }
  if (pointer) return { ...size, left: pointer.x - GRIP, top: pointer.y - GRIP }
  // The browser's own bars stand above the page.
  const bars = window.outerHeight - window.innerHeight
  return {
    ...size,
    left: Math.round(window.screenX + (area?.left ?? 0)),
    top: Math.round(window.screenY + bars + (area?.top ?? 0)),
  }
}
