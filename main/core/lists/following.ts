import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { fieldOfList } from '../../../app/clientFields.ts'
import type { ListEntry } from '../../../app/contract/lists.ts'
import { criteria } from '../../../app/contract/targets.ts'
import { criterion, exchanged, type Criterion } from '../../../app/criteria.ts'
import { readFields, updateField } from '../../../db/lists/fields.ts'
import type { EntryMerge, Followed } from '../../../db/lists/merges.ts'
import { readRoles, updateRole } from '../../../db/staff.ts'
import { readAllCriteria, setCriteria } from '../../../db/targets.ts'
import { readContents, setContent } from '../../../db/views.ts'
import type { Work } from '../work.ts'

/** What else names an entry of a list, beside the clients that have it: it names the other one once two are merged. */

/** Views of the table of clients; those of other tables have fields of their own. */
const clientViews = 'clients'

/** Of what a view's window wrote, the part that says whom it shows. */
const viewContent = z.looseObject({ filters: z.array(criterion) })

type Asked = { readonly field: string; readonly from: number; readonly into: number }

const instead = (ids: readonly number[], entry: number, into: number) => [
  ...new Set(ids.map((id) => (id === entry ? into : id))),
]

/** The same stored text where the conditions in it ask for the other entry; unchanged where another version wrote it. */
function rewritten(content: string, change: (parsed: unknown) => unknown): string {
  try {
    const parsed: unknown = JSON.parse(content)
    const now = change(parsed)
    return isDeepStrictEqual(parsed, now) ? content : JSON.stringify(now)
  } catch {
    return content
  }
}

const criteriaWith = (content: string, asked: Asked): string =>
  rewritten(content, (parsed) => {
    const { text, all } = criteria.parse(parsed)
    return { text, all: exchanged(all, asked) }
  })

const viewWith = (content: string, asked: Asked): string =>
  rewritten(content, (parsed) => {
    const view = viewContent.parse(parsed)
    const filters: Criterion[] = exchanged(view.filters, asked)
    return { ...view, filters }
  })

/** Those whose text asks for the entry, with the text that asks for the other one. */
const asking = (
  all: readonly { readonly id: number; readonly content: string }[],
  change: (content: string) => string,
) =>
  all.flatMap(({ id, content }) => {
    const after = change(content)
    return after === content ? [] : [{ id, before: content, after }]
  })

/** Roles, fields, target groups and views follow an entry into the other one. Returns what they named before. */
export async function follow(work: Work, { list, id: entry }: ListEntry, into: number): Promise<Followed> {
  const asked = { field: fieldOfList(list), from: entry, into }
  const roles = (await readRoles(work.trx)).filter(({ grant }) => grant.onlyRelations.includes(entry))
  const fields = (await readFields(work.trx)).filter(({ relationIds }) => relationIds.includes(entry))
  const targets = asking(await readAllCriteria(work.trx), (content) => criteriaWith(content, asked))
  const views = asking(await readContents(work.trx, clientViews), (content) => viewWith(content, asked))
  for (const { id, name, grant } of roles)
    // eslint-disable-next-line no-await-in-loop -- one connection
    await updateRole(work.trx, id, {
      name,
      grant: { ...grant, onlyRelations: instead(grant.onlyRelations, entry, into) },
    })
  for (const field of fields)
    // eslint-disable-next-line no-await-in-loop -- the same
    await updateField(work.trx, field.id, {
      ...field,
      relationIds: instead(field.relationIds, entry, into),
    })
  // eslint-disable-next-line no-await-in-loop -- the same
  for (const { id, after } of targets) await setCriteria(work.trx, id, after)
  // eslint-disable-next-line no-await-in-loop -- the same
  for (const { id, after } of views) await setContent(work.trx, id, after)
  tell(work, { roles, targets, views })
  const kept = ({ id, before }: { id: number; before: string }) => ({ id, before })
  return {
    roles: roles.map(({ id, grant }) => ({ id, before: grant.onlyRelations })),
    fields: fields.map(({ id, relationIds }) => ({ id, before: relationIds })),
    targets: targets.map(kept),
    views: views.map(kept),
  }
}

/** The way back, for those that nobody has changed since. */
export async function followBack(
  work: Work,
  list: ListEntry['list'],
  { entry, into, limits }: EntryMerge,
): Promise<void> {
  const asked = { field: fieldOfList(list), from: entry, into }
  const ids = (all: Followed['roles'], id: number, now: readonly number[]) => {
    const was = all.find((one) => one.id === id)?.before
    return was && isDeepStrictEqual(instead(was, entry, into), now) ? [...was] : undefined
  }
  for (const { id, name, grant } of await readRoles(work.trx)) {
    const onlyRelations = ids(limits.roles, id, grant.onlyRelations)
    // eslint-disable-next-line no-await-in-loop -- one connection
    if (onlyRelations) await updateRole(work.trx, id, { name, grant: { ...grant, onlyRelations } })
  }
  for (const field of await readFields(work.trx)) {
    const relationIds = ids(limits.fields, field.id, field.relationIds)
    // eslint-disable-next-line no-await-in-loop -- the same
    if (relationIds) await updateField(work.trx, field.id, { ...field, relationIds })
  }
  const untouched = (
    all: Followed['targets'],
    now: readonly { readonly id: number; readonly content: string }[],
    change: (content: string) => string,
  ) => all.filter(({ id, before }) => now.some((one) => one.id === id && one.content === change(before)))
  for (const { id, before } of untouched(limits.targets, await readAllCriteria(work.trx), (content) =>
    criteriaWith(content, asked),
  ))
    // eslint-disable-next-line no-await-in-loop -- the same
    await setCriteria(work.trx, id, before)
  for (const { id, before } of untouched(limits.views, await readContents(work.trx, clientViews), (content) =>
    viewWith(content, asked),
  ))
    // eslint-disable-next-line no-await-in-loop -- the same
    await setContent(work.trx, id, before)
  tell(work, limits)
}

function tell(
  work: Work,
  { roles, targets, views }: Record<'roles' | 'targets' | 'views', readonly unknown[]>,
) {
  if (roles.length > 0) work.office.sessions.forgetPeople(work)
  if (targets.length > 0) work.tell({ type: 'targets.changed' })
  if (views.length > 0) work.tell({ type: 'views.changed' })
}
