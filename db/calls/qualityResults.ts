import { sql } from 'kysely'
import type { Reading } from '../tables.ts'
import type { ResultScope } from './results.ts'

/** What scores of calls that began in a stretch of time come to, by employee. */
export const sumScores = (base: Reading, { from, to, ownOf }: ResultScope) =>
  base
    .selectFrom('quality_scores')
    .select(({ fn }) => [
      'user_id as userId',
      fn.countAll<number>().as('scored'),
      // Rounded half up.
      sql<number>`(sum(result) * 2 + count(*)) / (2 * count(*))`.as('average'),
      fn.min<number>('result').as('lowest'),
    ])
    .where('removed_at', 'is', null)
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .$if(ownOf !== undefined, (query) => query.where('user_id', '=', ownOf!))
    .groupBy('user_id')
    .execute()

/** How many moments of such calls are marked, by employee. */
export const countMarks = (base: Reading, { from, to, ownOf }: ResultScope) =>
  base
    .selectFrom('quality_marks')
    .select(({ fn }) => ['user_id as userId', fn.countAll<number>().as('marks')])
    .where('removed_at', 'is', null)
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .$if(ownOf !== undefined, (query) => query.where('user_id', '=', ownOf!))
    .groupBy('user_id')
    .execute()

/** Scored calls that began in a stretch of time, the latest first. */
export async function pageOfScores(
  base: Reading,
  { from, to, ownOf }: ResultScope,
  offset: number,
  limit: number,
) {
  const scored = base
    .selectFrom('quality_scores as score')
    .where('removed_at', 'is', null)
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .$if(ownOf !== undefined, (query) => query.where('score.user_id', '=', ownOf!))
  const { total } = await scored
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await scored
    .innerJoin('quality_versions as version', 'version.id', 'version_id')
    .innerJoin('quality_checklists as list', 'list.id', 'checklist_id')
    .innerJoin('users as author', 'author.id', 'by_id')
    .leftJoin('users as employee', 'employee.id', 'score.user_id')
    .select([
      'call_id as call',
      'started_at as startedAt',
      'employee.name as employee',
      'list.name as checklist',
      'result',
      'words',
      'author.name as by',
    ])
    .orderBy('started_at', 'desc')
    .orderBy('call_id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return { total, rows }
}

/**
 * Incoming calls that began in a stretch of time and are over, and how many were answered within `answerMs`; of those
 * missed that were returned, or could have been until `now` within `returnMs`, how many were in time.
 */
export async function countNorms(
  base: Reading,
  { from, to }: { from: number; to: number },
  { answerMs, returnMs, now }: { answerMs: number; returnMs: number; now: number },
) {
  const due = sql`(missed = 1 AND (returned_at IS NOT NULL OR ended_at + ${returnMs} <= ${now}))`
  return base
    .selectFrom('calls')
    .select([
      sql<number>`count(*)`.as('incoming'),
      sql<number>`ifnull(sum(outcome = 'answered' AND wait_ms <= ${answerMs}), 0)`.as('answered'),
      sql<number>`ifnull(sum(${due}), 0)`.as('missed'),
      sql<number>`ifnull(sum(${due} AND ifnull(returned_at - ended_at <= ${returnMs}, 0)), 0)`.as('returned'),
    ])
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .where('direction', '=', 'incoming')
    .where('outcome', 'is not', null)
    .executeTakeFirstOrThrow()
}
