/**
 * Chromium cuts an element at 33,554,428 px and Firefox at about half of that. A longer list is drawn in a
 * shorter place, and the scroll bar stands for a part of the way.
 */
export const tallest = 16_000_000

/** Lengths in CSS pixels. `view` is what is seen of the rows. */
export type Extent = { rows: number; rowHeight: number; view: number }

/** Where the scroll bar stands, and which pixel of the list is at the top of the view. */
export type ScrollPlace = { bar: number; top: number }

export const contentHeight = ({ rows, rowHeight }: Extent) => rows * rowHeight

/** Height of the place that the browser scrolls. */
export const barHeight = (extent: Extent) => Math.min(contentHeight(extent), tallest)

const lastTop = (extent: Extent) => Math.max(0, contentHeight(extent) - extent.view)
const lastBar = (extent: Extent) => Math.max(0, barHeight(extent) - extent.view)
const within = (value: number, last: number) => Math.min(Math.max(0, value), last)

export const isScaled = (extent: Extent) => contentHeight(extent) > tallest

export function topForBar(bar: number, extent: Extent): number {
  if (!isScaled(extent)) return within(bar, lastTop(extent))
  return (within(bar, lastBar(extent)) / lastBar(extent)) * lastTop(extent)
}

export function barForTop(top: number, extent: Extent): number {
  if (!isScaled(extent)) return within(top, lastBar(extent))
  return (within(top, lastTop(extent)) / lastTop(extent)) * lastBar(extent)
}

/**
 * The scroll bar moved. A short way (wheel, finger, arrow) moves the rows by exactly as much; a long way
 * (the bar dragged) goes to that part of the list.
 */
export function follow(place: ScrollPlace, bar: number, extent: Extent): ScrollPlace {
  const way = bar - place.bar
  const exact = isScaled(extent) && Math.abs(way) <= extent.view * 3
  const top = exact ? within(place.top + way, lastTop(extent)) : topForBar(bar, extent)
  return { bar, top }
}

/**
 * Short moves leave the bar a little off its true place. Once the hand rests it is put right, so that both ends can
 * always be reached.
 */
export function settle(place: ScrollPlace, extent: Extent): ScrollPlace {
  const top = within(place.top, lastTop(extent))
  return { bar: barForTop(top, extent), top }
}

/** The top that brings a row into view with the least movement. */
export function topToShow(row: number, top: number, { rowHeight, view }: Extent): number {
  const start = row * rowHeight
  if (start < top) return start
  if (start + rowHeight > top + view) return start + rowHeight - view
  return top
}

/** First and last row to draw, `spare` more on both sides. */
export function rowsInView(top: number, extent: Extent, spare: number): { first: number; last: number } {
  const { rows, rowHeight, view } = extent
  return {
    first: Math.max(0, Math.floor(top / rowHeight) - spare),
    last: Math.max(0, Math.min(rows - 1, Math.ceil((top + view) / rowHeight) - 1 + spare)),
  }
}
