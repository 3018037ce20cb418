import type { TornWindow } from '../windows/index.ts'

/** Where a torn-off page says which window it shows: the same address as on the desk, and whose it is. */
export interface TornPage {
  readonly id: string
  readonly desk: string
  readonly address: string
}

export function pageOf(torn: Pick<TornWindow, 'id' | 'address'>, desk: string): string {
  const { id, address } = torn
  return `${location.pathname}?${new URLSearchParams({ window: address, torn: id, desk }).toString()}`
}

/** What this page was opened for; undefined where it is a desk. */
export function tornPage(search = location.search): TornPage | undefined {
  const asked = new URLSearchParams(search)
  const address = asked.get('window')
  return address === null
    ? undefined
    : { address, id: asked.get('torn') ?? newId(), desk: asked.get('desk') ?? '' }
}

export const newId = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-')

const kept = 'counterpart.desk'

/** Names the desk of this tab, so that a window goes back to the one it came from; the same after a reload. */
export function deskId(): string {
  const id = sessionStorage.getItem(kept) ?? newId()
  sessionStorage.setItem(kept, id)
  return id
}
