/** How far a pressed pointer has to go before it drags, px: less is a click with an unsteady hand. */
const THRESHOLD = 4

export interface DragSteps {
  /** The pointer has gone far enough. */
  begin(event: PointerEvent): void
  /** At most once a frame. */
  move(event: PointerEvent): void
  /** Let go (`true`), or undone by Esc or by the system (`false`), where the pointer last was. Only after `begin`. */
  end(landed: boolean, event: PointerEvent): void
}

/**
 * Follows a pressed pointer until it is let go. What holds it all (`place`: the desk, a grid) captures it, not what was
 * pressed: that may be hidden or moved meanwhile.
 */
export function followPointer(down: PointerEvent, place: HTMLElement, steps: DragSteps): void {
  const ending = new AbortController()
  const { signal } = ending
  let dragging = false
  let last: PointerEvent | undefined
  let latest = down
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
    if (place.hasPointerCapture(down.pointerId)) place.releasePointerCapture(down.pointerId)
    delete place.dataset.dragging
    if (dragging) steps.end(landed, latest)
    dragging = false
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return
    if (!dragging) {
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < THRESHOLD) return
      dragging = true
      place.setPointerCapture(down.pointerId)
      place.dataset.dragging = ''
      steps.begin(event)
    }
    last = latest = event
    frame ||= requestAnimationFrame(flush)
  }
  const up = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return
    latest = event
    finish(true)
  }
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

export const isRightToLeft = (element: Element) => getComputedStyle(element).direction === 'rtl'
