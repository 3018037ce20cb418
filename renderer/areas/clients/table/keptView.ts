import { useState } from 'react'
import { keepPreference, useAccount } from '../../../shell/account.ts'
import { queries } from '../../../shell/office/following.ts'
import { ask } from '../../../shell/office/office.ts'

/** The ways of seeing the same clients. */
export const clientViews = ['table', 'cards', 'text'] as const
export type ClientView = (typeof clientViews)[number]

const place = 'clients.view'

/** How the person last saw the clients, kept with them like the columns of the table. */
export function useKeptView(): readonly [ClientView, (view: ClientView) => void] {
  const { preferences } = useAccount()
  const [view, setView] = useState(
    (): ClientView => clientViews.find((one) => one === preferences.grids?.[place]) ?? 'table',
  )
  const keep = (next: ClientView) => {
    setView(next)
    keepPreference({ grids: { [place]: next } })
    queries.setQueryData(
      ask.session.account.queryKey(),
      (account) =>
        account && {
          ...account,
          preferences: { ...account.preferences, grids: { ...account.preferences.grids, [place]: next } },
        },
    )
  }
  return [view, keep]
}
