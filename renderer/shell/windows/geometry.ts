/**
 * Rectangles on the desk, in CSS pixels counted from the desk's top and its *start* edge (left in English,
 * right in Arabic): the same saved desk is mirrored when the language is.
 */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rect extends Size {
  readonly start: number
  readonly top: number
}

/** Which edges a resize handle pulls: -1 the start or top edge, 1 the end or bottom edge, 0 neither. */
export interface Handle {
  readonly inline: -1 | 0 | 1
  readonly block: -1 | 0 | 1
}

/** Height of a title bar, px, as `--window-title-height` in styles/desk.css; fingers get a little more. */
export const TITLE_HEIGHT = 36
/** Below this desk width windows are full pages, px. */
export const PHONE_WIDTH = 640
/** Free desk left around new, tiled and cascaded windows, px. */
export const MARGIN = 12

/** How much of a title bar stays on the desk, px: at its end are three buttons that cannot be dragged by. */
const REACH_START = 96
const REACH_END = 176

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most))

/** Whether the rectangle lies on the desk as a whole. */
export function isInside(rect: Rect, desk: Size): boolean {
  return (
    rect.start >= 0 &&
    rect.top >= 0 &&
    rect.start + rect.width <= desk.width &&
    rect.top + rect.height <= desk.height
  )
}

/** Slides the rectangle onto the desk, and makes it smaller where the desk is smaller. */
export function fitInside(rect: Rect, desk: Size): Rect {
  const width = Math.min(rect.width, desk.width)
  const height = Math.min(rect.height, desk.height)
  return {
    start: clamp(rect.start, 0, desk.width - width),
    top: clamp(rect.top, 0, desk.height - height),
    width,
    height,
  }
}

/** Moves the rectangle only as far as its title bar needs to be within reach of the pointer. */
export function keepReachable(rect: Rect, desk: Size): Rect {
  return {
    ...rect,
    start: clamp(rect.start, Math.min(0, REACH_END - rect.width), Math.max(0, desk.width - REACH_START)),
    top: clamp(rect.top, 0, Math.max(0, desk.height - TITLE_HEIGHT)),
  }
}

/** The rectangle after a handle was pulled by `along` (towards the end) and `down` px; never under `min`. */
export function pullHandle(rect: Rect, handle: Handle, along: number, down: number, min: Size): Rect {
  const end = rect.start + rect.width
  const bottom = rect.top + rect.height
  const start = handle.inline === -1 ? Math.min(rect.start + along, end - min.width) : rect.start
  const top = handle.block === -1 ? clamp(rect.top + down, 0, bottom - min.height) : rect.top
  return {
    start,
    top,
    width: Math.max(min.width, (handle.inline === 1 ? end + along : end) - start),
    height: Math.max(min.height, (handle.block === 1 ? bottom + down : bottom) - top),
  }
}

/** Area common to both, px². */
export function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.start + a.width, b.start + b.width) - Math.max(a.start, b.start)
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

export function contains(rect: Rect, start: number, top: number): boolean {
  return (
    start >= rect.start && start < rect.start + rect.width && top >= rect.top && top < rect.top + rect.height
  )
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.start === b.start && a.top === b.top && a.width === b.width && a.height === b.height
}
