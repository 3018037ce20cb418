import type { DeskState } from './deskState.ts'
import { emptyDesk, findAddress } from './deskState.ts'
import { open } from './opening.ts'

/** A desk of 1200×700 px with a window of 600×400 for each address, opened one after the other. */
export function deskWith(...addresses: string[]): DeskState {
  return addresses.reduce((state, address) => open(state, openingOf(address)), {
    ...emptyDesk,
    size: { width: 1200, height: 700 },
  } as DeskState)
}

export const openingOf = (address: string) => ({
  address,
  kind: address.replace(/\d+/, ':id'),
  size: { width: 600, height: 400 },
  min: { width: 320, height: 200 },
})

/** The id of the window at the address. */
export function idOf(state: DeskState, address: string): string {
  const window = findAddress(state, address)
  if (!window) throw new Error(`${address} is not open`)
  return window.id
}
