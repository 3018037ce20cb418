import { frameOf, leastSize, shownRect } from './deskState.ts'
import { change, deskStore } from './deskStore.ts'
import { takeFocus } from './focusing.ts'
import { pullHandle } from './geometry.ts'
import { momentStore } from './moment.ts'
import { moveTo, place } from './moving.ts'

/** How far one press of an arrow key goes, px; with Shift a single pixel. */
const STEP = 16

/** Begins moving or resizing the window with the arrow keys. */
export function beginByKeys(windowId: string, doing: 'move' | 'resize'): void {
  const state = deskStore.getState()
  const frame = frameOf(state, windowId)
  if (!frame) return
  momentStore.setState({
    byKeys: { windowId, doing, before: shownRect(state, frame), place: frame.place },
  })
}

/** Ends it; `undo` puts the window back where it was. */
export function endByKeys(undo: boolean): void {
  const { byKeys } = momentStore.getState()
  if (!byKeys) return
  momentStore.setState({ byKeys: null })
  if (undo) {
    change((state) =>
      byKeys.place === 'free'
        ? moveTo(state, byKeys.windowId, byKeys.before)
        : place(state, byKeys.windowId, byKeys.place),
    )
  }
  takeFocus(byKeys.windowId)
}

/** One key while moving or resizing; every other key does nothing then. */
export function stepByKeys(event: KeyboardEvent, rightToLeft: boolean): void {
  const { byKeys } = momentStore.getState()
  if (!byKeys) return
  event.preventDefault()
  event.stopPropagation()
  if (event.key === 'Enter' || event.key === 'Escape') return endByKeys(event.key === 'Escape')
  const by = event.shiftKey ? 1 : STEP
  const right = rightToLeft ? -by : by
  const along = event.key === 'ArrowRight' ? right : event.key === 'ArrowLeft' ? -right : 0
  const down = event.key === 'ArrowDown' ? by : event.key === 'ArrowUp' ? -by : 0
  if (along === 0 && down === 0) return
  change((state) => {
    const frame = frameOf(state, byKeys.windowId)
    if (!frame) return state
    const rect = shownRect(state, frame)
    return moveTo(
      state,
      byKeys.windowId,
      byKeys.doing === 'move'
        ? { ...rect, start: rect.start + along, top: rect.top + down }
        : pullHandle(rect, { inline: 1, block: 1 }, along, down, leastSize(state, frame)),
    )
  })
}
