/** Spans of days that move with the calendar: "this month" in a saved view is another one in March. Weeks begin on Monday. */
export const periods = [
  'today',
  'yesterday',
  'last-7-days',
  'last-30-days',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
] as const
export type Period = (typeof periods)[number]

/** Days as YYYY-MM-DD, both ends included. */
export interface Days {
  readonly from: string
  readonly to: string
}

const dayLength = 86_400_000

/** The days a period has on a certain day, given and returned as YYYY-MM-DD: no time of day, so no time zone either. */
export function daysOf(period: Period, today: string): Days {
  const now = Date.parse(`${today}T00:00:00Z`)
  const date = new Date(now)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const monday = now - ((date.getUTCDay() + 6) % 7) * dayLength
  const span = (from: number, to: number): Days => ({ from: written(from), to: written(to) })
  const months = (first: number, after: number) =>
    span(Date.UTC(year, first), Date.UTC(year, after) - dayLength)
  switch (period) {
    case 'today':
      return span(now, now)
    case 'yesterday':
      return span(now - dayLength, now - dayLength)
    case 'last-7-days':
      return span(now - 6 * dayLength, now)
    case 'last-30-days':
      return span(now - 29 * dayLength, now)
    case 'this-week':
      return span(monday, monday + 6 * dayLength)
    case 'last-week':
      return span(monday - 7 * dayLength, monday - dayLength)
    case 'this-month':
      return months(month, month + 1)
    case 'last-month':
      return months(month - 1, month)
    case 'this-year':
      return months(0, 12)
    case 'last-year':
      return months(-12, 0)
  }
}

/** All days of a year YYYY, a month YYYY-MM or a day YYYY-MM-DD. */
export function daysIn(span: string): Days {
  const [year = 0, month, day] = span.split('-').map(Number)
  if (month === undefined) return { from: `${span}-01-01`, to: `${span}-12-31` }
  if (day !== undefined) return { from: span, to: span }
  return { from: `${span}-01`, to: written(Date.UTC(year, month) - dayLength) }
}

const written = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
