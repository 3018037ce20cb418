const HOUR = 3_600_000

/** A moment as a field for day and time has it: `2026-11-23T14:00`, by this computer's clock. */
const typed = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

/** In an hour, at a full quarter. */
export const inAnHour = (now: number): string => typed(Math.ceil((now + HOUR) / (HOUR / 4)) * (HOUR / 4))

/** The moment that was typed; undefined where it is none. */
export function momentOf(text: string): number | undefined {
  const at = new Date(text).getTime()
  return Number.isNaN(at) ? undefined : at
}
