import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What the shell does with windows of their own; each is there only where it can be done. */
export interface OtherScreens {
  /** Puts the window into a window of its own, at this place of the screen where it was dragged there. */
  readonly tearOff?: (windowId: string, at?: { readonly x: number; readonly y: number }) => void
  /** Brings a torn-off window forward, by its id. */
  readonly show?: (tornId: string) => void
  /** Puts this window back on the desk it was torn off. */
  readonly putBack?: (windowId: string) => void
}

export const otherScreens = createStore<OtherScreens>(() => ({}))

export const useOtherScreens = (): OtherScreens => useStore(otherScreens)
