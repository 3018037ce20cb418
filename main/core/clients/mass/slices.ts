import { setImmediate } from 'node:timers/promises'
import { setValue, type About, type Before } from '../../../../db/clients/mass.ts'
import { readPlaces } from '../../../../db/clients/places.ts'
import { leaveLogToOthers } from '../../../../db/connection.ts'
import { SliceSize } from '../../sliceSize.ts'
import type { LongWork, Work } from '../../work.ts'

/** So many changed clients are told one by one to windows; of more it is only told that many changed. */
const toldApart = 5000
/** So many slices, then the log is brought into the base. */
const slicesOfLog = 16

/**
 * Runs a change of very many clients a slice at a time, so that calls are answered in between; `slice` says how many it
 * looked at, and is asked again until there is nothing left or the caller goes away.
 */
export async function inSlices(
  look: LongWork,
  signal: AbortSignal,
  slice: (work: Work, size: number) => Promise<number>,
): Promise<void> {
  const { connection, readers } = look.office
  const size = new SliceSize()
  leaveLogToOthers(connection, true)
  try {
    for (let done = 1, count = 1; done > 0 && !signal.aborted; count++) {
      const from = performance.now()
      // eslint-disable-next-line no-await-in-loop -- a slice at a time
      done = await look.write((work) => slice(work, size.records), 'lightly')
      size.took(done, performance.now() - from)
      // eslint-disable-next-line no-await-in-loop -- the same
      if (count % slicesOfLog === 0) await readers.run('base.bringLogIn', [])
      // eslint-disable-next-line no-await-in-loop -- the same
      await setImmediate()
    }
  } finally {
    // The base may have been closed meanwhile.
    if (connection.raw.open) leaveLogToOthers(connection, false)
  }
}

/** Gives clients a value, and tells those who keep the order of clients and their fields. */
export async function give(work: Work, ids: readonly number[], about: About, value: Before): Promise<void> {
  const { office, trx } = work
  const change = { at: work.at, by: work.actor.userId }
  if (!('binned' in about)) {
    await setValue(trx, ids, about, value, change)
    return work.afterwards(() => office.columns.changedInPlace(ids))
  }
  const before = await readPlaces(trx, ids)
  await setValue(trx, ids, about, value, change)
  const now = await readPlaces(trx, ids)
  work.afterwards(() => {
    for (const id of ids) {
      const [was, is] = [before.get(id), now.get(id)]
      if (was === undefined || is === undefined) office.ranks.moved(was, is)
    }
    office.columns.changed(ids)
  })
}

/** Once all are changed: what `give` has told of already is told to windows only. */
export function tellAtEnd({ office, afterwards }: Work, ids: readonly number[]): void {
  if (ids.length === 0) return
  const event = { type: 'client.changed' as const, ...(ids.length <= toldApart ? { ids: [...ids] } : {}) }
  afterwards(() => office.tellWindows(event))
}
