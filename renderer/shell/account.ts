import { createContext, use } from 'react'
import type { Account, Preferences } from '../../app/contract/session.ts'
import { hides, may, type HideableField, type Right } from '../../app/rights.ts'
import { queries } from './office/following.ts'
import { ask, office } from './office/office.ts'

const AccountContext = createContext<Account | null>(null)
export const AccountProvider = AccountContext.Provider

/** The signed-in person and their office. Only inside the desk. */
export function useAccount(): Account {
  const account = use(AccountContext)
  if (!account) throw new Error('useAccount() is called outside the desk')
  return account
}

/** Whether the person may. What they may not is not offered; the office checks again. */
export function useMay(): (right: Right) => boolean {
  const { grant } = useAccount()
  return (right) => may(grant, right)
}

/** Whether the person sees this field. */
export function useSees(): (field: HideableField) => boolean {
  const { grant } = useAccount()
  return (field) => !hides(grant, field)
}

/**
 * Keeps a choice with the person, so that it comes along to any computer, and at once in what this page knows of them.
 * Not worth an error when the office is away. The desk is read at sign-in only: it changes with every move of a
 * window, and nothing may be drawn anew for that.
 */
export async function keepPreference(changed: Partial<Preferences>): Promise<void> {
  const { desk: _desk, ...shown } = changed
  if (Object.keys(shown).length > 0)
    queries.setQueryData(
      ask.session.account.queryKey(),
      (account) => account && { ...account, preferences: withChanges(account.preferences, shown) },
    )
  await office.session.savePreferences(changed).catch(() => undefined)
}

/** As the office joins them: columns are kept grid by grid. */
const withChanges = (before: Preferences, changed: Partial<Preferences>): Preferences => ({
  ...before,
  ...changed,
  ...(changed.grids ? { grids: { ...before.grids, ...changed.grids } } : {}),
})
