import type { Insertable } from 'kysely'
import type { QualityQuestion } from '../../app/contract/callQuality.ts'
import type { Reading, Tables, Writing } from '../tables.ts'

export interface StoredChecklist {
  readonly id: number
  readonly name: string
  readonly retired: boolean
  readonly version: number
  readonly questions: QualityQuestion[]
}

/** Checklists with their latest questions, those in use first, then by name. */
export async function readChecklists(base: Reading, id?: number): Promise<StoredChecklist[]> {
  const rows = await base
    .selectFrom('quality_checklists as list')
    .innerJoin('quality_versions as version', 'version.checklist_id', 'list.id')
    .select(['list.id', 'list.name', 'list.retired_at', 'version.id as version', 'version.questions'])
    .where('version.id', '=', (eb) =>
      eb
        .selectFrom('quality_versions as other')
        .select(({ fn }) => fn.max<number>('other.id').as('latest'))
        .whereRef('other.checklist_id', '=', 'list.id'),
    )
    .$if(id !== undefined, (query) => query.where('list.id', '=', id!))
    .orderBy((eb) => eb('list.retired_at', 'is not', null))
    .orderBy('list.folded')
    .execute()
  return rows.map(({ retired_at, questions, ...row }) => ({
    ...row,
    retired: retired_at !== null,
    questions: JSON.parse(questions) as QualityQuestion[],
  }))
}

/** Another checklist of that name, in use or not. */
export async function checklistNamed(base: Reading, folded: string): Promise<number | undefined> {
  const row = await base
    .selectFrom('quality_checklists')
    .select('id')
    .where('folded', '=', folded)
    .executeTakeFirst()
  return row?.id
}

export async function insertChecklist(
  trx: Writing,
  row: Pick<Tables['quality_checklists'], 'name' | 'folded'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('quality_checklists')
    .values({ ...row, retired_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateChecklist(
  trx: Writing,
  id: number,
  change: Partial<Omit<Tables['quality_checklists'], 'id'>>,
): Promise<void> {
  await trx.updateTable('quality_checklists').set(change).where('id', '=', id).execute()
}

/** Questions as they are from now on; the id of this version. */
export async function insertVersion(
  trx: Writing,
  checklist: number,
  questions: readonly QualityQuestion[],
  at: number,
): Promise<number> {
  const { id } = await trx
    .insertInto('quality_versions')
    .values({ checklist_id: checklist, questions: JSON.stringify(questions), at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The questions of a version and what its checklist is called. */
export async function readVersion(base: Reading, id: number) {
  const row = await base
    .selectFrom('quality_versions as version')
    .innerJoin('quality_checklists as list', 'list.id', 'checklist_id')
    .select(['list.name', 'version.questions'])
    .where('version.id', '=', id)
    .executeTakeFirst()
  return row && { name: row.name, questions: JSON.parse(row.questions) as QualityQuestion[] }
}

/** The score of a call, also one that was taken away. */
export const readScore = (base: Reading, call: number) =>
  base
    .selectFrom('quality_scores as score')
    .innerJoin('users as author', 'author.id', 'by_id')
    .selectAll('score')
    .select('author.name as by')
    .where('call_id', '=', call)
    .executeTakeFirst()

/** Keeps the score of a call in place of one that was there. */
export async function writeScore(trx: Writing, row: Insertable<Tables['quality_scores']>): Promise<void> {
  const { call_id, ...rest } = row
  await trx
    .insertInto('quality_scores')
    .values(row)
    .onConflict((conflict) => conflict.column('call_id').doUpdateSet(rest))
    .execute()
}

export async function setScoreRemoved(trx: Writing, call: number, at: number | null): Promise<void> {
  await trx.updateTable('quality_scores').set({ removed_at: at }).where('call_id', '=', call).execute()
}

const marks = (base: Reading) =>
  base
    .selectFrom('quality_marks as mark')
    .innerJoin('users as author', 'author.id', 'by_id')
    .select(['mark.id', 'call_id as call', 'second', 'words', 'author.name as by', 'removed_at as removedAt'])

/** Marked moments of a call, in the order of the call. */
export const readMarks = (base: Reading, call: number) =>
  marks(base)
    .where('call_id', '=', call)
    .where('removed_at', 'is', null)
    .orderBy('second')
    .orderBy('mark.id')
    .execute()

export const readMark = (base: Reading, id: number) =>
  marks(base).where('mark.id', '=', id).executeTakeFirst()

export async function insertMark(trx: Writing, row: Insertable<Tables['quality_marks']>): Promise<number> {
  const { id } = await trx.insertInto('quality_marks').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function setMarkRemoved(trx: Writing, id: number, at: number | null): Promise<void> {
  await trx.updateTable('quality_marks').set({ removed_at: at }).where('id', '=', id).execute()
}

/** What was said of a call goes along where it goes into another; a score that is there already stays. */
export async function moveQuality(trx: Writing, from: number, to: number): Promise<void> {
  await trx.updateTable('quality_marks').set({ call_id: to }).where('call_id', '=', from).execute()
  if (await readScore(trx, to)) return
  await trx.updateTable('quality_scores').set({ call_id: to }).where('call_id', '=', from).execute()
}
