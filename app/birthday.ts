/** A birthday as the base keeps it: YYYY-MM-DD, or --MM-DD where nobody knows the year. */
export function isBirthday(text: string): boolean {
  const parts = /^(?:(\d{4})-|--)(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [, year, month, day] = parts
  // A leap year where it is not known: somebody was born on 29 February.
  const date = new Date(Date.UTC(year === undefined ? 2000 : Number(year), Number(month) - 1, Number(day)))
  if (year !== undefined) date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

/** A day of the calendar, YYYY-MM-DD. */
export const isDay = (text: string): boolean => !text.startsWith('-') && isBirthday(text)
