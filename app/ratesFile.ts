import { minorDigits } from './money.ts'
import { rateDays, type Rate } from './rates.ts'

/** Rates as rows of a file: the same columns out and in, with the same names in every language. */

export const rateFileColumns = [
  'prefix',
  'name',
  'per',
  'price',
  'connection',
  'least',
  'free',
  'first',
  'next',
  'days',
  'from',
  'until',
] as const
export type RateFileColumn = (typeof rateFileColumns)[number]

export const rateFileProblems = [
  'no-prefix-column',
  'no-price-column',
  'prefix',
  'price',
  'seconds',
  'choice',
  'time',
  'text',
  'twice',
  'row',
  'too-many',
] as const
export type RateFileProblemReason = (typeof rateFileProblems)[number]

type Draft = Omit<Rate, 'id'>

/** Why a row is no rate: where, and what stood there. */
export interface RateRowProblem {
  readonly column: RateFileColumn
  readonly reason: RateFileProblemReason
  readonly value: string
}

const amounts = ['price', 'connection', 'least'] as const

/** Prices are written in whole units of the currency, with a point. */
export function rowOfRate(rate: Draft, currency: string): string[] {
  const { hours } = rate
  const written: Record<RateFileColumn, string> = {
    prefix: rate.prefix,
    name: rate.name,
    per: rate.per,
    price: fineText(rate.price, currency),
    connection: fineText(rate.connection, currency),
    least: fineText(rate.least, currency),
    free: String(rate.freeSeconds),
    first: String(rate.firstStep),
    next: String(rate.nextStep),
    days: rate.days,
    from: hours === null ? '' : timeText(hours.from),
    until: hours === null ? '' : timeText(hours.until),
  }
  return rateFileColumns.map((column) => written[column])
}

/** Where each column stands, by a file's headings; case and blanks do not matter. */
export function columnsIn(headings: readonly string[]): Map<RateFileColumn, number> {
  const places = headings.map((heading) => heading.trim().toLowerCase())
  return new Map(
    rateFileColumns.flatMap((column) => {
      const at = places.indexOf(column)
      return at < 0 ? [] : [[column, at] as const]
    }),
  )
}

/** One row as a rate, or what is wrong with it. What has no column or stands empty is as a new rate has it. */
export function rateOfRow(
  values: readonly string[],
  columns: ReadonlyMap<RateFileColumn, number>,
  currency: string,
): Draft | RateRowProblem {
  const cell = (column: RateFileColumn) => (values[columns.get(column) ?? -1] ?? '').trim()
  const problem = (column: RateFileColumn, reason: RateFileProblemReason): RateRowProblem => ({
    column,
    reason,
    value: cell(column).slice(0, 100),
  })
  const prefix = prefixOf(cell('prefix'))
  if (prefix === undefined) return problem('prefix', 'prefix')
  if (cell('name').length > 100) return problem('name', 'text')
  const per = cell('per') === '' ? 'minute' : cell('per').toLowerCase()
  if (per !== 'minute' && per !== 'call') return problem('per', 'choice')
  const days = rateDays.find((one) => one === (cell('days').toLowerCase() || 'all'))
  if (days === undefined) return problem('days', 'choice')
  const fine = { price: 0, connection: 0, least: 0 }
  for (const column of amounts) {
    const amount = fineOf(cell(column), currency)
    if (amount === undefined || (column === 'price' && cell(column) === '')) return problem(column, 'price')
    fine[column] = amount
  }
  const [free, first, next] = [
    secondsOf(cell('free'), 0, 0),
    secondsOf(cell('first'), 60, 1),
    secondsOf(cell('next'), 60, 1),
  ]
  if (free === undefined) return problem('free', 'seconds')
  if (first === undefined) return problem('first', 'seconds')
  if (next === undefined) return problem('next', 'seconds')
  const [from, until] = [minuteOf(cell('from')), minuteOf(cell('until'))]
  if (from === undefined || (from === null && until !== null)) return problem('from', 'time')
  if (until === undefined || (until === null && from !== null) || (until !== null && until === from))
    return problem('until', 'time')
  const hours = from === null || until === null ? null : { from, until }
  return {
    prefix,
    name: cell('name'),
    per,
    ...fine,
    freeSeconds: free,
    firstStep: first,
    nextStep: next,
    days,
    hours,
  }
}

/** "+855 (12)" as digits; undefined where something else stands there. Also what is typed in the window. */
export function prefixOf(text: string): string | undefined {
  const digits = text.replace(/[\s+().-]/g, '')
  return /^\d{0,15}$/.test(digits) ? digits : undefined
}

/** A price in whole units with a point or a comma, exactly; empty is nothing. Undefined where it is none, or too fine. */
export function fineOf(text: string, currency: string): number | undefined {
  if (text === '') return 0
  const [, whole = '', part = ''] =
    /^(\d{1,9})(?:[.,](\d{1,8}))?$/.exec(text.replace(/[\s\u00a0]/g, '')) ?? []
  const digits = minorDigits(currency) + 3
  if (whole === '' || /[1-9]/.test(part.slice(digits))) return undefined
  const fine = Number(whole + part.slice(0, digits).padEnd(digits, '0'))
  return fine <= 1_000_000_000 ? fine : undefined
}

/** As `fineOf` reads it, without zeros at the end. */
export function fineText(fine: number, currency: string): string {
  const digits = minorDigits(currency) + 3
  const text = String(fine).padStart(digits + 1, '0')
  const part = text.slice(-digits).replace(/0+$/, '')
  return text.slice(0, -digits) + (part === '' ? '' : `.${part}`)
}

function secondsOf(text: string, usual: number, least: number): number | undefined {
  if (text === '') return usual
  if (!/^\d{1,4}$/.test(text)) return undefined
  const seconds = Number(text)
  return seconds >= least && seconds <= 3600 ? seconds : undefined
}

/** HH:MM as minutes of the day, null for nothing. */
export function minuteOf(text: string): number | null | undefined {
  if (text === '') return null
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60 ? minute : undefined
}

export const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Rates for the same calls: of a table only one. */
export const sameCalls = ({ prefix, days, hours }: Pick<Draft, 'prefix' | 'days' | 'hours'>): string =>
  `${prefix} ${days} ${hours === null ? '' : `${hours.from}-${hours.until}`}`
