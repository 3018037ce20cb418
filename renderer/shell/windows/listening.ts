import type { DeskKeys } from './deskKeys.ts'
import { deskCommand, deskCommands } from './deskKeys.ts'
import { activeWindow } from './deskState.ts'
import { deskStore } from './deskStore.ts'
import { windowElement } from './focusing.ts'

/** Listens to the desk's keys, and to Esc once nothing in the window wanted it. Gives back what ends it. */
export function listenToKeys(desk: HTMLElement, keys: DeskKeys): () => void {
  const ending = new AbortController()
  let closeIsOurs = false
  // Asked on the way down: on the way up a list that Esc has closed looks as if it had never been open.
  const down = (event: KeyboardEvent) => {
    closeIsOurs = !event.isComposing && belongsToWindow(event.target, desk)
  }
  const up = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const command = deskCommand(event, keys)
    if (!command || (command === 'close' && !closeIsOurs)) return
    event.preventDefault()
    deskCommands[command]()
  }
  // The window, not the document: popups listen there, and have the first word.
  window.addEventListener('keydown', down, { capture: true, signal: ending.signal })
  window.addEventListener('keydown', up, { signal: ending.signal })
  return () => ending.abort()
}

/** Whether Esc pressed here is meant for the active window, not for a popup, a list it has open, or the shell. */
function belongsToWindow(target: EventTarget | null, desk: HTMLElement): boolean {
  if (!(target instanceof Element)) return false
  if (target.matches('[aria-expanded=true], [aria-expanded=true] *')) return false
  if (target === document.body || target === desk) return true
  const active = activeWindow(deskStore.getState())
  return active !== undefined && windowElement(active)?.contains(target) === true
}
