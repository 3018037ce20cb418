import { ownableAreas, rights, type Grant } from '../../app/rights.ts'
import { Refusal } from '../../app/errors.ts'

/** What several roles come to together: any right that one gives; limits only where every role has them. */
export function joinGrants(grants: readonly Grant[]): Grant {
  return {
    rights: rights.filter((right) => grants.some((grant) => grant.rights.includes(right))),
    ownOnly: ownableAreas.filter((area) => grants.every((grant) => grant.ownOnly.includes(area))),
    hidden: (grants[0]?.hidden ?? []).filter((field) =>
      grants.every((grant) => grant.hidden.includes(field)),
    ),
    onlyRelations: grants.every((grant) => grant.onlyRelations.length > 0)
      ? [...new Set(grants.flatMap((grant) => grant.onlyRelations))]
      : [],
  }
}

/**
 * Nobody hands out, or takes from somebody, what they do not have themselves: whoever keeps the list of people would
 * otherwise make themselves an owner. Throws NO_RIGHT, FIELD_HIDDEN.
 */
export function refuseBeyond(own: Grant, other: Grant): void {
  const right = other.rights.find((candidate) => !own.rights.includes(candidate))
  if (right) throw new Refusal('NO_RIGHT', { right })
  const area = own.ownOnly.find((candidate) => !other.ownOnly.includes(candidate))
  if (area) throw new Refusal('NO_RIGHT', { right: area })
  const within = own.onlyRelations
  if (
    within.length > 0 &&
    !(other.onlyRelations.length > 0 && other.onlyRelations.every((id) => within.includes(id)))
  )
    throw new Refusal('NO_RIGHT', { right: 'clients' })
  const field = own.hidden.find((candidate) => !other.hidden.includes(candidate))
  if (field) throw new Refusal('FIELD_HIDDEN', { field })
}
