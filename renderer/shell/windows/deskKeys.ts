import {
  minimiseWindow,
  nextWindow,
  placeWindow,
  previousWindow,
  tileWindows,
  withActive,
} from './actions.ts'
import { closeWindow } from './closing.ts'
import { frameOf } from './deskState.ts'
import { deskStore } from './deskStore.ts'
import { windowElement } from './focusing.ts'
import { openWindowMenu } from './moment.ts'
import { isRightToLeft } from './pointer.ts'

const names = [
  'nextWindow',
  'previousWindow',
  'windowMenu',
  'leftHalf',
  'rightHalf',
  'maximise',
  'restoreOrMinimise',
  'tile',
  'close',
] as const

export type DeskCommand = (typeof names)[number]

/** `Ctrl+Alt+Left`: in the notation of the kit's `KeyHint`; Ctrl is ⌘ on macOS. The first is shown in menus. */
export type DeskKeys = Readonly<Record<DeskCommand, readonly string[]>>

/** As in the design; the shell gives its own from its one table of keys. */
export const usualDeskKeys: DeskKeys = {
  nextWindow: ['Ctrl+F6'],
  previousWindow: ['Ctrl+Shift+F6'],
  windowMenu: ['Alt+Space'],
  leftHalf: ['Ctrl+Alt+Left'],
  rightHalf: ['Ctrl+Alt+Right'],
  maximise: ['Ctrl+Alt+Up'],
  restoreOrMinimise: ['Ctrl+Alt+Down'],
  tile: ['Ctrl+Alt+Enter'],
  close: ['Esc'],
}

const shortNames: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Space: ' ',
  Esc: 'Escape',
}

const isMac = () => /Mac|iPad|iPhone/.test(navigator.userAgent)

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  const has = (modifier: string) => parts.includes(modifier)
  const [main, other] = isMac() ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  return (
    event.key === (shortNames[key] ?? key) &&
    main === has('Ctrl') &&
    !other &&
    event.altKey === has('Alt') &&
    event.shiftKey === has('Shift')
  )
}

/** The command a pressed key stands for. */
export function deskCommand(event: KeyboardEvent, keys: DeskKeys): DeskCommand | undefined {
  return names.find((name) => keys[name].some((one) => matches(event, one)))
}

/** Left and right are the person's; the desk counts from its start edge. */
function half(right: boolean): void {
  withActive((id) => {
    const element = windowElement(id)
    if (element) placeWindow(id, isRightToLeft(element) === right ? 'start' : 'end')
  })
}

function stepDown(windowId: string): void {
  const frame = frameOf(deskStore.getState(), windowId)
  if (frame?.place === 'free') minimiseWindow(windowId)
  else placeWindow(windowId, 'free')
}

export const deskCommands: Readonly<Record<DeskCommand, () => void>> = {
  nextWindow,
  previousWindow,
  windowMenu: () =>
    withActive((id) => {
      const button = windowElement(id)?.querySelector('.window-menu-button')
      if (button) openWindowMenu(id, button)
    }),
  leftHalf: () => half(false),
  rightHalf: () => half(true),
  maximise: () => withActive((id) => placeWindow(id, 'full')),
  restoreOrMinimise: () => withActive(stepDown),
  tile: tileWindows,
  close: () => withActive((id) => void closeWindow(id)),
}
