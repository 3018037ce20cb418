import { isKey } from '../keys.ts'
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
import { isRightToLeft } from '../../kit/pointer.ts'

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

/** Written as in `keys.ts`. The first of a command is the one menus show. */
export type DeskKeys = Readonly<Record<DeskCommand, readonly string[]>>

/** As in the design; the shell gives its own from its one table of keys. */
export const usualDeskKeys: DeskKeys = {
  nextWindow: ['Ctrl+F6'],
  previousWindow: ['Ctrl+Shift+F6'],
  windowMenu: ['Alt+ '],
  leftHalf: ['Ctrl+Alt+ArrowLeft'],
  rightHalf: ['Ctrl+Alt+ArrowRight'],
  maximise: ['Ctrl+Alt+ArrowUp'],
  restoreOrMinimise: ['Ctrl+Alt+ArrowDown'],
  tile: ['Ctrl+Alt+Enter'],
  close: ['Escape'],
}

/** The command a pressed key stands for. */
export function deskCommand(event: KeyboardEvent, keys: DeskKeys): DeskCommand | undefined {
  return names.find((name) => keys[name].some((one) => isKey(event, one)))
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
