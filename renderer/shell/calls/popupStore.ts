import { create } from 'zustand'

interface Popup {
  /** The call that is open among several; null: the first. */
  readonly chosen: number | null
  /** Put away by hand. */
  readonly closed: ReadonlySet<number>
  /** Stays when the call is over. */
  readonly pinned: boolean
  /** In this call something is half written. */
  readonly writing: number | null
  /** Nothing comes up by itself. */
  readonly quiet: boolean
  /** How far from the lower end corner of the page, CSS px. */
  readonly place: { readonly end: number; readonly bottom: number }
}

const kept = 'counterpart.calls'

/** How somebody likes it on this computer. */
type Kept = Pick<Popup, 'pinned' | 'quiet' | 'place'>
const usual: Kept = { pinned: false, quiet: false, place: { end: 16, bottom: 44 } }

function readKept(): Kept {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Kept>) }
  } catch {
    return usual
  }
}

export const usePopup = create<Popup>(() => ({
  chosen: null,
  closed: new Set<number>(),
  writing: null,
  ...readKept(),
}))

/** Changes how it is shown, for the next time too. */
export function keepPopup(changed: Partial<Kept>): void {
  usePopup.setState(changed)
  const { pinned, quiet, place } = usePopup.getState()
  localStorage.setItem(kept, JSON.stringify({ pinned, quiet, place }))
}

export const chooseCall = (id: number | null) => usePopup.setState({ chosen: id })

/** Puts a call away: it goes on, but is not shown any more. */
export const closeCall = (id: number) =>
  usePopup.setState(({ closed, writing, chosen }) => ({
    closed: new Set([...closed, id]),
    writing: writing === id ? null : writing,
    chosen: chosen === id ? null : chosen,
  }))

/** While something is half written in a call, it is not taken from under one's hands. */
export const writeIn = (id: number, writing: boolean) =>
  usePopup.setState((before) => ({
    writing: writing ? id : before.writing === id ? null : before.writing,
    // It stays open when another one rings.
    ...(writing ? { chosen: id } : {}),
  }))
