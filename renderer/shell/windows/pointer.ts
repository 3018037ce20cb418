/** How far a pressed pointer has to go before it drags, px: less is a click with an unsteady hand. */
const THRESHOLD = 4

export interface DragSteps {
  /** The pointer has gone far enough. */
  begin(event: PointerEvent): void
  /** At most once a frame. */
  move(event: PointerEvent): void
  /** Let go (`true`), or undone by Esc or by the system (`false`). Only after `begin`. */
  end(landed: boolean): void
}

/**
 * Follows a pressed pointer until it is let go. The desk captures it, not what was pressed: that may be hidden or
 * moved to another frame meanwhile.
 */
export function followPointer(down: PointerEvent, desk: HTMLElement, steps: DragSteps): void {
  const ending = new AbortController()
  const { signal } = ending
  let dragging = false
  let last: PointerEvent | undefined
  let frame = 0

  const flush = () => {
    frame = 0
    if (last && dragging) steps.move(last)
    last = undefined
  }
  const finish = (landed: boolean) => {
    ending.abort()
    if (landed) flush()
    cancelAnimationFrame(frame)
    if (desk.hasPointerCapture(down.pointerId)) desk.releasePointerCapture(down.pointerId)
    delete desk.dataset.dragging
    if (dragging) steps.end(landed)
    dragging = false
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return
    if (!dragging) {
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < THRESHOLD) return
      dragging = true
      desk.setPointerCapture(down.pointerId)
      desk.dataset.dragging = ''
      steps.begin(event)
    }
    last = event
    frame ||= requestAnimationFrame(flush)
  }
  const up = (event: PointerEvent) => event.pointerId === down.pointerId && finish(true)
  const lost = (event: PointerEvent) => event.pointerId === down.pointerId && finish(false)
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !dragging) return
    event.preventDefault()
    event.stopPropagation()
    finish(false)
  }
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', up, { signal })
  window.addEventListener('pointercancel', lost, { signal })
  window.addEventListener('keydown', key, { signal, capture: true })
}

export interface DeskPoint {
  readonly start: number
  readonly top: number
}

/** Turns page coordinates into the desk's own, which count from its start edge. */
export function deskPoints(desk: HTMLElement): (event: PointerEvent) => DeskPoint {
  const area = desk.getBoundingClientRect()
  const rightToLeft = isRightToLeft(desk)
  return (event) => ({
    start: rightToLeft ? area.right - event.clientX : event.clientX - area.left,
    top: event.clientY - area.top,
  })
}

export const isRightToLeft = (element: Element) => getComputedStyle(element).direction === 'rtl'
