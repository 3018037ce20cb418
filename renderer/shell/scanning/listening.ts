import { Burst, usualHabits, type ScannerHabits } from './burst.ts'
import { fieldBefore, type FieldBefore } from './field.ts'

/** Sent again when they turned out to be a person's; not to be weighed a second time. */
const own = new WeakSet<KeyboardEvent>()

const again = (event: KeyboardEvent): KeyboardEvent => {
  const copy = new KeyboardEvent(event.type, {
    key: event.key,
    code: event.code,
    shiftKey: event.shiftKey,
    bubbles: true,
    cancelable: true,
    composed: true,
  })
  own.add(copy)
  return copy
}

/**
 * Reads scanners that are keyboards, whatever has the focus and whatever layout is on. In a field the first two keys
 * of a code go in and are taken out again; elsewhere they are held back until it is clear whose they were, for a few
 * hundredths of a second. Gives each code once, in order, and the way to stop.
 */
export function listenToKeyboardScanners(
  onCode: (code: string) => void,
  habits: ScannerHabits = usualHabits,
): () => void {
  const burst = new Burst(habits)
  let before: FieldBefore | null = null
  let held: { readonly event: KeyboardEvent; readonly target: EventTarget | null }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const letGo = () => {
    const persons = held
    held = []
    for (const { event, target } of persons) (target ?? document.body).dispatchEvent(again(event))
  }
  const swallow = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const rest = () => {
    const code = burst.rest()
    if (code === null) letGo()
    else onCode(code)
    held = []
  }
  const heed = (event: KeyboardEvent) => {
    if (own.has(event)) return
    clearTimeout(timer)
    // Held down, part of a shortcut, or the matter of an input method: never a scanner.
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      rest()
      return
    }
    const verdict = burst.press({ code: event.code, shift: event.shiftKey, at: event.timeStamp })
    if (verdict.is === 'first') {
      letGo()
      before = fieldBefore()
    } else if (verdict.is === 'typed') letGo()
    if (verdict.is === 'typed') return
    if (verdict.is === 'known') {
      before ??= fieldBefore()
      before?.restore()
      held = []
    }
    if (verdict.is === 'first' || verdict.is === 'more') {
      if (before === null) {
        held.push({ event, target: event.target })
        swallow(event)
      }
    } else swallow(event)
    if (verdict.is === 'code') onCode(verdict.code)
    // Once more round, as keys may have come in while the page was busy and are told of first.
    else timer = setTimeout(() => (timer = setTimeout(rest)), burst.patience)
  }
  window.addEventListener('keydown', heed, { capture: true })
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', heed, { capture: true })
  }
}
