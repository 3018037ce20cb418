import { create } from 'zustand'

/** How this page stands with the office: shown in the status bar, and what the shell shows first depends on it. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'signed-out'

export const useConnection = create<{ state: ConnectionState }>(() => ({ state: 'connecting' }))

/** Who is signed out stays so, even while the office does not answer: somebody may be typing a password. */
export const setConnection = (state: ConnectionState): void => {
  const { state: before } = useConnection.getState()
  if (before === state || (before === 'signed-out' && state === 'lost')) return
  useConnection.setState({ state })
}
