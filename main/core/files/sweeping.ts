import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { eraseBinned } from '../../../db/clients/files.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'

const day = 24 * 3_600_000

/** So long a file can be taken out of the bin; then it goes for good, and the log says so. */
const daysInBin = 90
const erasedAtOnce = 500

const sweptAt = new WeakMap<Office, number>()

async function emptyBin(office: Office, before: number): Promise<void> {
  const erase = () =>
    writeAs(office, null, 'this computer', 'files.erase', async ({ trx, log, tell }) => {
      const erased = await eraseBinned(trx, before, erasedAtOnce)
      const clients = Map.groupBy(erased, ({ clientId }) => clientId)
      for (const [id, files] of clients)
        log({
          subject: { type: 'client', id, name: files[0]!.client },
          changes: [{ field: 'client.files', before: files.map(({ name }) => name), after: null }],
        })
      if (erased.length > 0) tell({ type: 'client.changed', ids: [...clients.keys()] })
      return erased.length
    })
  // eslint-disable-next-line no-await-in-loop -- a portion at a time, so that calls are answered in between
  while ((await erase()) === erasedAtOnce) await setImmediate()
}

/**
 * Once a day takes away what has lain in the bin long enough, and the bytes that neither the base nor any of its backups knows. A backup names its files and does
 * not hold them, so that fourteen of them do not hold everything fourteen times: for that every file stays that any of
 * them could bring back. Where one cannot be read, nothing goes.
 */
export async function sweepFiles(office: Office): Promise<void> {
  const now = office.now()
  const last = sweptAt.get(office)
  if (last !== undefined && now - last < day) return
  sweptAt.set(office, now)
  try {
    await emptyBin(office, now - daysInBin * day)
    const backups = office.backups.list().map(({ name }) => join(office.folder.backups, name))
    const known = await office.readers.run('files.known', [backups])
    await office.files.sweep(new Set(known), now - day)
  } catch (error) {
    note('error', 'sweeping files', error)
  }
}
