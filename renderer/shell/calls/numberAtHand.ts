/** Where a number stands on the page: an element that says so, or a field in which one is typed. */
const marked = '[data-phone], input[type="tel"]'

const numberOf = (element: Element | null | undefined): string | undefined => {
  if (!element) return undefined
  const number = element instanceof HTMLInputElement ? element.value : element.getAttribute('data-phone')
  return number?.trim() || undefined
}

/** The line of a list that the keyboard is on, though the list has the focus. */
function lineOf(element: Element): Element | null {
  const id = element.getAttribute('aria-activedescendant')
  return id === null ? null : document.getElementById(id)
}

/**
 * The number that Ctrl+D is about: that under the cursor, else the first in the line the keyboard is on, else the one
 * under the mouse, else the first of the form one types in.
 */
export function numberAtHand(): string | undefined {
  const active = document.activeElement
  const line = active && lineOf(active)
  const places: (Element | null | undefined)[] = [
    active?.closest(marked),
    line?.closest(marked) ?? line?.querySelector(marked),
    line?.closest('[role="row"]')?.querySelector(marked),
    [...document.querySelectorAll('[data-phone]:hover')].at(-1),
  ]
  for (const place of places) {
    const number = numberOf(place)
    if (number !== undefined) return number
  }
  const form = active?.closest('form')
  for (const place of form?.querySelectorAll(marked) ?? []) {
    const number = numberOf(place)
    if (number !== undefined) return number
  }
  return undefined
}
