import type { TFunction } from 'i18next'
import { rights, type Grant } from '../../../../app/rights.ts'

/** What several roles come to, in one line: the names of the rights that any of them gives. */
export function summaryOf(t: TFunction, grants: readonly Grant[]): string {
  const given = rights.filter((right) => grants.some((grant) => grant.rights.includes(right)))
  if (given.length === rights.length) return t('staff.role.all')
  if (given.length === 0) return t('staff.role.nothing')
  return given.map((right) => t(`staff.rights.${right}.name`)).join(' · ')
}
