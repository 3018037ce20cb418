import {
  AppWindow,
  ChevronsDown,
  Copy,
  CopyX,
  ExternalLink,
  Grid2x2,
  Layers,
  Maximize2,
  Minus,
  Move,
  PanelLeft,
  PanelRight,
  PanelTopClose,
  Scaling,
  SquareX,
  Ungroup,
  X,
} from 'lucide-react'
import type { MenuEntry } from '../../kit/MenuEntries.tsx'
import * as actions from './actions.ts'
import { beginByKeys } from './arrowKeys.ts'
import { closeAllWindows, closeOtherWindows, closeWindow } from './closing.ts'
import type { DeskKeys } from './deskKeys.ts'
import type { DeskState, Frame } from './deskState.ts'
import { frameOf, isPaged, windowList } from './deskState.ts'
import { windowElement } from './focusing.ts'
import { isRightToLeft } from '../../kit/pointer.ts'
import type { OtherScreens } from './otherScreens.ts'
import { faceOf } from './windowTitle.ts'
import type { WindowWords } from './windowWords.ts'

/** What can be done with a window as it stands now. */
export function menuOfWindow(
  id: string,
  state: DeskState,
  words: WindowWords,
  keys: DeskKeys,
  { tearOff, putBack }: OtherScreens,
): MenuEntry[] {
  const frame = frameOf(state, id)
  if (!frame) return []
  const alone = windowList(state).length === 1
  const closing: MenuEntry[] = [
    { label: words.close, icon: X, keys: keys.close[0], onChoose: () => void closeWindow(id) },
  ]
  if (!alone) {
    closing.push({ label: words.closeOthers, icon: CopyX, onChoose: () => void closeOtherWindows(id) })
    closing.push({ label: words.closeAll, icon: SquareX, onChoose: () => void closeAllWindows() })
  }
  // A page: there is nothing to arrange.
  if (isPaged(state))
    return putBack
      ? [{ label: words.putBack, icon: PanelTopClose, onChoose: () => putBack(id) }, 'line', ...closing]
      : closing
  const groups = alone ? [] : groupEntries(id, state, frame, words)
  return [
    ...standing(id, frame, words, keys),
    'line',
    ...(alone ? [] : arranging(words, keys)),
    ...groups,
    ...(tearOff ? [{ label: words.tearOff, icon: ExternalLink, onChoose: () => tearOff(id) }] : []),
    ...(alone && !tearOff ? [] : (['line'] as const)),
    ...closing,
  ]
}

function standing(id: string, frame: Frame, words: WindowWords, keys: DeskKeys): MenuEntry[] {
  const element = windowElement(id)
  const [left, right] =
    element && isRightToLeft(element) ? (['end', 'start'] as const) : (['start', 'end'] as const)
  const byKeys = (doing: 'move' | 'resize') => () => {
    actions.focusWindow(id)
    // After the menu has given the keyboard back.
    requestAnimationFrame(() => beginByKeys(id, doing))
  }
  const entries: MenuEntry[] = []
  if (frame.minimised || frame.place !== 'free') {
    const restore = () => (frame.minimised ? actions.focusWindow(id) : actions.placeWindow(id, 'free'))
    entries.push({ label: words.restore, icon: AppWindow, onChoose: restore })
  }
  if (!frame.minimised) {
    entries.push({ label: words.move, icon: Move, onChoose: byKeys('move') })
    entries.push({ label: words.resize, icon: Scaling, onChoose: byKeys('resize') })
    entries.push({ label: words.minimise, icon: Minus, onChoose: () => actions.minimiseWindow(id) })
  }
  if (frame.place !== 'full') {
    const maximise = () => actions.placeWindow(id, 'full')
    entries.push({ label: words.maximise, icon: Maximize2, keys: keys.maximise[0], onChoose: maximise })
  }
  const half = (label: string, icon: typeof X, key: string | undefined, place: 'start' | 'end') =>
    entries.push({ label, icon, keys: key, onChoose: () => actions.placeWindow(id, place) })
  half(words.leftHalf, PanelLeft, keys.leftHalf[0], left)
  half(words.rightHalf, PanelRight, keys.rightHalf[0], right)
  return entries
}

function arranging(words: WindowWords, keys: DeskKeys): MenuEntry[] {
  return [
    { label: words.tile, icon: Grid2x2, keys: keys.tile[0], onChoose: actions.tileWindows },
    { label: words.cascade, icon: Copy, onChoose: actions.cascadeWindows },
    { label: words.minimiseAll, icon: ChevronsDown, onChoose: actions.minimiseAllWindows },
  ]
}

function groupEntries(id: string, state: DeskState, frame: Frame, words: WindowWords): MenuEntry[] {
  const others = Object.values(state.frames).filter((other) => other.id !== frame.id)
  const entries: MenuEntry[] = []
  if (others.length > 0) {
    const each = others.flatMap((other) => {
      const front = state.windows[other.front]
      if (!front) return []
      const { title, icon } = faceOf(front)
      return [{ label: title, icon, onChoose: () => actions.groupWindow(id, other.front) }]
    })
    const all = { label: words.groupAll, icon: Layers, onChoose: () => actions.groupAllWindows(id) }
    entries.push({
      label: words.groupWith,
      icon: Layers,
      entries: others.length > 1 ? [...each, 'line', all] : each,
    })
  }
  if (frame.tabs.length > 1) {
    entries.push({ label: words.ungroup, icon: Ungroup, onChoose: () => actions.ungroupWindow(id) })
  }
  return entries
}
