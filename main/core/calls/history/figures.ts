import type { CallFigures } from '../../../../app/contract/callHistory.ts'
import type { Groups } from '../../../../app/contract/counting.ts'
import type { Value } from '../../../../app/criteria.ts'

type Row = CallFigures & { key: Value }

const none = (): CallFigures => ({
  calls: 0,
  incoming: 0,
  outgoing: 0,
  answered: 0,
  missed: 0,
  waiting: 0,
  wait: 0,
  talk: 0,
})

/**
 * Figures of calls out of two ways of counting them: by key, outcome and direction with their durations, and by key,
 * state of returning and direction. Rows are in the order of their keys.
 */
export function figuresOf(
  byOutcome: Groups['groups'],
  byReturn: Groups['groups'],
): { all: CallFigures; rows: Row[] } {
  const rows = new Map<Value, Row>()
  const all = none()
  const add = (key: Value, change: (figures: CallFigures) => void) => {
    const row = rows.get(key) ?? { key, ...none() }
    rows.set(key, row)
    change(row)
    change(all)
  }
  for (const { key, count, totals } of byOutcome) {
    const [of = null, outcome, direction] = key
    const sum = (field: string) => totals.find((one) => one.field === field)?.sum ?? 0
    add(of, (figures) => {
      figures.calls += count
      figures.talk += sum('talk')
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
  return { all, rows: [...rows.values()] }
}
