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

/** Presses a key for a person; where that leads into a field, the sign goes in as it would have. */
function pressAgain(event: KeyboardEvent, target: EventTarget): void {
  const led = target.dispatchEvent(again(event))
  if (led && event.key.length === 1 && document.activeElement !== target && fieldBefore() !== null)
    document.execCommand('insertText', false, event.key)
}

/** Nobody scans into a password; programs that keep passwords type them as fast as a scanner. */
const secret = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'password'

/**
 * Reads scanners that are keyboards, whatever has the focus and whatever layout is on. In a field the first two keys
 * of a code go in and are taken out again; elsewhere they are held back until it is clear whose they were, for a few
 * hundredths of a second. What came as fast as a code and was none (a program that types for its user) is given back.
 * Gives each code once, in order, and the way to stop.
 */
export function listenToKeyboardScanners(
  onCode: (code: string) => void,
  habits: ScannerHabits = usualHabits,
): () => void {
  const burst = new Burst(habits)
  let field: FieldBefore | null = null
  /** Keys that have gone nowhere yet. */
  let held: { readonly event: KeyboardEvent; readonly target: EventTarget | null }[] = []
  /** What of the burst has stood in the field and was taken out. */
  let takenBack = ''
  let typed = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const forget = () => {
    held = []
    takenBack = ''
    typed = ''
  }
  const giveBack = () => {
    const back = held
    const signs = field ? back.filter(({ event }) => event.key.length === 1) : []
    const text = takenBack + signs.map(({ event }) => event.key).join('')
    forget()
    if (field && text !== '') document.execCommand('insertText', false, text)
    for (const key of back) if (!signs.includes(key)) pressAgain(key.event, key.target ?? document.body)
  }
  const swallow = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const rest = () => {
    clearTimeout(timer)
    const code = burst.rest()
    // Where a code ends with a key, what ends without it is none.
    if (code === null || habits.suffix !== 'none') return giveBack()
    forget()
    onCode(code)
  }
  const heed = (event: KeyboardEvent) => {
    if (own.has(event)) return
    clearTimeout(timer)
    // Held down, part of a shortcut, or the matter of an input method: never a scanner.
    const others = event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing
    if (others || secret(event.target)) return rest()
    const verdict = burst.press({ code: event.code, shift: event.shiftKey, at: event.timeStamp })
    switch (verdict.is) {
      case 'code':
        swallow(event)
        forget()
        return onCode(verdict.code)
      case 'typed':
        if (!/^(Shift|CapsLock)/.test(event.code)) giveBack()
        else if (held.length > 0) timer = later()
        return
      case 'first':
        giveBack()
        field = fieldBefore()
        break
      case 'known':
        if (typed === '') field = fieldBefore()
        field?.restore()
        takenBack = typed
        break
      default:
    }
    if (field && (verdict.is === 'first' || verdict.is === 'more')) typed += event.key
    else {
      held.push({ event, target: event.target })
      swallow(event)
    }
    timer = later()
  }
  // Once more round, as keys may have come in while the page was busy and are told of first.
  const later = () => setTimeout(() => (timer = setTimeout(rest)), burst.patience)
  window.addEventListener('keydown', heed, { capture: true })
  return () => {
    clearTimeout(timer)
    giveBack()
    window.removeEventListener('keydown', heed, { capture: true })
  }
}
