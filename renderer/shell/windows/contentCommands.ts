import { activeWindow } from './deskState.ts'
import { deskStore } from './deskStore.ts'

const commands = new Map<string, Map<string, () => void>>()

/** Lets the active window answer a key or menu of the shell (`save`, `new`, `find`, `print`, `refresh`, `help`). */
export function addContentCommand(windowId: string, name: string, run: () => void): () => void {
  const own = commands.get(windowId) ?? new Map<string, () => void>()
  commands.set(windowId, own.set(name, run))
  return () => {
    if (own.get(name) === run) own.delete(name)
    if (own.size === 0 && commands.get(windowId) === own) commands.delete(windowId)
  }
}

/** Runs the active window's command of this name; says whether it has one. */
export function runContentCommand(name: string): boolean {
  const run = commands.get(activeWindow(deskStore.getState()) ?? '')?.get(name)
  run?.()
  return run !== undefined
}

/** Names of the commands the active window answers to now. */
export function contentCommands(): string[] {
  return [...(commands.get(activeWindow(deskStore.getState()) ?? '')?.keys() ?? [])]
}
