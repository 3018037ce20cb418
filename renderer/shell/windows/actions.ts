import type { DeskState, Place, TornWindow } from './deskState.ts'
import { activeWindow, frameOf } from './deskState.ts'
import { change, changeAndFocus, deskStore } from './deskStore.ts'
import { group, groupAll, ungroup } from './grouping.ts'
import { leastOf, matchAddress, normaliseAddress } from './kinds.ts'
import * as moving from './moving.ts'
import { close, focus, open, readdress } from './opening.ts'
import { otherScreens } from './otherScreens.ts'
import type { SavedDesk } from './saving.ts'
import { readDesk, saveDesk } from './saving.ts'
import * as tornOff from './tornOff.ts'

export interface OpenOptions {
  /** Id of the window it is opened from; the active one unless told. */
  readonly from?: string
  /** Opens behind the active window and leaves the keyboard where it is. */
  readonly behind?: boolean
}

/** Opens the address, or brings its window forward, on another screen too. Gives the window's id; `undefined` if no kind knows the address. */
export function openWindow(address: string, options: OpenOptions = {}): string | undefined {
  const match = matchAddress(address)
  if (!match) return undefined
  const torn = tornOff.findTorn(deskStore.getState(), normaliseAddress(address))
  if (torn) {
    if (!options.behind) otherScreens.getState().show?.(torn.id)
    return torn.id
  }
  const opening = {
    address: normaliseAddress(address),
    kind: match.kind.pattern,
    size: match.kind.size,
    min: leastOf(match.kind),
    ...options,
  }
  if (options.behind) change((state) => open(state, opening))
  else changeAndFocus((state) => open(state, opening))
  return Object.values(deskStore.getState().windows).find((window) => window.address === opening.address)?.id
}

/** Gives a window another address without making its content anew; false if no kind knows the address. */
export function readdressWindow(windowId: string, address: string): boolean {
  const match = matchAddress(address)
  if (!match) return false
  const to = { address: normaliseAddress(address), kind: match.kind.pattern, min: leastOf(match.kind) }
  change((state) => readdress(state, windowId, to))
  return true
}

/** Brings the window forward and gives it the keyboard. */
export const focusWindow = (windowId: string) => changeAndFocus((state) => focus(state, windowId))

/** Brings the window forward where a pointer or Tab has already put the keyboard. */
export const raiseWindow = (windowId: string) => change((state) => focus(state, windowId))

export const minimiseWindow = (windowId: string) =>
  changeAndFocus((state) => moving.minimise(state, windowId))

export const minimiseAllWindows = () => changeAndFocus(moving.minimiseAll)

export const placeWindow = (windowId: string, place: Place) =>
  changeAndFocus((state) => moving.place(state, windowId, place))

/** Over the whole desk, or back to where it stood. */
export const toggleMaximised = (windowId: string) =>
  changeAndFocus((state) =>
    moving.place(state, windowId, frameOf(state, windowId)?.place === 'full' ? 'free' : 'full'),
  )

/** Takes the window off the desk without asking it: its page of its own is open. */
export const tearOffWindow = (windowId: string, torn: TornWindow) =>
  changeAndFocus((state) => tornOff.tearOff(state, windowId, torn))
export const noteTornWindow = (torn: TornWindow) => change((state) => tornOff.noteTorn(state, torn))
export const forgetTornWindow = (tornId: string) => change((state) => tornOff.forgetTorn(state, tornId))
export const tornFrom = (windowId: string, at?: { readonly x: number; readonly y: number }) =>
  tornOff.tornFrom(deskStore.getState(), windowId, at)
/** Takes the window away without asking it: it goes on elsewhere. */
export const letGo = (windowId: string) => changeAndFocus((state) => close(state, windowId))
/** From now on every window fills the desk, the last one in front. */
export const showAsPages = () => change((state) => ({ ...state, pages: true }))

export const tileWindows = () => changeAndFocus(moving.tile)
export const cascadeWindows = () => changeAndFocus(moving.cascade)
export const nextWindow = () => changeAndFocus((state) => moving.step(state, 1))
export const previousWindow = () => changeAndFocus((state) => moving.step(state, -1))

export const groupWindow = (windowId: string, intoId: string) =>
  changeAndFocus((state) => group(state, windowId, intoId))
export const groupAllWindows = (intoId: string) => changeAndFocus((state) => groupAll(state, intoId))
export const ungroupWindow = (windowId: string) => changeAndFocus((state) => ungroup(state, windowId))

/** Does something with the active window, if there is one. */
export function withActive(act: (windowId: string) => void): void {
  const id = activeWindow(deskStore.getState())
  if (id !== undefined) act(id)
}

/**
 * Puts the desk as it was saved in place of the present one, without asking its windows: sign out with
 * `closeAllWindows()` first. Anything unreadable gives an empty desk.
 */
export function restoreDesk(saved: unknown): void {
  changeAndFocus((state) => readDesk(saved, state))
}

/** The windows of this page as they are now. */
export const deskWindows = (): Pick<DeskState, 'windows' | 'torn'> => deskStore.getState()

export const currentDesk = (): SavedDesk => saveDesk(deskStore.getState())

/** Calls back when windows open, close, move or change; gives back what ends it. */
export const watchDesk = (watch: (state: DeskState, before: DeskState) => void) => deskStore.subscribe(watch)
