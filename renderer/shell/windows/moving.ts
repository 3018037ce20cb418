import type { DeskState, Place } from './deskState.ts'
import {
  activeFrame,
  changeFrame,
  frameOf,
  leastSize,
  shownRect,
  visibleFrames,
  windowList,
} from './deskState.ts'
import type { Rect, Size } from './geometry.ts'
import { keepReachable, sameRect } from './geometry.ts'
import { focus } from './opening.ts'
import { cascadeRects, tileRects } from './placing.ts'

export function resizeDesk(state: DeskState, size: Size): DeskState {
  const same = size.width === state.size.width && size.height === state.size.height
  // A desk that is not drawn at this moment (another page, a hidden tab) has no size to arrange by.
  return same || size.width === 0 || size.height === 0 ? state : { ...state, size }
}

/** Stands the window's frame freely at the rectangle, its title bar within reach and not under its least size. */
export function moveTo(state: DeskState, windowId: string, rect: Rect): DeskState {
  const frame = frameOf(state, windowId)
  if (!frame) return state
  const min = leastSize(state, frame)
  const sized = {
    ...rect,
    width: Math.max(min.width, rect.width),
    height: Math.max(min.height, rect.height),
  }
  const put = keepReachable(sized, state.size)
  if (frame.place === 'free' && sameRect(put, shownRect(state, frame))) return state
  const moved = changeFrame(state, frame.id, { rect: put, on: state.size, place: 'free' })
  const sameSize = sized.width === frame.rect.width && sized.height === frame.rect.height
  return sameSize && frame.place === 'free' ? moved : remember(moved, windowId)
}

/** Keeps the size a person chose for the next window of this kind. */
function remember(state: DeskState, windowId: string): DeskState {
  const frame = frameOf(state, windowId)
  const window = state.windows[windowId]
  if (!frame || !window) return state
  const { width, height } = frame.rect
  const size = { width, height, full: frame.place === 'full' }
  return { ...state, sizes: { ...state.sizes, [window.kind]: size } }
}

/** Over the whole desk, on a half, or back to where it stood freely. */
export function place(state: DeskState, windowId: string, to: Place): DeskState {
  const frame = frameOf(state, windowId)
  if (!frame || (frame.place === to && !frame.minimised)) return state
  const placed = changeFrame(state, frame.id, { place: to, minimised: false })
  return focus(remember(placed, windowId), windowId)
}

export function minimise(state: DeskState, windowId: string): DeskState {
  const frame = frameOf(state, windowId)
  return frame && !frame.minimised ? changeFrame(state, frame.id, { minimised: true }) : state
}

export function minimiseAll(state: DeskState): DeskState {
  return visibleFrames(state).reduce((now, frame) => changeFrame(now, frame.id, { minimised: true }), state)
}

/** Visible frames in the order of the task strip: arranging twice gives the same picture. */
function framesInOrder(state: DeskState) {
  const ids = new Set(windowList(state).map((window) => window.frame))
  return [...ids].flatMap((id) => state.frames[id] ?? []).filter((frame) => !frame.minimised)
}

export function tile(state: DeskState): DeskState {
  const frames = framesInOrder(state)
  const rects = tileRects(frames.length, state.size)
  return frames.reduce((now, frame, index) => {
    // Smaller than their least size, if so many: a grid that overlaps is none.
    const rect = rects[index] ?? frame.rect
    return changeFrame(now, frame.id, { rect, on: state.size, place: 'free' })
  }, state)
}

/** Cascades in the present order of depth, so the active window ends in front. */
export function cascade(state: DeskState): DeskState {
  const frames = visibleFrames(state)
  const rects = cascadeRects(
    frames.map((frame) => frame.rect),
    state.size,
  )
  return frames.reduce((now, frame, index) => {
    return changeFrame(now, frame.id, {
      rect: rects[index] ?? frame.rect,
      on: state.size,
      place: 'free',
    })
  }, state)
}

/** The next (1) or previous (-1) window in the order of the task strip; minimised ones only if all are. */
export function step(state: DeskState, by: 1 | -1): DeskState {
  const all = windowList(state)
  const shown = all.filter((window) => !state.frames[window.frame]?.minimised)
  const ring = shown.length > 0 ? shown : all
  const at = ring.findIndex((window) => window.id === activeFrame(state)?.front)
  const next = ring[at < 0 ? 0 : (at + by + ring.length) % ring.length]
  return next ? focus(state, next.id) : state
}
