/** Where the calls are shown on this page. */
let place: HTMLElement | null = null
/** What had the keyboard before it went to the call. */
let before: HTMLElement | null = null

/** Says where calls are shown, while they are. Whoever was there when it goes is led back. */
export function showsCalls(element: HTMLElement): () => void {
  place = element
  return () => {
    const inside = element.contains(document.activeElement)
    if (place === element) place = null
    if (inside) leaveCall()
  }
}

/** To the call that is shown; from there, back to where one was. False where none is shown. */
export function goToCall(): boolean {
  if (!place) return false
  const active = document.activeElement
  if (place.contains(active)) leaveCall()
  else {
    before = active instanceof HTMLElement ? active : null
    place.querySelector<HTMLElement>('[data-first]')?.focus()
  }
  return true
}

/** Back to where one was before one went to the call. */
export function leaveCall(): void {
  if (before?.isConnected) before.focus()
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  before = null
}
