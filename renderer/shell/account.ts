import { createContext, use } from 'react'
import type { Account, Preferences } from '../../app/contract/session.ts'
import { hides, may, type HideableField, type Right } from '../../app/rights.ts'
import { office } from './office/office.ts'

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

/** Keeps a choice with the person, so that it comes along to any computer. Not worth an error when the office is away. */
export function keepPreference(changed: Partial<Preferences>): void {
  office.session.savePreferences(changed).catch(() => undefined)
}
