import type { Tone } from './tone.ts'

export type Toast = {
  text: string
  tone?: Tone
  /** One thing to do about it, such as taking it back. */
  action?: { label: string; keys?: string; onChoose: () => void }
  /** How long it stays; 6, or 10 with an action. 0: until closed. */
  seconds?: number
}

export type ShownToast = Toast & { id: number; stays: number }

/** More would cover the work. The oldest goes first. */
const atOnce = 3

let shown: readonly ShownToast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function show(next: readonly ShownToast[]) {
  shown = next
  for (const listener of listeners) listener()
}

/** Says what was done without taking the focus. Gives back the way to take it away. */
export function toast(what: Toast): () => void {
  const id = ++lastId
  const stays = (what.seconds ?? (what.action ? 10 : 6)) * 1000
  show([...shown, { ...what, id, stays }].slice(-atOnce))
  return () => closeToast(id)
}

export const closeToast = (id: number) => show(shown.filter((t) => t.id !== id))

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  current: () => shown,
}
