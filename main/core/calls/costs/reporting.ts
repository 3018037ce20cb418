import {
  mostCostRows,
  type CostGroup,
  type CostQuery,
  type CostReport,
  type CostRow,
} from '../../../../app/contract/callCosts.ts'
import { ofFine } from '../../../../app/money.ts'
import { countryOfNumber } from '../../../../app/phone.ts'
import { fixedShares } from '../../../../app/rates.ts'
import {
  beginningsOf,
  currenciesOf,
  pageOfCosts,
  rateNames,
  sumAll,
  sumCosts,
  type CostScope,
  type CostSums,
} from '../../../../db/calls/costReport.ts'
import { readTables } from '../../../../db/calls/rates.ts'
import { readAllUsers } from '../../../../db/staff.ts'
import type { Reading } from '../../../../db/tables.ts'

/** What a reader thread is asked: the report's query with what the asking person reaches. */
export interface CostOrder extends Omit<CostQuery, 'currency'> {
  readonly currency: string
  readonly ownOf: number | undefined
}

/** One more than any country's numbers begin with, so that all are asked for. */
const everyBeginning = 100_000

/** The moment at which a day (YYYY-MM-DD) begins by the office's clock. */
const beginning = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

/** The moments of days, both included, the end left out. */
export function momentsOf({ from, to }: { from: string; to: string }): { from: number; to: number } {
  const end = beginning(to)
  end.setDate(end.getDate() + 1)
  return { from: beginning(from).getTime(), to: end.getTime() }
}

const two = (value: number) => String(value).padStart(2, '0')

/** Days or months, YYYY-MM-DD or YYYY-MM, with their stretches of time inside the asked one. */
export function stretches(by: 'day' | 'month', days: { from: string; to: string }) {
  const { from, to } = momentsOf(days)
  const found: { key: string; from: number; to: number }[] = []
  for (let at = new Date(from); at.getTime() < to;) {
    const [year, month, day] = [at.getFullYear(), at.getMonth(), at.getDate()]
    const next = by === 'day' ? new Date(year, month, day + 1) : new Date(year, month + 1, 1)
    const key = `${year}-${two(month + 1)}${by === 'day' ? `-${two(day)}` : ''}`
    found.push({ key, from: at.getTime(), to: Math.min(next.getTime(), to) })
    at = next
  }
  return found
}

const scopeOf = ({ currency, ownOf, ...days }: CostOrder): CostScope => ({
  ...momentsOf(days),
  currency,
  ownOf,
})

const rowOf = ({ key, talkMs, cost, ...sums }: CostSums): CostRow => ({
  ...sums,
  key,
  name: '',
  talkSeconds: Math.round(talkMs / 1000),
  cost: ofFine(cost),
  fixed: 0,
})

const added = (a: CostSums, b: CostSums): CostSums => ({
  key: a.key,
  calls: a.calls + b.calls,
  talkMs: a.talkMs + b.talkMs,
  billedSeconds: a.billedSeconds + b.billedSeconds,
  cost: a.cost + b.cost,
  unrated: a.unrated + b.unrated,
})

async function sumsBy(
  base: Reading,
  order: CostOrder,
  scope: CostScope,
): Promise<{ groups: number; rows: CostSums[] }> {
  const { by } = order
  if (by === 'day' || by === 'month') {
    const rows: CostSums[] = []
    for (const { key, from, to } of stretches(by, order))
      // eslint-disable-next-line no-await-in-loop -- one connection
      rows.push(await sumAll(base, { ...scope, from, to }, key))
    return { groups: rows.length, rows }
  }
  if (by !== 'country') return sumCosts(base, scope, by, mostCostRows)
  const { rows } = await sumCosts(base, scope, by, everyBeginning)
  const numbers = await beginningsOf(base, scope)
  const byCountry = new Map<string, CostSums>()
  for (const row of rows) {
    const key = countryOfNumber(numbers.get(row.key) ?? '') ?? ''
    const known = byCountry.get(key)
    byCountry.set(key, known ? added(known, row) : { ...row, key })
  }
  const together = [...byCountry.values()].toSorted((a, b) => b.cost - a.cost || b.calls - a.calls)
  return { groups: together.length, rows: together }
}

/** Names of people, rates and clients; the rest is called by the window, which knows the reader's words. */
async function namesFor(base: Reading, by: CostGroup): Promise<Map<string, string>> {
  if (by === 'rate') return rateNames(base)
  if (by === 'employee')
    return new Map((await readAllUsers(base)).map(({ id, name }) => [String(id), name] as const))
  return new Map()
}

/** Monthly prices by the key of the row that they fall on, and all of them. Not of a person limited to their own calls. */
async function fixedBy(base: Reading, { by, from, to, currency, ownOf }: CostOrder) {
  const byKey = new Map<string, number>()
  let all = 0
  if (ownOf !== undefined) return { byKey, all }
  for (const { table, day, amount } of fixedShares(await readTables(base), from, to)) {
    if (table.currency !== currency) continue
    const key = by === 'day' ? day : by === 'month' ? day.slice(0, 7) : by === 'line' ? table.line : undefined
    if (key !== undefined) byKey.set(key, (byKey.get(key) ?? 0) + amount)
    all += amount
  }
  return { byKey, all }
}

/** Runs in a reader thread. Clients are named by whoever knows what the person reaches. */
export async function costReport(base: Reading, order: CostOrder): Promise<CostReport> {
  const scope = scopeOf(order)
  const { groups, rows } = await sumsBy(base, order, scope)
  const names = await namesFor(base, order.by)
  const { byKey, all } = await fixedBy(base, order)
  const shown = rows.map((sums) => ({
    ...rowOf(sums),
    name: names.get(sums.key) ?? '',
    fixed: byKey.get(sums.key) ?? 0,
  }))
  // A line by which nobody called costs its monthly price all the same.
  const silent = [...byKey].filter(([key]) => !rows.some((row) => row.key === key))
  const nothing = { calls: 0, talkMs: 0, billedSeconds: 0, cost: 0, unrated: 0 }
  return {
    currency: order.currency,
    currencies: await currenciesOf(base, scope),
    rows: [...shown, ...silent.map(([key, fixed]) => ({ ...rowOf({ key, ...nothing }), fixed }))],
    groups: groups + silent.length,
    total: { ...rowOf(await sumAll(base, scope)), fixed: all },
  }
}

/** Which calls of a report are asked for. */
export interface CostedOrder extends CostOrder {
  /** The row's key; undefined for all. */
  readonly key: string | undefined
  readonly unrated: boolean
  readonly offset: number
  readonly limit: number
}

/** Runs in a reader thread: a page of the calls that a row is made of. */
export async function costedCalls(base: Reading, order: CostedOrder) {
  const { by, key, unrated, offset, limit } = order
  const page = { unrated, offset, limit }
  const scope = scopeOf(order)
  if (key === undefined) return pageOfCosts(base, scope, { ...page, group: undefined })
  if (by === 'day' || by === 'month') {
    const stretch = stretches(by, order).find((one) => one.key === key)
    const part = { ...scope, from: stretch?.from ?? 0, to: stretch?.to ?? 0 }
    return pageOfCosts(base, part, { ...page, group: undefined })
  }
  if (by !== 'country') return pageOfCosts(base, scope, { ...page, group: { by, keys: [key] } })
  const keys = [...(await beginningsOf(base, scope))]
    .filter(([, number]) => (countryOfNumber(number) ?? '') === key)
    .map(([start]) => start)
  // Numbers that no country could be told of have no beginning.
  return pageOfCosts(base, scope, { ...page, group: { by, keys: key === '' ? [...keys, ''] : keys } })
}
