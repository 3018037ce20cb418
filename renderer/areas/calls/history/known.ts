import { create } from 'zustand'

/** Names of clients that stood in answers: their calls are put together by ids. */
export const useKnownClients = create<{ names: ReadonlyMap<number, string> }>(() => ({ names: new Map() }))

/** Remembers what clients are called, for the labels of groups and filters. */
export function remember(clients: readonly { readonly id: number; readonly name: string }[]): void {
  const { names } = useKnownClients.getState()
  if (clients.every(({ id, name }) => names.get(id) === name)) return
  useKnownClients.setState({
    names: new Map([...names, ...clients.map(({ id, name }) => [id, name] as const)]),
  })
}
