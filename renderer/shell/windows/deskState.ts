import type { Rect, Size } from './geometry.ts'
import { PHONE_WIDTH, fitInside, isInside, keepReachable } from './geometry.ts'

/** How a frame stands: where its rectangle says, over the whole desk, or on the start or end half of it. */
export type Place = 'free' | 'full' | 'start' | 'end'

export interface OpenWindow {
  readonly id: string
  readonly address: string
  /** The pattern of its kind. */
  readonly kind: string
  readonly frame: string
  readonly min: Size
  /** Told by the content; `null` while the kind's own title stands. */
  readonly title: string | null
  readonly badge: string | null
  readonly dirty: boolean
  /** What is typed and not saved is kept on this computer, and comes along wherever the address is opened. */
  readonly kept: boolean
}

/** A frame holds one window, or several as tabs. */
export interface Frame {
  readonly id: string
  /** Where it stands when `place` is free. */
  readonly rect: Rect
  /** The desk this rectangle was chosen on: a smaller desk fits it in, and gives it back on growing. */
  readonly on: Size
  readonly place: Place
  readonly minimised: boolean
  /** The higher, the nearer. Only the frame that comes forward changes, so only it is drawn again. */
  readonly z: number
  readonly tabs: readonly string[]
  readonly front: string
}

/** The size windows of one kind were last given, for the next one of that kind. */
export interface KindSize extends Size {
  readonly full: boolean
}

/** A window of this desk that stands in a window of its own, perhaps on another screen. */
export interface TornWindow {
  readonly id: string
  readonly address: string
  readonly title: string
  readonly at: ScreenRect
}

/** A place on the screens of this computer, CSS px. */
export interface ScreenRect extends Size {
  readonly left: number
  readonly top: number
}

export interface DeskState {
  readonly size: Size
  /** In the order of opening, which is the order of the task strip and of the page: it never changes. */
  readonly windows: Readonly<Record<string, OpenWindow>>
  readonly frames: Readonly<Record<string, Frame>>
  readonly sizes: Readonly<Record<string, KindSize>>
  /** By their ids; they are not among `windows`. */
  readonly torn: Readonly<Record<string, TornWindow>>
  /** Windows are full pages one behind the other, whatever room there is. */
  readonly pages: boolean
  readonly nextId: number
  /** Grows whenever the active window is asked to take the keyboard, even if it was active before. */
  readonly focusAsked: number
}

export const emptyDesk: DeskState = {
  // Until the desk is measured: what is left of a 1366×768 screen.
  size: { width: 1198, height: 694 },
  windows: {},
  frames: {},
  sizes: {},
  torn: {},
  pages: false,
  nextId: 1,
  focusAsked: 0,
}

/** On a phone, and where a window was torn off: every window fills the desk. */
export const isPaged = (state: DeskState) => state.pages || state.size.width < PHONE_WIDTH

export const windowList = (state: DeskState) => Object.values(state.windows)

/** Frames that are not minimised, back to front. */
export function visibleFrames(state: DeskState): Frame[] {
  return Object.values(state.frames)
    .filter((frame) => !frame.minimised)
    .sort((a, b) => a.z - b.z)
}

/** The nearest frame that is not minimised. */
export function activeFrame(state: DeskState): Frame | undefined {
  let found: Frame | undefined
  for (const id in state.frames) {
    const frame = state.frames[id]
    if (frame && !frame.minimised && (!found || frame.z > found.z)) found = frame
  }
  return found
}

export const activeWindow = (state: DeskState) => activeFrame(state)?.front

export function frameOf(state: DeskState, windowId: string): Frame | undefined {
  const window = state.windows[windowId]
  return window && state.frames[window.frame]
}

/** Whether anything of the window is on the screen (it may still be behind another). */
export function isShown(state: DeskState, windowId: string): boolean {
  const frame = frameOf(state, windowId)
  if (!frame || frame.minimised || frame.front !== windowId) return false
  return !isPaged(state) || activeFrame(state) === frame
}

export function findAddress(state: DeskState, address: string): OpenWindow | undefined {
  return windowList(state).find((window) => window.address === address)
}

/** A frame is never smaller than the least of any of its tabs. */
export function leastSize(state: DeskState, frame: Frame): Size {
  const all = frame.tabs.map((id) => state.windows[id]?.min ?? { width: 0, height: 0 })
  return {
    width: Math.max(...all.map((min) => min.width)),
    height: Math.max(...all.map((min) => min.height)),
  }
}

/** Where a place other than free lies on the desk. */
export function placeRect(place: 'full' | 'start' | 'end', desk: Size, min: Size): Rect {
  if (place === 'full') return { start: 0, top: 0, ...desk }
  const width = Math.min(desk.width, Math.max(min.width, Math.round(desk.width / 2)))
  return { start: place === 'start' ? 0 : desk.width - width, top: 0, width, height: desk.height }
}

/** Where the frame is drawn on the desk as it is now. */
export function shownRect(state: DeskState, frame: Frame): Rect {
  if (isPaged(state)) return { start: 0, top: 0, ...state.size }
  if (frame.place !== 'free') return placeRect(frame.place, state.size, leastSize(state, frame))
  return isInside(frame.rect, frame.on)
    ? fitInside(frame.rect, state.size)
    : keepReachable(frame.rect, state.size)
}

export const nextZ = (state: DeskState) =>
  Object.values(state.frames).reduce((most, frame) => Math.max(most, frame.z), 0) + 1

export function changeFrame(state: DeskState, id: string, change: Partial<Frame>): DeskState {
  const frame = state.frames[id]
  return frame ? { ...state, frames: { ...state.frames, [id]: { ...frame, ...change } } } : state
}

export function changeWindow(state: DeskState, id: string, change: Partial<OpenWindow>): DeskState {
  const window = state.windows[id]
  return window ? { ...state, windows: { ...state.windows, [id]: { ...window, ...change } } } : state
}
