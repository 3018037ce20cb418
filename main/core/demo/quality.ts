import { demoChecklist, demoMarks, demoWords } from '../../../assets/demo/quality.ts'
import { resultOf } from '../../../app/quality.ts'
import { readCalls } from '../../../db/calls/page.ts'
import { insertChecklist, insertMark, insertVersion, writeScore } from '../../../db/calls/quality.ts'
import { fold } from '../../../app/folding.ts'
import type { Writing } from '../../../db/tables.ts'
import { Chance } from './chance.ts'

/** Of so many of the latest calls somebody scored some. */
const latest = 300
const scoredShare = 0.15
const markedShare = 0.3
/** Milliseconds. Shorter talks are not worth judging. */
const leastTalk = 20_000

/** The practice office's checklist, and what its owner thought of some of the latest calls of others. */
export async function writeQuality(trx: Writing, now: number, owner: number): Promise<void> {
  const { name, questions } = demoChecklist
  const list = await insertChecklist(trx, { name, folded: fold(name) })
  const version = await insertVersion(trx, list, questions, now - 90 * 86_400_000)
  const chance = new Chance(20_261_123)
  const judged = (await readCalls(trx, { limit: latest })).filter(
    ({ outcome, user_id, talk_ms }) =>
      outcome === 'answered' && user_id !== null && user_id !== owner && talk_ms >= leastTalk,
  )
  for (const { id, user_id, started_at } of judged) {
    if (!chance.happens(scoredShare)) continue
    const answers = questions.map(({ points }) =>
      chance.happens(0.1)
        ? null
        : Math.max(
            0,
            points -
              chance.weighted([
                [0, 6],
                [1, 3],
                [3, 1],
              ]),
          ),
    )
    const result = resultOf(questions, answers)
    if (result === null) continue
    const said = { call_id: id, user_id, started_at, by_id: owner, at: now, removed_at: null }
    const words = chance.happens(0.6) ? chance.pick(demoWords) : ''
    // eslint-disable-next-line no-await-in-loop -- one connection
    await writeScore(trx, {
      ...said,
      version_id: version,
      answers: JSON.stringify(answers),
      words,
      result,
      revision: 1,
    })
    // eslint-disable-next-line no-await-in-loop -- the same
    if (chance.happens(markedShare)) await insertMark(trx, { ...said, ...chance.pick(demoMarks) })
  }
}
