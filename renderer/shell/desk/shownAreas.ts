import type { Right } from '../../../app/rights.ts'
import { areas, type Area } from '../../areas/areas.ts'

/** The areas a person has a right to, in the order of the rail and of Alt+1…9. */
export const shownAreas = (may: (right: Right) => boolean): readonly Area[] =>
  areas.filter((area) => !area.right || may(area.right))
