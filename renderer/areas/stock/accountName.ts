import type { TFunction } from 'i18next'
import { accounts, type Account } from '../../../app/accounting/chart.ts'

/** An account of the books with its number, in the reader's words. */
export function accountName(t: TFunction, account: string): string {
  if (!(account in accounts)) return account
  const known = account as Account
  return `${accounts[known].number} ${t(`stock.accounts.${known}`)}`
}
