import type { DeskState } from './deskState.ts'
import { frameOf, shownRect, visibleFrames } from './deskState.ts'
import type { Rect, Size } from './geometry.ts'
import { MARGIN, TITLE_HEIGHT, fitInside, overlap } from './geometry.ts'

/** How far each cascaded window stands from the one before it, px: a title bar stays free. */
const STEP = TITLE_HEIGHT

/**
 * Where a new window of this size is best put: seen from the window it was opened from, hiding as little as it
 * can of the others, of their title bars least of all, and never exactly upon another.
 */
export function placeForNew(state: DeskState, wanted: Size, from?: string): Rect {
  const room = { width: state.size.width - 2 * MARGIN, height: state.size.height - 2 * MARGIN }
  const size = {
    width: Math.max(0, Math.min(wanted.width, room.width)),
    height: Math.max(0, Math.min(wanted.height, room.height)),
  }
  const frames = visibleFrames(state)
  const others = frames.map((frame) => shownRect(state, frame))
  const opener = from === undefined ? undefined : frameOf(state, from)
  const lead = opener && !opener.minimised ? shownRect(state, opener) : others.at(-1)
  const lastStart = state.size.width - MARGIN - size.width
  const lastTop = state.size.height - MARGIN - size.height

  let best: Rect | undefined
  let bestCost = Infinity
  for (const [start, top] of spots(lead, others, lastStart, lastTop)) {
    const inner = fitInside({ start: start - MARGIN, top: top - MARGIN, ...size }, room)
    const rect = { ...inner, start: inner.start + MARGIN, top: inner.top + MARGIN }
    const cost = hiding(rect, others)
    // Strictly less: of equals the first, nearest in the cascade, wins.
    if (cost < bestCost) [best, bestCost] = [rect, cost]
  }
  return best ?? fitInside({ start: MARGIN, top: MARGIN, ...size }, state.size)
}

function* spots(lead: Rect | undefined, others: Rect[], lastStart: number, lastTop: number) {
  if (!lead) yield [MARGIN, MARGIN] as const
  if (lead) {
    for (let step = 1; step <= 6; step++) yield [lead.start + step * STEP, lead.top + step * STEP] as const
    yield [lead.start + lead.width + MARGIN, lead.top] as const
  }
  yield [lastStart, lastTop] as const
  yield [lastStart, MARGIN] as const
  yield [MARGIN, lastTop] as const
  yield [MARGIN, MARGIN] as const
  for (let step = 1; step <= others.length; step++) {
    yield [MARGIN + step * STEP, MARGIN + step * STEP] as const
    yield [lastStart - step * STEP, lastTop - step * STEP] as const
  }
}

/** What the others lose by a window there, px²; a title bar hidden weighs ten times its area. */
function hiding(rect: Rect, others: Rect[]): number {
  let cost = 0
  for (const other of others) {
    cost += overlap(rect, other) + 10 * overlap(rect, { ...other, height: TITLE_HEIGHT })
    const near = Math.abs(other.start - rect.start) < STEP / 2 && Math.abs(other.top - rect.top) < STEP / 2
    if (near) cost += 10 * other.width * other.height
  }
  return cost
}

/** Windows as large as the desk (tiled ones are) give up so much room that this many title bars show. */
const STEPS_IN_VIEW = 4

/** `count` rectangles, each a step further along and down, beginning again at the top when the desk ends. */
export function cascadeRects(sizes: readonly Size[], desk: Size): Rect[] {
  const taken = 2 * MARGIN + STEP * Math.min(STEPS_IN_VIEW, sizes.length - 1)
  let start = MARGIN
  let top = MARGIN
  let columns = 0
  return sizes.map((size) => {
    const width = Math.max(0, Math.min(size.width, desk.width - taken))
    const height = Math.max(0, Math.min(size.height, desk.height - taken))
    if (top > MARGIN && (top + height > desk.height || start + width > desk.width)) {
      columns += 1
      top = MARGIN
      start = MARGIN + columns * 2 * STEP
    }
    const rect = fitInside({ start, top, width, height }, desk)
    start += STEP
    top += STEP
    return rect
  })
}

/** Cells close to this shape (width to height) read best as windows. */
const GOOD_SHAPE = 1.35

/**
 * `count` rectangles that cover the desk as a grid without gaps to spare: the numbers of rows and columns whose
 * cells come nearest to a good shape; where they do not come out even, the upper rows hold one window less.
 */
export function tileRects(count: number, desk: Size): Rect[] {
  if (count === 0) return []
  let columns = 1
  let bestCost = Infinity
  for (let tried = 1; tried <= count; tried++) {
    const rows = Math.ceil(count / tried)
    const shape = desk.width / tried / (desk.height / rows)
    const empty = (rows * tried - count) / count
    const cost = Math.abs(Math.log(shape / GOOD_SHAPE)) + empty
    if (cost < bestCost) [columns, bestCost] = [tried, cost]
  }
  const rows = Math.ceil(count / columns)
  const least = Math.floor(count / rows)
  const fuller = count % rows
  return Array.from({ length: rows }, (_, row) => {
    const inRow = row < rows - fuller ? least : least + 1
    const [top, height] = share(desk.height, row, rows)
    return Array.from({ length: inRow }, (_, column) => {
      const [start, width] = share(desk.width, column, inRow)
      return { start, top, width, height }
    })
  }).flat()
}

/** Begin and length of one of `parts` along the desk, px. Edges are rounded, not lengths: gaps stay equal. */
function share(whole: number, part: number, parts: number): [begin: number, length: number] {
  const gap = MARGIN / 2
  const begin = Math.round(gap + ((whole - gap) * part) / parts)
  return [begin, Math.round(((whole - gap) * (part + 1)) / parts) - begin]
}
