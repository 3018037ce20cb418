import { rights, type Right } from '../../../../app/rights.ts'

/** The area a right belongs to: `clients` of `clients.see`. */
export type RightArea = Right extends `${infer Area}.${string}` ? Area : never

/** The areas in the order of the rights, each with its own. */
export const rightsByArea: readonly { area: RightArea; rights: readonly Right[] }[] = [
  ...new Set(rights.map((right) => right.split('.')[0] as RightArea)),
].map((area) => ({ area, rights: rights.filter((right) => right.startsWith(`${area}.`)) }))

/** What must be allowed for any other right of an area to be of use: nobody changes what they cannot see. */
const first: Partial<Record<RightArea, Right>> = {
  clients: 'clients.see',
  staff: 'staff.see',
  backups: 'backups.make',
}

/** Gives or takes a right: with it comes the first one of its area, and with the first one all of them go. */
export function tickRight(has: readonly Right[], right: Right, on: boolean): Right[] {
  const area = right.split('.')[0] as RightArea
  const base = first[area]
  const now = new Set(has)
  if (on) {
    now.add(right)
    if (base) now.add(base)
  } else {
    now.delete(right)
    if (right === base) for (const other of rights) if (other.startsWith(`${area}.`)) now.delete(other)
  }
  return rights.filter((one) => now.has(one))
}
