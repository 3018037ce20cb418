import type { TFunction } from 'i18next'
import type { Role } from '../../../../app/contract/staff.ts'
import { rights } from '../../../../app/rights.ts'

/** A role in one line: the names of what it allows. */
export function summaryOf(t: TFunction, { grant }: Role): string {
  if (grant.rights.length === rights.length && grant.ownOnly.length + grant.hidden.length === 0)
    return t('staff.role.all')
  if (grant.rights.length === 0) return t('staff.role.nothing')
  return grant.rights.map((right) => t(`staff.rights.${right}.name`)).join(' · ')
}
