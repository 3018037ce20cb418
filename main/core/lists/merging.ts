import { isDeepStrictEqual } from 'node:util'
import { setImmediate } from 'node:timers/promises'
import type { ListEntry } from '../../../app/contract/lists.ts'
import { Refusal } from '../../../app/errors.ts'
import { setEntryRetired } from '../../../db/lists/entries.ts'
import {
  addMarks,
  exchangeEntry,
  insertEntryMerge,
  readEntryMerge,
  setEntryMergeUndone,
  type EntryMerge,
  type Limits,
} from '../../../db/lists/holding.ts'
import { readFields, updateField } from '../../../db/lists/fields.ts'
import { readRoles, updateRole } from '../../../db/staff.ts'
import type { LongWork, Services, Work } from '../work.ts'
import { theEntry } from './entry.ts'

/** Clients written at once; then calls have their turn. */
const portion = 1000

/** In portions; nothing else is told of them than that clients have changed, once at the end. */
async function inPortions(
  given: LongWork,
  ids: readonly number[],
  change: (work: Work, some: readonly number[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < ids.length; from += portion) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, so that others come in between
    await given.write((work) => change(work, ids.slice(from, from + portion)))
    // eslint-disable-next-line no-await-in-loop -- the same
    await setImmediate()
  }
}

const followed = (ids: readonly number[], entry: number, into: number) => [
  ...new Set(ids.map((id) => (id === entry ? into : id))),
]

/** Roles and fields that are limited to a kind of counterparty follow it into the other. Returns what they were limited to. */
async function limitsFollow(work: Work, entry: number, into: number): Promise<EntryMerge['limits']> {
  const roles = (await readRoles(work.trx)).filter(({ grant }) => grant.onlyRelations.includes(entry))
  const fields = (await readFields(work.trx)).filter(({ relationIds }) => relationIds.includes(entry))
  for (const { id, name, grant } of roles)
    // eslint-disable-next-line no-await-in-loop -- one connection
    await updateRole(work.trx, id, {
      name,
      grant: { ...grant, onlyRelations: followed(grant.onlyRelations, entry, into) },
    })
  for (const field of fields)
    // eslint-disable-next-line no-await-in-loop -- the same
    await updateField(work.trx, field.id, {
      ...field,
      relationIds: followed(field.relationIds, entry, into),
    })
  work.office.sessions.forgetPeople(work)
  return {
    roles: roles.map(({ id, grant }) => ({ id, before: grant.onlyRelations })),
    fields: fields.map(({ id, relationIds }) => ({ id, before: relationIds })),
  }
}

/** The way back, for those that nobody has changed since. */
async function limitsReturn(work: Work, { entry, into, limits }: EntryMerge): Promise<void> {
  const before = (all: Limits, id: number, now: readonly number[]) => {
    const was = all.find((one) => one.id === id)?.before
    return was && isDeepStrictEqual(followed(was, entry, into), now) ? [...was] : undefined
  }
  for (const { id, name, grant } of await readRoles(work.trx)) {
    const onlyRelations = before(limits.roles, id, grant.onlyRelations)
    // eslint-disable-next-line no-await-in-loop -- one connection
    if (onlyRelations) await updateRole(work.trx, id, { name, grant: { ...grant, onlyRelations } })
  }
  for (const field of await readFields(work.trx)) {
    const relationIds = before(limits.fields, field.id, field.relationIds)
    // eslint-disable-next-line no-await-in-loop -- the same
    if (relationIds) await updateField(work.trx, field.id, { ...field, relationIds })
  }
  work.office.sessions.forgetPeople(work)
}

/**
 * The entry is retired first, so that nobody is given it while clients move; what a crash leaves behind is an entry that
 * is not offered any more, and can be merged again.
 */
export const mergeEntry: Services<'lists'>['mergeEntry'] = async (given, { id, into }) => {
  const { office, signal } = given
  const start = await given.write(async (work) => {
    const [entry, other] = [await theEntry(work.trx, id), await theEntry(work.trx, into)]
    if (entry.list !== other.list || id === into || other.retired) throw new Refusal('NOT_FOUND')
    await setEntryRetired(work.trx, id, work.at)
    const limits = entry.list === 'relation' ? await limitsFollow(work, id, into) : { roles: [], fields: [] }
    work.tell({ type: 'lists.changed' })
    return { entry, other, limits }
  })
  const { list } = start.entry
  const had = await office.readers.run('lists.holders', [list, id], signal)
  const others = isMark(start.entry) ? await office.readers.run('lists.holders', [list, into], signal) : []
  const having = new Set(others)
  const merge = await given.write(async (work) => {
    work.log({
      subject: { type: 'entry', id, name: start.entry.name },
      changes: [
        { field: 'entry.list', before: null, after: list },
        { field: 'entry.into', before: null, after: start.other.name },
        { field: 'entry.clients', before: null, after: had.length },
      ],
    })
    return insertEntryMerge(
      work.trx,
      { entry: id, into, had, both: had.filter((client) => having.has(client)), limits: start.limits },
      { at: work.at, by: work.actor.userId },
    )
  })
  await inPortions(given, had, (work, some) => exchangeEntry(work.trx, list, some, id, into))
  await given.write(async (work) => work.tell({ type: 'client.changed' }))
  return { merge, count: had.length }
}

/** Those who were given another entry since keep it. */
export const undoMerge: Services<'lists'>['undoMerge'] = async (given, { merge }) => {
  const { entry, kept } = await given.write(async (work) => {
    const kept = await readEntryMerge(work.trx, merge)
    if (!kept) throw new Refusal('NOT_FOUND')
    const entry = await theEntry(work.trx, kept.entry)
    await setEntryMergeUndone(work.trx, merge, work.at)
    await setEntryRetired(work.trx, entry.id, null)
    await limitsReturn(work, kept)
    work.log({
      subject: { type: 'entry', id: entry.id, name: entry.name },
      changes: [
        { field: 'entry.list', before: null, after: entry.list },
        { field: 'entry.into', before: (await theEntry(work.trx, kept.into)).name, after: null },
        { field: 'entry.clients', before: kept.had.length, after: null },
      ],
    })
    work.tell({ type: 'lists.changed' })
    return { entry, kept }
  })
  const { list } = entry
  const both = new Set(kept.both)
  await inPortions(
    given,
    kept.had.filter((client) => !both.has(client)),
    (work, some) => exchangeEntry(work.trx, list, some, kept.into, kept.entry),
  )
  if (isMark(entry)) await inPortions(given, kept.both, (work, some) => addMarks(work.trx, some, kept.entry))
  await given.write(async (work) => work.tell({ type: 'client.changed' }))
  return { count: kept.had.length }
}

const isMark = ({ list }: ListEntry): boolean => list === 'relation' || list === 'group'
