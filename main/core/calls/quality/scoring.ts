import type { CallScore } from '../../../../app/contract/callQuality.ts'
import { Refusal } from '../../../../app/errors.ts'
import { may } from '../../../../app/rights.ts'
import { resultOf } from '../../../../app/quality.ts'
import {
  insertMark,
  readMark,
  readMarks,
  readScore,
  readVersion,
  setMarkRemoved,
  setScoreRemoved,
  writeScore,
} from '../../../../db/calls/quality.ts'
import type { Reading } from '../../../../db/tables.ts'
import { changesBetween } from '../../changes.ts'
import type { Services } from '../../work.ts'
import { reachCall } from '../reach.ts'

/** Scores of calls and moments that are marked in them. */
export const scoring: Pick<
  Services<'callQuality'>,
  'ofCall' | 'score' | 'removeScore' | 'mark' | 'removeMark'
> = {
  async ofCall(look, { call }) {
    const { user_id } = await reachCall(look, call)
    const { grant, userId } = look.actor
    const score = await scoreOf(look.base, call)
    const shown = may(grant, 'calls.score')
    return {
      score: score && (shown || score.userId === userId) ? score.shown : null,
      marks:
        shown || user_id === userId
          ? (await readMarks(look.base, call)).map(({ id, second, words, by }) => ({ id, second, words, by }))
          : [],
    }
  },

  async score(work, { call, version, answers, words, revision }) {
    const { trx, actor, at, log, tell } = work
    const of = await reachCall(work, call)
    // What nobody of the office has said anything in cannot be judged.
    if (of.outcome !== 'answered') throw new Refusal('NOT_FOUND')
    const list = await readVersion(trx, version)
    if (!list) throw new Refusal('NOT_FOUND')
    const stored = await readScore(trx, call)
    const before = stored?.removed_at === null ? stored : undefined
    if ((before?.revision ?? 0) !== revision)
      throw new Refusal('CHANGED_MEANWHILE', {
        revision: before?.revision ?? 0,
        by: before?.by ?? null,
        at: before?.at ?? at,
      })
    if (answers.length !== list.questions.length)
      throw new Refusal('BAD_VALUE', { field: 'callScore.answers', name: list.name })
    for (const [index, { text, points }] of list.questions.entries())
      if ((answers[index] ?? 0) > points)
        throw new Refusal('BAD_VALUE', { field: 'callScore.answers', name: text })
    const result = resultOf(list.questions, answers)
    if (result === null) throw new Refusal('FIELD_REQUIRED', { field: 'callScore.answers', name: list.name })
    const was = await scoreOf(trx, call)
    await writeScore(trx, {
      call_id: call,
      version_id: version,
      user_id: of.user_id,
      started_at: of.started_at,
      answers: JSON.stringify(answers),
      words,
      result,
      by_id: actor.userId,
      at,
      revision: (stored?.revision ?? 0) + 1,
      removed_at: null,
    })
    const { shown } = (await scoreOf(trx, call))!
    log({
      subject: callSubject(call),
      changes: changesBetween('callScore', logged(was?.shown), logged(shown)),
    })
    tell({ type: 'callQuality.changed' })
    return shown
  },

  async removeScore(work, { call, removed }) {
    const { trx, at, log, tell } = work
    await reachCall(work, call)
    const stored = await readScore(trx, call)
    if (!stored) throw new Refusal('NOT_FOUND')
    if ((stored.removed_at !== null) === removed) return null
    await setScoreRemoved(trx, call, removed ? at : null)
    const result = percent(stored.result)
    log({
      subject: callSubject(call),
      changes: [
        { field: 'callScore.result', before: removed ? result : null, after: removed ? null : result },
      ],
    })
    tell({ type: 'callQuality.changed' })
    return null
  },

  async mark(work, { call, second, words }) {
    const { trx, actor, at, log, tell } = work
    const { user_id, started_at } = await reachCall(work, call)
    const id = await insertMark(trx, {
      call_id: call,
      user_id,
      started_at,
      second,
      words,
      by_id: actor.userId,
      at,
      removed_at: null,
    })
    log({ subject: callSubject(call), changes: changesBetween('callMark', {}, { second, words }) })
    tell({ type: 'callQuality.changed' })
    return { id, second, words, by: actor.name }
  },

  async removeMark(work, { id, removed }) {
    const { trx, at, log, tell } = work
    const mark = await readMark(trx, id)
    if (!mark) throw new Refusal('NOT_FOUND')
    await reachCall(work, mark.call)
    if ((mark.removedAt !== null) === removed) return null
    await setMarkRemoved(trx, id, removed ? at : null)
    const { second, words } = mark
    const [before, after] = removed ? [{ second, words }, {}] : [{}, { second, words }]
    log({ subject: callSubject(mark.call), changes: changesBetween('callMark', before, after) })
    tell({ type: 'callQuality.changed' })
    return null
  },
}

/** Not named by its number, which a reader of the log may not see. */
const callSubject = (id: number) => ({ type: 'call', id, name: '' })

const percent = (result: number) => result / 100

/** The score of a call as it is shown, and whose; undefined where there is none, or it was taken away. */
async function scoreOf(
  base: Reading,
  call: number,
): Promise<{ userId: number | null; shown: CallScore } | undefined> {
  const row = await readScore(base, call)
  if (!row || row.removed_at !== null) return undefined
  const list = (await readVersion(base, row.version_id))!
  return {
    userId: row.user_id,
    shown: {
      checklist: list.name,
      version: row.version_id,
      questions: list.questions,
      answers: JSON.parse(row.answers) as (number | null)[],
      words: row.words,
      result: row.result,
      by: row.by,
      at: row.at,
      revision: row.revision,
    },
  }
}

const logged = (score: CallScore | undefined) =>
  score === undefined
    ? {}
    : {
        checklist: score.checklist,
        answers: score.questions.map(
          ({ text, points }, index) => `${text}: ${score.answers[index] ?? '–'}/${points}`,
        ),
        words: score.words,
        result: percent(score.result),
      }
