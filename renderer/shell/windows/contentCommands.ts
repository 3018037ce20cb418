import { activeWindow } from './deskState.ts'
import { deskStore } from './deskStore.ts'

const commands = new Map<string, Map<string, () => void>>()
/** Windows whose program is still on its way. */
const waiting = new Set<string>()
/** The last key pressed for such a window: its content answers it when it is there. */
let pressed: { readonly windowId: string; readonly name: string } | undefined

/** Says that a window's content is being fetched; gives back what says that it has come. */
export function waitForContent(windowId: string): () => void {
  waiting.add(windowId)
  return () => {
    waiting.delete(windowId)
    // The content names its commands in this same turn; what it does not name by then it does not know.
    setTimeout(() => {
      if (pressed?.windowId === windowId) pressed = undefined
    })
  }
}

/** Lets the active window answer a key or menu of the shell (`save`, `new`, `find`, `print`, `refresh`, `help`). */
export function addContentCommand(windowId: string, name: string, run: () => void): () => void {
  const own = commands.get(windowId) ?? new Map<string, () => void>()
  commands.set(windowId, own.set(name, run))
  if (pressed?.windowId === windowId && pressed.name === name) {
    pressed = undefined
    if (isActive(windowId)) queueMicrotask(() => own.get(name)?.())
  }
  return () => {
    if (own.get(name) === run) own.delete(name)
    if (own.size === 0 && commands.get(windowId) === own) commands.delete(windowId)
  }
}

const isActive = (windowId: string): boolean => activeWindow(deskStore.getState()) === windowId

/** Runs the active window's command of this name; says whether it has one or may have one in a moment. */
export function runContentCommand(name: string): boolean {
  const windowId = activeWindow(deskStore.getState()) ?? ''
  const run = commands.get(windowId)?.get(name)
  pressed = !run && waiting.has(windowId) ? { windowId, name } : undefined
  run?.()
  return run !== undefined || pressed !== undefined
}

/** Names of the commands the active window answers to now. */
export function contentCommands(): string[] {
  return [...(commands.get(activeWindow(deskStore.getState()) ?? '')?.keys() ?? [])]
}
