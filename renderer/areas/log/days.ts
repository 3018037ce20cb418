/** The beginning of a day in this computer's time, in milliseconds; `later` days after it. */
export function startOf(day: string, later = 0): number | undefined {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  return new Date(year, month - 1, date + later).getTime()
}
