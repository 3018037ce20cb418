import { setImmediate } from 'node:timers/promises'
import type { ListEntry, ListId } from '../../../app/contract/lists.ts'
import { Refusal } from '../../../app/errors.ts'
import { setEntryRetired } from '../../../db/lists/entries.ts'
import { addMarks, exchangeEntry } from '../../../db/lists/holding.ts'
import {
  insertEntryMerge,
  readEntryMerge,
  setMergeClients,
  setMergeState,
  type EntryMerge,
} from '../../../db/lists/merges.ts'
import type { Writing } from '../../../db/tables.ts'
import { SliceSize } from '../sliceSize.ts'
import type { LogEntry, Services } from '../work.ts'
import { theEntry } from './entry.ts'
import { follow, followBack } from './following.ts'

/** Runs a change in a transaction of its own. */
type Transacting = (change: (trx: Writing) => Promise<void>) => Promise<void>
type Clients = Pick<EntryMerge, 'entry' | 'into' | 'had' | 'both'>

const isMark = (list: ListId): boolean => list === 'relation' || list === 'group'

/** In portions; nothing else is told of them than that clients have changed, once at the end. */
async function inPortions(
  transact: Transacting,
  ids: readonly number[],
  change: (trx: Writing, some: readonly number[]) => Promise<void>,
): Promise<void> {
  // As they lie in the base: neighbours are written together.
  const sorted = ids.toSorted((a, b) => a - b)
  const size = new SliceSize()
  for (let from = 0; from < sorted.length;) {
    const some = sorted.slice(from, from + size.records)
    const began = performance.now()
    // eslint-disable-next-line no-await-in-loop -- one after the other, so that others come in between
    await transact((trx) => change(trx, some))
    size.took(some.length, performance.now() - began)
    from += some.length
    // eslint-disable-next-line no-await-in-loop -- the same
    await setImmediate()
  }
}

/** Whoever still has the entry has the other one afterwards: can be done again where it was broken off. */
export const moveOver = (transact: Transacting, list: ListId, { entry, into, had }: Clients): Promise<void> =>
  inPortions(transact, had, (trx, some) => exchangeEntry(trx, list, some, entry, into))

/** The way back, for those who were not given another entry since. It too can be done again. */
export async function moveBack(
  transact: Transacting,
  list: ListId,
  { entry, into, had, both }: Clients,
): Promise<void> {
  const two = new Set(both)
  const one = had.filter((client) => !two.has(client))
  await inPortions(transact, one, (trx, some) => exchangeEntry(trx, list, some, into, entry))
  if (isMark(list)) await inPortions(transact, both, (trx, some) => addMarks(trx, some, entry))
}

/** Who has the entry, and of them who has the other one too; `holders` gives those of one. */
export async function clientsOf(
  list: ListId,
  { entry, into }: Pick<EntryMerge, 'entry' | 'into'>,
  holders: (entry: number) => Promise<readonly number[]>,
): Promise<Pick<EntryMerge, 'had' | 'both'>> {
  const had = await holders(entry)
  const others = new Set(isMark(list) ? await holders(into) : [])
  return { had, both: had.filter((client) => others.has(client)) }
}

/** What the log says of a merge. */
export const saidOfMerge = ({ id, name, list }: ListEntry, other: ListEntry, clients: number): LogEntry => ({
  subject: { type: 'entry', id, name },
  changes: [
    { field: 'entry.list', before: null, after: list },
    { field: 'entry.into', before: null, after: other.name },
    { field: 'entry.clients', before: null, after: clients },
  ],
})

/**
 * The entry is retired first, so that nobody is given it while clients move. It goes on to its end whoever waits; what
 * a crash breaks off is brought to its end at the next start (`finishMerges`).
 */
export const mergeEntry: Services<'lists'>['mergeEntry'] = async (given, { id, into }) => {
  const { entry, other, merge } = await given.write(async (work) => {
    const [entry, other] = [await theEntry(work.trx, id), await theEntry(work.trx, into)]
    if (entry.list !== other.list || id === into || other.retired) throw new Refusal('NOT_FOUND')
    await setEntryRetired(work.trx, id, work.at)
    const limits = await follow(work, entry, into)
    const by = { at: work.at, by: work.actor.userId }
    work.tell({ type: 'lists.changed' })
    const merge = { id: await insertEntryMerge(work.trx, { entry: id, into, limits }, by), limits }
    return { entry, other, merge }
  })
  const { list } = entry
  const between = { entry: id, into }
  const clients = await clientsOf(list, between, (one) =>
    given.office.readers.run('lists.holders', [list, one]),
  )
  await given.write(async (work) => {
    await setMergeClients(work.trx, merge, clients)
    work.log(saidOfMerge(entry, other, clients.had.length))
  })
  await moveOver((change) => given.write(({ trx }) => change(trx), 'lightly'), list, {
    ...between,
    ...clients,
  })
  await given.write(async (work) => {
    await setMergeState(work.trx, merge.id, 'merged', work.at)
    work.tell({ type: 'client.changed' })
  })
  return { merge: merge.id, count: clients.had.length }
}

/** Those who were given another entry since keep it. */
export const undoMerge: Services<'lists'>['undoMerge'] = async (given, { merge }) => {
  const { list, kept } = await given.write(async (work) => {
    const kept = await readEntryMerge(work.trx, merge)
    if (kept?.state !== 'merged') throw new Refusal('NOT_FOUND')
    const { id, list, name } = await theEntry(work.trx, kept.entry)
    await setMergeState(work.trx, merge, 'undoing', work.at)
    await setEntryRetired(work.trx, id, null)
    await followBack(work, list, kept)
    work.log({
      subject: { type: 'entry', id, name },
      changes: [
        { field: 'entry.list', before: null, after: list },
        { field: 'entry.into', before: (await theEntry(work.trx, kept.into)).name, after: null },
        { field: 'entry.clients', before: kept.had.length, after: null },
      ],
    })
    work.tell({ type: 'lists.changed' })
    return { list, kept }
  })
  await moveBack((change) => given.write(({ trx }) => change(trx), 'lightly'), list, kept)
  await given.write(async (work) => {
    await setMergeState(work.trx, merge, 'undone', work.at)
    work.tell({ type: 'client.changed' })
  })
  return { count: kept.had.length }
}
