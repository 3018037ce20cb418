import { z } from 'zod'

/** Minutes since midnight, there where the telephone rings. */
const minute = z.number().int().min(0).max(1440)

/** When people may be called: a stretch of the day on some days of the week, Sunday 0, by their own clock. */
export const permittedHours = z
  .object({
    from: minute,
    to: minute,
    days: z.array(z.number().int().min(0).max(6)).min(1).max(7),
  })
  .refine(({ from, to }) => from < to)
export type PermittedHours = z.infer<typeof permittedHours>

export const usualHours: PermittedHours = { from: 9 * 60, to: 18 * 60, days: [1, 2, 3, 4, 5, 6] }

const two = (number: number): string => String(number).padStart(2, '0')

/** A minute of the day as a clock shows it: 545 is "09:05". */
export const typedMinute = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

const MINUTE = 60_000
/** Where a country's clocks differ by so much that less than this would be left, its middle clock counts. */
const LEAST_LEFT = 60

interface ClockTime {
  /** Sunday is 0. */
  readonly day: number
  readonly minute: number
}

const clocks = new Map<string, Intl.DateTimeFormat>()
const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** What a clock of this time zone shows at a moment (milliseconds). */
export function clockTime(at: number, zone: string): ClockTime {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    clocks.set(zone, clock)
  }
  const parts = clock.formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    day: dayNames.indexOf(part('weekday')),
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  }
}

/** How far a clock of this zone is ahead of UTC at a moment, in minutes. */
function offset(at: number, zone: string): number {
  const there = clockTime(at, zone)
  const here = clockTime(at, 'UTC')
  const days = (there.day - here.day + 7) % 7
  return (days === 6 ? -1 : days) * 1440 + there.minute - here.minute
}

/** Of the zones of one country those whose clocks are asked: its first and its last, or the one in the middle. */
function asked(hours: PermittedHours, at: number, zones: readonly string[]): readonly string[] {
  if (zones.length < 2) return zones
  const inOrder = zones
    .map((zone) => ({ zone, offset: offset(at, zone) }))
    .toSorted((a, b) => a.offset - b.offset)
  const [first, last] = [inOrder[0]!, inOrder.at(-1)!]
  const left = hours.to - hours.from - (last.offset - first.offset)
  return left >= LEAST_LEFT ? [first.zone, last.zone] : [inOrder[Math.floor(inOrder.length / 2)]!.zone]
}

/** How many minutes from this time of the clock on nobody may be called; 0 where one may. */
function minutesToGo({ from, to, days }: PermittedHours, { day, minute: now }: ClockTime): number {
  if (!days.includes(day) || now >= to) return 1440 - now
  return Math.max(0, from - now)
}

/** Whether people in these time zones, of one country, may be called at a moment. */
export function isPermitted(hours: PermittedHours, at: number, zones: readonly string[]): boolean {
  return asked(hours, at, zones).every((zone) => minutesToGo(hours, clockTime(at, zone)) === 0)
}

/** The first moment from `at` on, to the minute, at which they may be called. */
export function nextPermitted(hours: PermittedHours, at: number, zones: readonly string[]): number {
  const those = asked(hours, at, zones)
  let next = at
  // A week has seven midnights, a zone that is passed over at most one more each: the end is near.
  for (let steps = 0; steps < 200; steps++) {
    const moment = next
    const wait = Math.max(0, ...those.map((zone) => minutesToGo(hours, clockTime(moment, zone))))
    if (wait === 0) return next
    // A clock may be put forward or back meanwhile: the last two hours are looked at once more.
    const step = wait > 120 ? wait - 60 : wait
    next = Math.floor(next / MINUTE) * MINUTE + step * MINUTE
  }
  return next
}

/** The time zones of a country (ISO 3166-1); none where this computer does not know them. */
export function zonesOf(country: string): readonly string[] {
  try {
    const region: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(
      `und-${country}`,
    )
    return region.getTimeZones?.() ?? []
  } catch {
    return []
  }
}
