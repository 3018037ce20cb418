import type { CallFigures } from '../../../../app/contract/callHistory.ts'
import type { Groups } from '../../../../app/contract/counting.ts'
import type { Value } from '../../../../app/criteria.ts'
import { ofFine } from '../../../../app/money.ts'

type Row = CallFigures & { key: Value }

const none = ({ byStars, costs }: MoreFigures): CallFigures => ({
  calls: 0,
  incoming: 0,
  outgoing: 0,
  answered: 0,
  missed: 0,
  waiting: 0,
  wait: 0,
  talk: 0,
  ...(byStars ? { rated: 0, stars: 0 } : {}),
  ...(costs ? { cost: [] } : {}),
})

/** What is counted only for whoever sees it. */
export interface MoreFigures {
  /** By key, stars and direction; undefined where ratings are not seen. */
  readonly byStars: Groups['groups'] | undefined
  readonly costs: boolean
}

/**
 * Figures of calls out of two ways of counting them: by key, outcome and direction with their durations, and by key,
 * state of returning and direction. Rows are in the order of their keys.
 */
export function figuresOf(
  byOutcome: Groups['groups'],
  byReturn: Groups['groups'],
  { byStars, costs }: MoreFigures,
): { all: CallFigures; rows: Row[] } {
  const rows = new Map<Value, Row>()
  const more = { byStars, costs }
  const all = none(more)
  const spent = new Map<CallFigures, Map<string, number>>()
  const add = (key: Value, change: (figures: CallFigures) => void) => {
    const row = rows.get(key) ?? { key, ...none(more) }
    rows.set(key, row)
    change(row)
    change(all)
  }
  for (const { key, count, totals } of byOutcome) {
    const [of = null, outcome, direction] = key
    const sum = (field: string) => totals.find((one) => one.field === field)?.sum ?? 0
    const spend = (figures: CallFigures) => {
      const own = spent.get(figures) ?? new Map<string, number>()
      spent.set(figures, own)
      for (const { field, sum: amount, currency = '' } of totals)
        if (field === 'cost') own.set(currency, (own.get(currency) ?? 0) + amount)
    }
    add(of, (figures) => {
      figures.calls += count
      figures.talk += sum('talk')
      if (costs) spend(figures)
      if (outcome === 'answered') figures.answered += count
      if (direction === 'outgoing') figures.outgoing += count
      if (direction !== 'incoming') return
      figures.incoming += count
      figures.wait += sum('wait')
    })
  }
  for (const { key, count } of byReturn) {
    const [of = null, returned] = key
    if (returned === null || returned === undefined) continue
    add(of, (figures) => {
      figures.missed += count
      if (returned === 'waiting') figures.waiting += count
    })
  }
  for (const { key, count } of byStars ?? []) {
    const [of = null, stars] = key
    if (typeof stars !== 'number') continue
    add(of, (figures) => {
      figures.rated = (figures.rated ?? 0) + count
      figures.stars = (figures.stars ?? 0) + count * stars
    })
  }
  // A sum of a thousand calls is rounded once, not a thousand times.
  for (const [figures, own] of spent)
    figures.cost = [...own].map(([currency, amount]) => ({
      currency,
      amount: ofFine(Math.round(amount * 1000)),
    }))
  return { all, rows: [...rows.values()] }
}
