import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Place } from './deskState.ts'
import type { Rect } from './geometry.ts'

/** What is going on at this moment and is never saved: kept apart so that it redraws no window. */
export interface Moment {
  /** Where a dragged window would land if let go now. */
  readonly landing: { readonly rect: Rect; readonly into: 'place' | 'group' } | null
  /** The frame that follows the pointer now. */
  readonly lifted: string | null
  readonly menu: {
    readonly windowId: string
    readonly at: Element | { readonly x: number; readonly y: number }
  } | null
  /** A window that is moved or resized with the arrow keys, and how it stood before. */
  readonly byKeys: {
    readonly windowId: string
    readonly doing: 'move' | 'resize'
    readonly before: Rect
    readonly place: Place
  } | null
}

export const momentStore = createStore<Moment>(() => ({
  landing: null,
  lifted: null,
  menu: null,
  byKeys: null,
}))

export const useMoment = <T>(pick: (moment: Moment) => T): T => useStore(momentStore, pick)

export function openWindowMenu(windowId: string, at: Element | { x: number; y: number }): void {
  momentStore.setState({ menu: { windowId, at } })
}

export function closeWindowMenu(): void {
  momentStore.setState({ menu: null })
}
