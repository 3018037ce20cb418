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
