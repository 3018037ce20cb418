/** The beginning of a day YYYY-MM-DD on this computer, in milliseconds. */
export const dayOf = (day: string): number => new Date(`${day}T00:00:00`).getTime()

/** Whether the day has gone by. */
export const isOverdue = (day: string): boolean => dayOf(day) < new Date().setHours(0, 0, 0, 0)
