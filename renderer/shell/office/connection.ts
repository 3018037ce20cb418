import { create } from 'zustand'

/** How this page stands with the office: shown in the status bar, and what the shell shows first depends on it. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'signed-out'

export const useConnection = create<{ state: ConnectionState }>(() => ({ state: 'connecting' }))

export const setConnection = (state: ConnectionState): void => {
  if (useConnection.getState().state !== state) useConnection.setState({ state })
}
