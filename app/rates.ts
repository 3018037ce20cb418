import { halfUp } from './money.ts'

/**
 * What calls cost. Prices are whole thousandths of a minor unit ("fine" amounts): a second on the telephone can cost
 * less than the smallest coin. What is shown or compared with a limit goes through `ofFine` in `money.ts`, once.
 */

export const ratedDirections = ['outgoing', 'incoming'] as const
export type RatedDirection = (typeof ratedDirections)[number]

export const rateDays = ['all', 'workdays', 'weekend'] as const
export type RateDays = (typeof rateDays)[number]

/** The price of calls to numbers that begin in one way. */
export interface Rate {
  readonly id: number
  /** Digits that the number begins with, as E.164 has it without "+"; '' for every number. */
  readonly prefix: string
  readonly name: string
  /** Whether `price` is for a minute, or for the whole call. */
  readonly per: 'minute' | 'call'
  /** Fine amounts. */
  readonly price: number
  /** Fine amount added once to every call that costs anything. */
  readonly connection: number
  /** Fine amount that a call costs at the least, where it costs anything. */
  readonly least: number
  /** A call of no more seconds than these costs nothing. */
  readonly freeSeconds: number
  /** Seconds counted for the beginning of a call, and for each step after them: 60 and 60, 30 and 6, 1 and 1. */
  readonly firstStep: number
  readonly nextStep: number
  readonly days: RateDays
  /** Minutes of the day between which it holds, the end left out; over midnight where the end comes first. Null: always. */
  readonly hours: { readonly from: number; readonly until: number } | null
}

/** The prices of one provider for one direction, on one line or on all. */
export interface RateTable {
  readonly id: number
  readonly name: string
  /** The exchange whose calls it is for; null for every one. */
  readonly connectionId: number | null
  /** The line as the exchange names it; '' for every one. */
  readonly line: string
  readonly direction: RatedDirection
  readonly currency: string
  /** First day, YYYY-MM-DD. A later table for the same line takes its place from its own first day on. */
  readonly validFrom: string
  /** Minor units a month, whatever is called. */
  readonly monthly: number
  /** Whether employees may call out by it: asked where the cheapest line is looked for. */
  readonly allowed: boolean
  readonly rates: readonly Rate[]
}

/** What of a call its price hangs on. */
export interface RatedCall {
  readonly direction: RatedDirection
  readonly connectionId: number | null
  readonly line: string
  /** Digits of the other side's number, of E.164 without "+" where it is known. */
  readonly digits: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly talkSeconds: number
}

export interface Found {
  readonly table: RateTable
  readonly rate: Rate
}

/** Fine amount, and for how many seconds. */
export interface Cost {
  readonly amount: number
  readonly billedSeconds: number
}

const two = (value: number) => String(value).padStart(2, '0')

/** The day of a moment where the office is, YYYY-MM-DD. */
export const dayOf = (moment: number): string => {
  const date = new Date(moment)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** How closely a table is for a call's line: by exchange and line, by line, by exchange, for every one. */
const closeness = ({ connectionId, line }: RateTable): number =>
  (line === '' ? 0 : 2) + (connectionId === null ? 0 : 1)

const scope = ({ connectionId, line, direction }: Omit<RateTable, 'rates'>): string =>
  `${direction} ${connectionId ?? ''} ${line}`

/**
 * The tables that hold for a call, the closest first: one for its line before one for its exchange before one for all.
 * Of the same line only the latest that has begun.
 */
export function tablesFor(tables: readonly RateTable[], call: RatedCall): RateTable[] {
  const day = dayOf(call.startedAt)
  const latest = new Map<string, RateTable>()
  for (const table of tables) {
    const fits =
      table.direction === call.direction &&
      table.validFrom <= day &&
      (table.connectionId === null || table.connectionId === call.connectionId) &&
      (table.line === '' || table.line === call.line)
    if (!fits) continue
    const known = latest.get(scope(table))
    if (!known || isLater(table, known)) latest.set(scope(table), table)
  }
  return [...latest.values()].toSorted((a, b) => closeness(b) - closeness(a) || a.id - b.id)
}

const isLater = (a: Omit<RateTable, 'rates'>, b: Omit<RateTable, 'rates'>): boolean =>
  a.validFrom === b.validFrom ? a.id > b.id : a.validFrom > b.validFrom

/** The rate of a call: of the closest table that has one, the longest prefix, and of that the one for its hours first. */
export function rateFor(tables: readonly RateTable[], call: RatedCall): Found | undefined {
  for (const table of tablesFor(tables, call)) {
    const rate = rateIn(table.rates, call)
    if (rate) return { table, rate }
  }
  return undefined
}

function rateIn(rates: readonly Rate[], { digits, startedAt }: RatedCall): Rate | undefined {
  let best: Rate | undefined
  for (const rate of rates) {
    if (!digits.startsWith(rate.prefix) || !holdsAt(rate, startedAt)) continue
    if (!best || narrowness(rate) > narrowness(best)) best = rate
  }
  return best
}

/** A longer prefix decides before anything else; then hours before days before always. */
const narrowness = ({ prefix, hours, days }: Rate): number =>
  prefix.length * 4 + (hours === null ? 0 : 2) + (days === 'all' ? 0 : 1)

/** Whether a rate holds at a moment, by the clock of the office. Saturday and Sunday are the weekend. */
export function holdsAt({ days, hours }: Pick<Rate, 'days' | 'hours'>, moment: number): boolean {
  const date = new Date(moment)
  const weekend = date.getDay() % 6 === 0
  if (days !== 'all' && weekend !== (days === 'weekend')) return false
  if (hours === null) return true
  const minute = date.getHours() * 60 + date.getMinutes()
  const { from, until } = hours
  return from < until ? minute >= from && minute < until : minute >= from || minute < until
}

/** What so many seconds of talk cost. Seconds are counted whole, a begun one as one. */
export function costOf(rate: Rate, talkSeconds: number): Cost {
  const talked = Math.ceil(talkSeconds)
  if (talked <= 0 || talked <= rate.freeSeconds) return { amount: 0, billedSeconds: 0 }
  const { firstStep, nextStep } = rate
  const billedSeconds =
    talked <= firstStep ? firstStep : firstStep + Math.ceil((talked - firstStep) / nextStep) * nextStep
  const talk = rate.per === 'call' ? rate.price : halfUp(rate.price * billedSeconds, 60)
  return { amount: Math.max(rate.least, rate.connection + talk), billedSeconds }
}

/** What the same call would cost out of each line that has a rate for it, the cheapest of each currency first. */
export function byLine(
  tables: readonly RateTable[],
  { digits, startedAt, talkSeconds }: Pick<RatedCall, 'digits' | 'startedAt' | 'talkSeconds'>,
): (Found & Cost)[] {
  const lines = new Map<string, Pick<RatedCall, 'connectionId' | 'line'>>()
  for (const table of tables)
    if (table.direction === 'outgoing')
      lines.set(scope(table), { connectionId: table.connectionId, line: table.line })
  const found = [...lines.values()].flatMap((line) => {
    const rated = rateFor(tables, { ...line, direction: 'outgoing', digits, startedAt, talkSeconds })
    return rated ? [{ ...rated, ...costOf(rated.rate, talkSeconds) }] : []
  })
  // A line without prices of its own falls back on those for all: named once.
  const apart = found.filter((one, at) => found.findIndex(({ rate }) => rate.id === one.rate.id) === at)
  return apart.toSorted(
    (a, b) =>
      a.table.currency.localeCompare(b.table.currency) || a.amount - b.amount || a.table.id - b.table.id,
  )
}

/** Of these the cheapest that employees may use. Currencies are not compared: the one of the first is taken. */
export const cheapest = (lines: readonly (Found & Cost)[]): (Found & Cost) | undefined =>
  lines.find(({ table }) => table.allowed)

/** A monthly price on one day of a month of so many days, in minor units: the days of a month make the whole price. */
export const monthlyOn = (monthly: number, day: number, inMonth: number): number =>
  halfUp(monthly * day, inMonth) - halfUp(monthly * (day - 1), inMonth)

/** What the monthly price of a table comes to on one day, in minor units. */
export interface FixedShare {
  readonly table: Omit<RateTable, 'rates'>
  /** YYYY-MM-DD */
  readonly day: string
  readonly amount: number
}

/** Monthly prices day by day, both ends included; a table counts from its first day until another takes its place. */
export function fixedShares(
  tables: readonly Omit<RateTable, 'rates'>[],
  from: string,
  to: string,
): FixedShare[] {
  const shares: FixedShare[] = []
  for (const table of tables) {
    if (table.monthly === 0) continue
    const next = tables
      .filter((other) => scope(other) === scope(table) && isLater(other, table))
      .map(({ validFrom }) => validFrom)
      .toSorted()[0]
    const first = table.validFrom > from ? table.validFrom : from
    for (let at = Date.parse(first); at <= Date.parse(to); at += 86_400_000) {
      const date = new Date(at)
      const day = date.toISOString().slice(0, 10)
      if (next !== undefined && day >= next) break
      const inMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
      shares.push({ table, day, amount: monthlyOn(table.monthly, date.getUTCDate(), inMonth) })
    }
  }
  return shares
}
