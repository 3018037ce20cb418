import type { Chance } from './chance.ts'

const day = 24 * 3_600_000

/** How far back the practice base goes. */
export const longestAgo = 2 * 365

/** Some moment of opening hours (Monday to Saturday, eight to six, by the clock of this computer), never in the future. */
export function openingHours(now: number, daysAgo: number, chance: Chance): number {
  const moment = new Date(now - daysAgo * day)
  if (moment.getDay() === 0) moment.setDate(moment.getDate() - 1)
  moment.setHours(8 + chance.below(10), chance.below(60), chance.below(60), 0)
  // Drawn in any case: whatever the hour, the rest of the base stays the same.
  const justNow = now - chance.below(90 * 60_000)
  return moment.getTime() < now ? moment.getTime() : justNow
}
