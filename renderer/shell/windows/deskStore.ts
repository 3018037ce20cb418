import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { createStore } from 'zustand/vanilla'
import type { DeskState } from './deskState.ts'
import { emptyDesk } from './deskState.ts'

/** The one desk of this browser or program window. */
export const deskStore = createStore<DeskState>(() => emptyDesk)

/** A part of the desk's state that is the same object while nothing in it changed. */
export function useDesk<T>(pick: (state: DeskState) => T): T {
  return useStore(deskStore, pick)
}

/** A part that is made anew each time (a rectangle, a list): compared field by field. */
export function useDeskParts<T>(pick: (state: DeskState) => T): T {
  return useStore(deskStore, useShallow(pick))
}

/** One step of the desk; steps are the pure functions of opening, moving and grouping. */
export function change(step: (state: DeskState) => DeskState): void {
  deskStore.setState(step, true)
}

/** A step after which the active window takes the keyboard. */
export function changeAndFocus(step: (state: DeskState) => DeskState): void {
  change((state) => ({ ...step(state), focusAsked: state.focusAsked + 1 }))
}
