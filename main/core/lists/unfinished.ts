import type { Connection } from '../../../db/connection.ts'
import { readHolders } from '../../../db/lists/holding.ts'
import {
  readMergesUnderWay,
  setMergeClients,
  setMergeState,
  type EntryMerge,
} from '../../../db/lists/merges.ts'
import { insertOperations } from '../../../db/log.ts'
import type { Writing } from '../../../db/tables.ts'
import { theEntry } from './entry.ts'
import { clientsOf, moveBack, moveOver, saidOfMerge } from './merging.ts'

/**
 * Merges of entries, and their undoing, that a crash or a power cut broke off are brought to their end at the next
 * start: the log and the lists say already that it was done.
 */
export async function finishMerges(connection: Connection, at: number): Promise<void> {
  // eslint-disable-next-line no-await-in-loop -- one connection
  for (const merge of await readMergesUnderWay(connection.kysely)) await finish(connection, merge, at)
}

async function finish({ kysely }: Connection, merge: EntryMerge, at: number): Promise<void> {
  const transact = (change: (trx: Writing) => Promise<void>) => kysely.transaction().execute(change)
  const entry = await theEntry(kysely, merge.entry)
  const { list } = entry
  if (merge.state === 'undoing') {
    await moveBack(transact, list, merge)
    return transact((trx) => setMergeState(trx, merge.id, 'undone', at))
  }
  const clients =
    merge.state === 'merging' ? merge : await clientsOf(list, merge, (one) => readHolders(kysely, list, one))
  if (merge.state === 'begun')
    await transact(async (trx) => {
      await setMergeClients(trx, merge, clients)
      const { subject, changes } = saidOfMerge(entry, await theEntry(trx, merge.into), clients.had.length)
      const by = { at, userId: merge.userId, seat: 'office', action: 'lists.mergeEntry' }
      await insertOperations(trx, [{ ...by, subject, changes }])
    })
  await moveOver(transact, list, { ...merge, ...clients })
  await transact((trx) => setMergeState(trx, merge.id, 'merged', at))
}
