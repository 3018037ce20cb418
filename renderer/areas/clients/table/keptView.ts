import { useState } from 'react'
import { keepPreference, useAccount } from '../../../shell/account.ts'

/** The ways of seeing the same clients. */
export const clientViews = ['table', 'cards', 'text', 'charts'] as const
export type ClientView = (typeof clientViews)[number]

/** Something the person chose about the clients, kept with them like the columns of the table. */
export function useKeptChoice<Choice>(
  place: string,
  read: (text: string | undefined) => Choice,
  write: (choice: Choice) => string,
): readonly [Choice, (next: Choice) => void] {
  const { preferences } = useAccount()
  const [choice, setChoice] = useState(() => read(preferences.grids?.[place]))
  const keep = (next: Choice) => {
    setChoice(next)
    void keepPreference({ grids: { [place]: write(next) } })
  }
  return [choice, keep]
}

/** How the person last saw the clients. */
export const useKeptView = () =>
  useKeptChoice<ClientView>(
    'clients.view',
    (text) => clientViews.find((one) => one === text) ?? 'table',
    (view) => view,
  )
