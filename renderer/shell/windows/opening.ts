import type { DeskState, Frame, OpenWindow } from './deskState.ts'
import { activeWindow, changeFrame, changeWindow, findAddress, frameOf, nextZ } from './deskState.ts'
import type { Size } from './geometry.ts'
import { placeForNew } from './placing.ts'

/** What the desk has to know of a window it opens; sizes come from its kind. */
export interface Opening {
  readonly address: string
  readonly kind: string
  readonly size: Size
  readonly min: Size
  /** The window it was opened from: the new one is placed in view of it. */
  readonly from?: string | undefined
  /** Leaves the keyboard where it is: the window opens behind the active one. */
  readonly behind?: boolean | undefined
}

/** Brings the window forward, as the front tab and out of the task strip. */
export function focus(state: DeskState, windowId: string): DeskState {
  const frame = frameOf(state, windowId)
  if (!frame) return state
  if (activeWindow(state) === windowId) return state
  return changeFrame(state, frame.id, { front: windowId, minimised: false, z: nextZ(state) })
}

/** Opens the address, or brings forward the window that has it. */
export function open(state: DeskState, opening: Opening): DeskState {
  const known = findAddress(state, opening.address)
  const before = activeWindow(state)
  if (known) return opening.behind ? state : focus(state, known.id)

  const remembered = state.sizes[opening.kind]
  const size = {
    width: Math.max(opening.min.width, (remembered ?? opening.size).width),
    height: Math.max(opening.min.height, (remembered ?? opening.size).height),
  }
  const id = `w${state.nextId}`
  const window: OpenWindow = {
    id,
    address: opening.address,
    kind: opening.kind,
    frame: `f${state.nextId}`,
    min: opening.min,
    title: null,
    badge: null,
    dirty: false,
    kept: false,
  }
  const frame: Frame = {
    id: window.frame,
    rect: placeForNew(state, size, opening.from),
    on: state.size,
    place: remembered?.full ? 'full' : 'free',
    minimised: false,
    z: nextZ(state),
    tabs: [id],
    front: id,
  }
  const opened = {
    ...state,
    windows: { ...state.windows, [id]: window },
    frames: { ...state.frames, [frame.id]: frame },
    nextId: state.nextId + 1,
  }
  return opening.behind && before ? focus(opened, before) : opened
}

/** Takes the window out of its frame; an empty frame goes, the tab beside it comes to the front. */
export function leaveFrame(state: DeskState, windowId: string): DeskState {
  const frame = frameOf(state, windowId)
  if (!frame) return state
  const tabs = frame.tabs.filter((id) => id !== windowId)
  const beside = tabs[Math.min(frame.tabs.indexOf(windowId), tabs.length - 1)]
  if (beside !== undefined) {
    return changeFrame(state, frame.id, { tabs, front: frame.front === windowId ? beside : frame.front })
  }
  const { [frame.id]: _gone, ...frames } = state.frames
  return { ...state, frames }
}

export function close(state: DeskState, windowId: string): DeskState {
  if (!state.windows[windowId]) return state
  const left = leaveFrame(state, windowId)
  const { [windowId]: _gone, ...windows } = left.windows
  return { ...left, windows }
}

/**
 * Gives the window another address in place (a new client that was saved becomes `/clients/12`). If that address
 * is open already, that window comes forward and this one goes.
 */
export function readdress(state: DeskState, windowId: string, to: Omit<Opening, 'size'>): DeskState {
  const known = findAddress(state, to.address)
  if (known?.id === windowId) return state
  if (known) return focus(close(state, windowId), known.id)
  return changeWindow(state, windowId, { address: to.address, kind: to.kind, min: to.min })
}
