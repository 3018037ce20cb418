import type { Role } from '../../../../app/contract/staff.ts'
import { idOfCustom, isCustomName } from '../../../../app/custom.ts'
import {
  hideableFields,
  ownableAreas,
  rights,
  type Grant,
  type HideableField,
} from '../../../../app/rights.ts'

/** What the form of a role holds. Lists stand in the program's order, so that ticking to and fro changes nothing. */
export interface RoleValues {
  name: string
  rights: Grant['rights'][number][]
  ownOnly: Grant['ownOnly'][number][]
  hidden: Grant['hidden'][number][]
  onlyRelations: number[]
}

/** Those of the program as it lists them, then those of the office by their number. */
export const inOrder = (hidden: readonly HideableField[]): HideableField[] => [
  ...hideableFields.filter((field) => hidden.includes(field)),
  ...hidden.filter((field) => isCustomName(field)).sort((a, b) => idOfCustom(a) - idOfCustom(b)),
]

export const valuesOf = ({ name, grant }: Pick<Role, 'name' | 'grant'>): RoleValues => ({
  name,
  rights: rights.filter((right) => grant.rights.includes(right)),
  ownOnly: ownableAreas.filter((area) => grant.ownOnly.includes(area)),
  hidden: inOrder(grant.hidden),
  onlyRelations: [...grant.onlyRelations],
})

/** A role that is not saved yet: empty, or a copy of another. */
export type RoleDraft = Pick<Role, 'name' | 'grant'>

export const emptyDraft: RoleDraft = {
  name: '',
  grant: { rights: [], ownOnly: [], hidden: [], onlyRelations: [] },
}
