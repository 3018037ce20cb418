import type { TFunction } from 'i18next'
import type { Role } from '../../../app/contract/staff.ts'
import type { StartingRole } from '../../../app/rights.ts'

/** What a role is called: those that come with the program in the reader's language, the office's own as it named them. */
export const roleName = (t: TFunction, role: Pick<Role, 'key' | 'name'>): string =>
  role.key === null ? role.name : t(`shell.roles.${role.key as StartingRole}`)
