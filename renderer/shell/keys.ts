/** All keys of the desk, in one table; menus, tooltips and the help page show them from here. */
export const keys = {
  help: 'F1',
  new: 'F2',
  refresh: 'F5',
  find: 'Ctrl+F',
  findAlso: '/',
  save: 'Ctrl+S',
  print: 'Ctrl+P',
  /** The next way of seeing a list. */
  view: 'F8',
  everything: 'Ctrl+K',
  /** The number under the cursor. */
  dial: 'Ctrl+D',
  /** To the call that is shown, and back to where one was. */
  toCall: 'F9',
  close: 'Escape',
} as const

export type ShellKey = keyof typeof keys

const onMac = /Mac|iPhone|iPad/.test(navigator.platform)

const arrows = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
}
const macSigns: Record<string, string> = {
  ...arrows,
  Ctrl: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Escape: 'esc',
}
const signs: Record<string, string> = { ...arrows, Escape: 'Esc' }

/** A key as this keyboard writes it: `Ctrl+S`, on a Mac `⌘S`. */
export function writtenKeys(combination: string): string {
  const parts = combination.split('+')
  return onMac
    ? parts.map((part) => macSigns[part] ?? part).join('')
    : parts.map((part) => signs[part] ?? part).join('+')
}

/** Whether the event is this combination; ⌘ stands for Ctrl on a Mac. Letters by what they mean, else by where they are: Ctrl+S works in every layout. */
export function isKey(event: KeyboardEvent, combination: string): boolean {
  const parts = combination.split('+')
  const key = parts.at(-1)!
  const ctrl = onMac ? event.metaKey : event.ctrlKey
  if (ctrl !== parts.includes('Ctrl') || event.altKey !== parts.includes('Alt')) return false
  if (key.length > 1 && event.shiftKey !== parts.includes('Shift')) return false
  const latin = /^Key([A-Z])$/.exec(event.code)?.[1]
  return (
    event.key === key ||
    (key.length === 1 && (event.key.toUpperCase() === key.toUpperCase() || latin === key.toUpperCase()))
  )
}
