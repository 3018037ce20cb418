import { qualityNorms, type QualityNorms } from '../../../../app/contract/callQuality.ts'
import { may, ownOnly } from '../../../../app/rights.ts'
import { countMarks, pageOfScores, sumScores } from '../../../../db/calls/qualityResults.ts'
import { readSetting, writeSetting } from '../../../../db/settings.ts'
import { readNames } from '../../../../db/staff.ts'
import type { Reading } from '../../../../db/tables.ts'
import { changesBetween } from '../../changes.ts'
import type { Actor, Services } from '../../work.ts'
import { momentsOf } from '../costs/reporting.ts'
import { checklists } from './checklists.ts'
import { scoring } from './scoring.ts'

const normsKey = 'qualityNorms'

/** Until the office says otherwise: four of five calls within twenty seconds, nine of ten missed ones within half an hour. */
const usualNorms: QualityNorms = {
  answer: { percent: 80, seconds: 20 },
  return: { percent: 90, minutes: 30 },
}

/** The person to whose own results they are limited: everybody who does not score calls, of all of them. */
const ownResultsOf = ({ grant, userId }: Actor): number | undefined =>
  may(grant, 'calls.score') && !ownOnly(grant, 'calls') ? undefined : userId

async function readNorms(base: Reading): Promise<QualityNorms> {
  const kept = await readSetting(base, normsKey)
  return kept === undefined ? usualNorms : qualityNorms.parse(kept)
}

/** How well calls are held. */
export const callQuality: Services<'callQuality'> = {
  ...checklists,
  ...scoring,

  async results({ base, actor }, days) {
    const scope = { ...momentsOf(days), ownOf: ownResultsOf(actor) }
    const scores = new Map((await sumScores(base, scope)).map(({ userId, ...row }) => [userId, row]))
    const marks = new Map((await countMarks(base, scope)).map(({ userId, marks }) => [userId, marks]))
    const ids = [...new Set([...scores.keys(), ...marks.keys()])]
    const names = await readNames(
      base,
      ids.filter((id) => id !== null),
    )
    return ids
      .map((id) => ({
        employee: id === null ? null : { id, name: names.get(id) ?? '' },
        ...(scores.get(id) ?? { scored: 0, average: null, lowest: null }),
        marks: marks.get(id) ?? 0,
      }))
      .toSorted((a, b) => (b.average ?? -1) - (a.average ?? -1))
  },

  scores: ({ base, actor }, { offset, limit, ...days }) =>
    pageOfScores(base, { ...momentsOf(days), ownOf: ownResultsOf(actor) }, offset, limit),

  norms: ({ base }) => readNorms(base),

  async saveNorms(work, norms) {
    const flat = (of: QualityNorms) => ({
      answerPercent: of.answer.percent,
      answerSeconds: of.answer.seconds,
      returnPercent: of.return.percent,
      returnMinutes: of.return.minutes,
    })
    const changes = changesBetween('qualityNorms', flat(await readNorms(work.trx)), flat(norms))
    if (changes.length === 0) return null
    await writeSetting(work.trx, normsKey, norms)
    work.log({ changes })
    work.tell({ type: 'callQuality.changed' })
    return null
  },

  async facts({ office, base, signal }, days) {
    const norms = await readNorms(base)
    return office.readers.run('calls.norms', [{ ...days, norms, now: office.now() }], signal)
  },
}
