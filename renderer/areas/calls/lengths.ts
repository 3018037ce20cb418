/** A stretch of time as a telephone shows it: 0:07, 12:40, 1:02:40. Seconds, of which only whole ones are over. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** The same of milliseconds, of what is over: to the nearest second. */
export const clockOf = (milliseconds: number): string => clock(Math.round(milliseconds / 1000))
