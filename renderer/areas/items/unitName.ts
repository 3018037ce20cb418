import type { TFunction } from 'i18next'
import { knownUnits } from '../../../app/items.ts'

/** What a unit is called: in the reader's words where the program knows it, otherwise as the office wrote it. */
export function unitName(t: TFunction, unit: string): string {
  const known = knownUnits.find((one) => one === unit)
  return known === undefined ? unit : t(`items.units.${known}`)
}
