import { isDeepStrictEqual } from 'node:util'
import type { QualityQuestion } from '../../../../app/contract/callQuality.ts'
import { Refusal } from '../../../../app/errors.ts'
import { fold } from '../../../../app/folding.ts'
import {
  checklistNamed,
  insertChecklist,
  insertVersion,
  readChecklists,
  updateChecklist,
  type StoredChecklist,
} from '../../../../db/calls/quality.ts'
import type { Reading } from '../../../../db/tables.ts'
import { changesBetween } from '../../changes.ts'
import type { Services } from '../../work.ts'

/** What calls are judged by. Questions are never changed, only followed by others: a score keeps its own. */
export const checklists: Pick<Services<'callQuality'>, 'checklists' | 'saveChecklist' | 'retireChecklist'> = {
  checklists: ({ base }) => readChecklists(base),

  async saveChecklist({ trx, at, log, tell }, { id, name, questions }) {
    const before = id === undefined ? undefined : await theChecklist(trx, id)
    const folded = fold(name)
    const namesake = await checklistNamed(trx, folded)
    if (namesake !== undefined && namesake !== id) throw new Refusal('NAME_TAKEN', { name })
    const saved = id ?? (await insertChecklist(trx, { name, folded }))
    if (before && before.name !== name) await updateChecklist(trx, saved, { name, folded })
    if (!isDeepStrictEqual(before?.questions, questions)) await insertVersion(trx, saved, questions, at)
    const changes = changesBetween('checklist', before ? logged(before) : {}, logged({ name, questions }))
    if (changes.length > 0) log({ subject: { type: 'checklist', id: saved, name }, changes })
    tell({ type: 'callQuality.changed' })
    return theChecklist(trx, saved)
  },

  async retireChecklist({ trx, at, log, tell }, { id, retired }) {
    const { name, retired: before } = await theChecklist(trx, id)
    await updateChecklist(trx, id, { retired_at: retired ? at : null })
    const changes = changesBetween('checklist', { retired: before }, { retired })
    if (changes.length > 0) log({ subject: { type: 'checklist', id, name }, changes })
    tell({ type: 'callQuality.changed' })
    return null
  },
}

const logged = ({ name, questions }: { name: string; questions: readonly QualityQuestion[] }) => ({
  name,
  questions: questions.map(({ text, points, weight }) => `${text} (${points} × ${weight})`),
})

async function theChecklist(base: Reading, id: number): Promise<StoredChecklist> {
  const [found] = await readChecklists(base, id)
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}
