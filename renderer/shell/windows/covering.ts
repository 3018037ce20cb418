import type { DeskState } from './deskState.ts'
import { isPaged, shownRect, visibleFrames } from './deskState.ts'
import type { Rect } from './geometry.ts'

/** From so many windows on it pays to leave out what is not seen; with fewer the browser does not notice them. */
const MANY = 9

/**
 * Of a frame's corners, px: a window shows nothing in its own round ones, and what is behind shows through. No look
 * rounds them more.
 */
export const ROUND = 24

interface Found {
  readonly on: DeskState['size']
  readonly lifted: string | null
  readonly ids: ReadonlySet<string>
}

/** Every window asks; found out once. */
const known = new WeakMap<DeskState['frames'], Found>()
const none: ReadonlySet<string> = new Set()

/**
 * The frames of which nothing is to be seen, as nearer ones together cover them. `lifted` is being dragged: what it
 * covers may come to light at any moment.
 */
export function coveredFrames(state: DeskState, lifted: string | null): ReadonlySet<string> {
  if (isPaged(state)) return none
  const before = known.get(state.frames)
  if (before?.on === state.size && before.lifted === lifted) return before.ids
  const ids = findCovered(state, lifted)
  known.set(state.frames, { on: state.size, lifted, ids })
  return ids
}

function findCovered(state: DeskState, lifted: string | null): ReadonlySet<string> {
  const frames = visibleFrames(state).reverse()
  if (frames.length < MANY) return none
  const covered = new Set<string>()
  const nearer: Rect[] = []
  for (const frame of frames) {
    const rect = shownRect(state, frame)
    let left = solid(rect).flatMap((bar) => onDesk(bar, state.size))
    for (const over of nearer) {
      if (left.length === 0) break
      left = left.flatMap((piece) => without(piece, over))
    }
    if (left.length === 0) covered.add(frame.id)
    if (frame.id !== lifted) nearer.push(...solid(rect))
  }
  return covered
}

/** What of a rectangle lies on the desk: nothing else is seen. */
function onDesk(rect: Rect, desk: DeskState['size']): Rect[] {
  const start = Math.max(0, rect.start)
  const top = Math.max(0, rect.top)
  const width = Math.min(desk.width, rect.start + rect.width) - start
  const height = Math.min(desk.height, rect.top + rect.height) - top
  return width > 0 && height > 0 ? [{ start, top, width, height }] : []
}

/** A window without its round corners: two bars, crossed. */
const solid = ({ start, top, width, height }: Rect): Rect[] => [
  { start: start + ROUND, top, width: width - 2 * ROUND, height },
  { start, top: top + ROUND, width, height: height - 2 * ROUND },
]

/** What is left of a rectangle beside another: at most four pieces. */
function without(rect: Rect, over: Rect): Rect[] {
  const end = rect.start + rect.width
  const bottom = rect.top + rect.height
  const overEnd = over.start + over.width
  const overBottom = over.top + over.height
  if (over.start >= end || overEnd <= rect.start || over.top >= bottom || overBottom <= rect.top)
    return [rect]
  const from = Math.max(rect.top, over.top)
  const to = Math.min(bottom, overBottom)
  return [
    { start: rect.start, top: rect.top, width: rect.width, height: over.top - rect.top },
    { start: rect.start, top: overBottom, width: rect.width, height: bottom - overBottom },
    { start: rect.start, top: from, width: over.start - rect.start, height: to - from },
    { start: overEnd, top: from, width: end - overEnd, height: to - from },
  ].filter(({ width, height }) => width > 0 && height > 0)
}
