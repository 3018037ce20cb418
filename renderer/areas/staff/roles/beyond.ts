import type { Grant } from '../../../../app/rights.ts'

/** Whether a grant allows something that one does not have oneself: then it is not one's own to give. The office refuses it too. */
export const beyond = (own: Grant, other: Grant): boolean =>
  other.rights.some((right) => !own.rights.includes(right)) ||
  own.ownOnly.some((area) => !other.ownOnly.includes(area)) ||
  (own.onlyRelations.length > 0 &&
    (other.onlyRelations.length === 0 ||
      other.onlyRelations.some((relation) => !own.onlyRelations.includes(relation)))) ||
  own.hidden.some((field) => !other.hidden.includes(field))
