import { barHeight, follow, isScaled, rowsInView, settle, topToShow } from './scroll.ts'
import type { Extent, ScrollPlace } from './scroll.ts'

/** Rows drawn beyond the view, so that a turn of the wheel finds them there. */
const spare = 8
/** Rows are placed from here on, so that no place is too far for a browser to tell apart. */
const stride = 1000
/** Milliseconds of rest after which the scroll bar is put right, and rows beyond the view are drawn after a jump. */
const rest = 160

/**
 * Which rows to draw and where. `stage` is the top of the row `anchor` within what scrolls, in pixels; the others
 * follow from it, `rowHeight` apart.
 */
export type Drawn = {
  first: number
  last: number
  anchor: number
  stage: number
  height: number
  view: number
}

/** The part of a long list that is on the screen, kept in step with the element that scrolls. */
export class RowWindow {
  #element: HTMLElement | undefined
  #extent: Extent = { rows: 0, rowHeight: 29, view: 0 }
  #place: ScrollPlace = { bar: 0, top: 0 }
  #drawn: Drawn = { first: 0, last: -1, anchor: 0, stage: 0, height: 0, view: 0 }
  #timer: ReturnType<typeof setTimeout> | undefined
  #filling: ReturnType<typeof setTimeout> | undefined
  #listeners = new Set<() => void>()

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  drawn = () => this.#drawn

  /** Follows a scroller. Its first and last child are the sticky lines that cover a part of it. Gives back the way to stop. */
  attach(element: HTMLElement): () => void {
    this.#element = element
    const lines = [element.firstElementChild, element.lastElementChild].filter(
      (e) => e instanceof HTMLElement,
    )
    const measure = () => {
      const covered = lines.reduce((sum, line) => sum + line.offsetHeight, 0)
      this.extend({ view: Math.max(0, element.clientHeight - covered) })
    }
    const observer = new ResizeObserver(measure)
    for (const part of [element, ...lines]) observer.observe(part)
    measure()
    const onScroll = () => this.#follow(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
      clearTimeout(this.#timer)
      clearTimeout(this.#filling)
      this.#element = undefined
    }
  }

  /** More or fewer rows, another height: one stays where one was, as far as there is such a place. */
  extend(change: Partial<Extent>): void {
    const next = { ...this.#extent, ...change }
    const { rows, rowHeight, view } = this.#extent
    if (next.rows === rows && next.rowHeight === rowHeight && next.view === view) return
    const row = this.#place.top / rowHeight
    this.#extent = next
    this.#draw(settle({ bar: 0, top: row * next.rowHeight }, next))
    // The place that scrolls has its new height only after it is drawn.
    queueMicrotask(() => this.#put(settle(this.#place, this.#extent)))
  }

  showRow(row: number): void {
    const { top, bar } = this.#place
    const next = topToShow(row, top, this.#extent)
    if (next === top) return
    const way = next - top
    const near = Math.abs(way) <= this.#extent.view && bar + way >= 0
    this.#put(near ? { bar: bar + way, top: next } : settle({ bar, top: next }, this.#extent))
  }

  toTop(): void {
    this.#put({ bar: 0, top: 0 })
  }

  #follow(element: HTMLElement): void {
    if (element.scrollTop === this.#place.bar) return
    const extent = this.#extent
    this.#draw(follow(this.#place, element.scrollTop, extent))
    if (!isScaled(extent)) return
    clearTimeout(this.#timer)
    const atEnd = element.scrollTop <= 0 || element.scrollTop >= barHeight(extent) - extent.view
    this.#timer = setTimeout(() => this.#put(settle(this.#place, this.#extent)), atEnd ? 0 : rest)
  }

  #put(next: ScrollPlace): void {
    const element = this.#element
    if (!element) return
    if (Math.abs(element.scrollTop - next.bar) >= 1) element.scrollTop = next.bar
    // The browser may round: what it took is what the next movement is counted from.
    this.#draw({ bar: element.scrollTop, top: next.top })
  }

  /**
   * After a jump all rows are new, and drawing them is what holds up the page: those that are seen come first, the spare
   * ones once the hand rests.
   */
  #rowsAt(place: ScrollPlace): { first: number; last: number } {
    clearTimeout(this.#filling)
    const seen = rowsInView(place.top, this.#extent, 0)
    const jumped = seen.first > this.#drawn.last || seen.last < this.#drawn.first
    if (!jumped) return rowsInView(place.top, this.#extent, spare)
    this.#filling = setTimeout(() => this.#draw(this.#place), rest)
    return seen
  }

  #draw(place: ScrollPlace): void {
    this.#place = place
    const { rowHeight, view } = this.#extent
    const { first, last } = this.#rowsAt(place)
    const anchor = Math.floor(first / stride) * stride
    const stage = place.bar - place.top + anchor * rowHeight
    const height = barHeight(this.#extent)
    const old = this.#drawn
    const same =
      old.first === first &&
      old.last === last &&
      old.stage === stage &&
      old.height === height &&
      old.view === view
    if (same) return
    this.#drawn = { first, last, anchor, stage, height, view }
    for (const listener of this.#listeners) listener()
  }
}
