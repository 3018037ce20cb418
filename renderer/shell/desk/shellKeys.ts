import i18next from 'i18next'
import { toast } from '../../kit/toasts.ts'
import { goToCall } from '../calls/focusCall.ts'
import { numberAtHand } from '../calls/numberAtHand.ts'
import { callNumber } from '../calls/telephone.ts'
import { isKey, keys, type ShellKey } from '../keys.ts'
import { openWindow, runContentCommand } from '../windows/index.ts'
import type { Area } from '../../areas/areas.ts'
import { helpAddress } from './helpAddress.ts'
import { showFind } from './finding.ts'

/** What each key does: most are the active window's to answer. */
const actions: Record<ShellKey, () => boolean> = {
  help: () => Boolean(openWindow(helpAddress())),
  new: () => runContentCommand('new'),
  refresh: () => runContentCommand('refresh'),
  find: () => runContentCommand('find'),
  findAlso: () => runContentCommand('find'),
  save: () => runContentCommand('save'),
  print: () => runContentCommand('print'),
  view: () => runContentCommand('view'),
  everything: () => {
    showFind()
    return true
  },
  dial: () => {
    const number = numberAtHand()
    if (number === undefined) toast({ text: i18next.t('dialling.noNumber'), seconds: 4 })
    else void callNumber(number)
    return true
  },
  toCall: () => goToCall(),
  // Windows close themselves on Esc; see the window manager.
  close: () => false,
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Listens for the shell's keys everywhere on the page, Alt and a figure for these areas; returns how to stop. */
export function listenToShellKeys(areas: readonly Area[]): () => void {
  const heed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    for (const [name, combination] of Object.entries(keys) as [ShellKey, string][]) {
      if (!isKey(event, combination)) continue
      if (combination === keys.findAlso && typing(event.target)) continue
      if (actions[name]()) {
        event.preventDefault()
        return
      }
      // The browser's own Ctrl+S and F5 would leave the desk or save the page.
      if (name === 'save' || name === 'refresh') event.preventDefault()
    }
    const digit =
      event.altKey && !event.ctrlKey && !event.metaKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined
    const area = digit === undefined ? undefined : areas[Number(digit) - 1]
    if (area) {
      event.preventDefault()
      openWindow(area.address)
    }
  }
  document.addEventListener('keydown', heed)
  return () => document.removeEventListener('keydown', heed)
}
