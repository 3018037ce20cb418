import type { NormFact, QualityNorms } from '../../../../app/contract/callQuality.ts'
import type { Days } from '../../../../app/periods.ts'
import { countNorms } from '../../../../db/calls/qualityResults.ts'
import type { Reading } from '../../../../db/tables.ts'
import { momentsOf, stretches } from '../costs/reporting.ts'

/** What a reader thread is asked: of which days, against which norms, at which moment. */
export interface NormOrder extends Days {
  readonly norms: QualityNorms
  readonly now: number
}

/** More days than this are put together by month. */
const mostDays = 62

/** Runs in a reader thread: calls of days against the norms. */
export async function normFacts(
  base: Reading,
  { norms, now, ...days }: NormOrder,
): Promise<{ all: NormFact; rows: NormFact[] }> {
  const limits = { answerMs: norms.answer.seconds * 1000, returnMs: norms.return.minutes * 60_000, now }
  const { from, to } = momentsOf(days)
  const rows: NormFact[] = []
  for (const { key, ...stretch } of stretches(to - from > mostDays * 86_400_000 ? 'month' : 'day', days))
    // eslint-disable-next-line no-await-in-loop -- one connection
    rows.push({ key, ...(await countNorms(base, stretch, limits)) })
  const sum = (field: 'incoming' | 'answered' | 'missed' | 'returned') =>
    rows.reduce((all, row) => all + row[field], 0)
  const all = {
    key: '',
    incoming: sum('incoming'),
    answered: sum('answered'),
    missed: sum('missed'),
    returned: sum('returned'),
  }
  return { all, rows: rows.filter(({ incoming }) => incoming > 0) }
}
