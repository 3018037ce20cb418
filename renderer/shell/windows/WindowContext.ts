import { createContext, useContext, useMemo } from 'react'
import { openWindow, readdressWindow } from './actions.ts'
import type { CloseGuard } from './closing.ts'
import { addCloseGuard, closeWindow } from './closing.ts'
import { addContentCommand } from './contentCommands.ts'
import { activeWindow, changeWindow } from './deskState.ts'
import { change, deskStore, useDesk } from './deskStore.ts'
import type { Params } from './kinds.ts'
import { matchAddress } from './kinds.ts'

/** What a window's content knows of its window and may ask of it. */
export interface WindowHandle {
  readonly id: string
  readonly address: string
  /** The named parts of the address. */
  readonly params: Params
  /** What follows `?` in the address. */
  readonly query: Params
  /** Whether it is in front now. To be drawn by it, `useIsActive()`: a window has much to draw, and comes forward often. */
  isActive(): boolean
  /** A better title than the kind's; `null` gives that one back. */
  setTitle(title: string | null): void
  /** A short word beside the title: a filter, a count. */
  setBadge(badge: string | null): void
  /** Marks the window as having changes not yet saved; `kept` where they are kept as a draft on this computer. */
  setDirty(dirty: boolean, kept?: boolean): void
  /** Closes it, if its guards agree. */
  close(): Promise<boolean>
  /** Opens another window in view of this one. */
  open(address: string): string | undefined
  /** Gives this window another address, keeping its content: a new client that was saved. */
  readdress(address: string): boolean
  /** Asked before closing; gives back what takes it away. For an effect. */
  registerCloseGuard(guard: CloseGuard): () => void
  /** Answers a command of the shell while the window is active (`save`, `new`, `find`, …). For an effect. */
  registerCommand(name: string, run: () => void): () => void
}

const WindowIdContext = createContext<string | null>(null)

export const WindowIdProvider = WindowIdContext.Provider

/** The window this component is drawn in. Its functions stay the same while the address does. */
export function useWindow(): WindowHandle {
  const id = useContext(WindowIdContext)
  if (id === null) throw new Error('useWindow() is called outside a window')
  const address = useDesk((state) => state.windows[id]?.address ?? '')
  const functions = useMemo(() => windowFunctions(id), [id])
  const place = useMemo(() => {
    const match = matchAddress(address)
    return { id, address, params: match?.params ?? {}, query: match?.query ?? {} }
  }, [id, address])
  return useMemo(() => ({ ...place, ...functions }), [place, functions])
}

/** Whether the window this component is drawn in is in front. */
export function useIsActive(): boolean {
  const id = useContext(WindowIdContext)
  return useDesk((state) => activeWindow(state) === id)
}

type Functions = Omit<WindowHandle, 'id' | 'address' | 'params' | 'query'>

function windowFunctions(id: string): Functions {
  return {
    setTitle: (title) =>
      change((state) => (state.windows[id]?.title === title ? state : changeWindow(state, id, { title }))),
    setBadge: (badge) =>
      change((state) => (state.windows[id]?.badge === badge ? state : changeWindow(state, id, { badge }))),
    setDirty: (dirty, kept = false) =>
      change((state) =>
        state.windows[id]?.dirty === dirty ? state : changeWindow(state, id, { dirty, kept }),
      ),
    isActive: () => activeWindow(deskStore.getState()) === id,
    close: () => closeWindow(id),
    open: (address) => openWindow(address, { from: id }),
    readdress: (address) => readdressWindow(id, address),
    registerCloseGuard: (guard) => addCloseGuard(id, guard),
    registerCommand: (name, run) => addContentCommand(id, name, run),
  }
}
