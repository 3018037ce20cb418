import { useMemo } from 'react'
import type { OpenWindow } from './deskState.ts'
import { activeWindow, windowList } from './deskState.ts'
import { deskStore, useDesk } from './deskStore.ts'
import type { WindowFace } from './windowTitle.ts'
import { faceOf } from './windowTitle.ts'

export interface ListedWindow extends WindowFace {
  readonly id: string
  readonly address: string
  readonly dirty: boolean
  /** In front of all others. */
  readonly active: boolean
}

const listed = (window: OpenWindow, active: boolean): ListedWindow => ({
  id: window.id,
  address: window.address,
  dirty: window.dirty,
  active,
  ...faceOf(window),
})

/** Every open window in the order of the task strip, for the search over everything and the like. */
export function useWindowList(): ListedWindow[] {
  const windows = useDesk((state) => state.windows)
  const active = useDesk(activeWindow)
  return useMemo(
    () => Object.values(windows).map((window) => listed(window, window.id === active)),
    [windows, active],
  )
}

/** Every open window in that order, for whoever is not drawn. */
export const windowsInOrder = (): ListedWindow[] => {
  const state = deskStore.getState()
  return windowList(state).map((window) => listed(window, window.id === activeWindow(state)))
}

/** The window in front, if any: the shell marks its area in the rail and asks its help page. */
export function useActiveWindow(): ListedWindow | undefined {
  const window = useDesk((state) => state.windows[activeWindow(state) ?? ''])
  return useMemo(() => window && listed(window, true), [window])
}
