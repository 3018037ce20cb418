import { daysOf, type Days, type Period } from '../../../../app/periods.ts'
import { today } from '../../../kit/grid/filters/filter.ts'

/** Spans of days that reports on calls begin with. */
export const reportPeriods = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
] as const satisfies readonly Period[]
export type ReportPeriod = (typeof reportPeriods)[number] | 'own'

/** The days of a period as the calendar stands today. */
export const daysNow = (period: Period): Days => daysOf(period, today())

/** Seconds as hours, minutes and seconds: 1:02:03, 2:05. */
export function lengthText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
