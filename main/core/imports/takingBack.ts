import { setImmediate, setTimeout } from 'node:timers/promises'
import { Refusal } from '../../../app/errors.ts'
import { eraseClients } from '../../../db/clients/write.ts'
import { countImported, importedIds, setImportState } from '../../../db/imports.ts'
import type { Reading } from '../../../db/tables.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'
import type { LongWork } from '../work.ts'

/** Clients erased in one go: calls wait some milliseconds for it. */
const slice = 200

/** Milliseconds until it is tried again, where the disk is full or a backup is being restored. */
const pause = 1000

/**
 * Erases what an import wrote that did not come to its end, a little at a time. It does not give up: what is left would
 * be shown as soon as the import no longer counts as running. Where the base is closed or exchanged meanwhile, the rest
 * is taken back when it is opened next (`takeBackUnfinished`).
 */
export async function takeBack(
  office: Office,
  base: Reading,
  id: number,
  state: 'cancelled' | 'failed',
): Promise<void> {
  const isThere = () => !office.vanished && office.reading === base
  while (isThere()) {
    try {
      const left = await office.use(async () => {
        if (!isThere()) return false
        const ids = await importedIds(base, id, { untouched: false, after: 0, limit: slice })
        await office.writing.transaction().execute(async (trx) => {
          await eraseClients(trx, ids)
          if (ids.length < slice) await setImportState(trx, id, state)
        })
        return ids.length === slice
      })
      if (!left) break
      await setImmediate()
    } catch (error) {
      if (!(error instanceof Refusal)) note('error', 'taking back an import', error)
      await setTimeout(pause, undefined, { ref: false })
    }
  }
  office.tell({ type: 'import.progress', id, done: 0, rows: null, state })
}

/** Offices in which somebody takes back an import. */
const takingBack = new WeakSet<Office>()
export const isTakingBack = (office: Office): boolean => takingBack.has(office)

/**
 * Erases the clients of a complete import that nobody has touched since, a little at a time. Broken off, it is still
 * complete, with fewer clients, and can be taken back again. Throws BUSY while another import runs or is taken back.
 */
export async function undoImport(
  { office, write }: LongWork,
  id: number,
  file: string,
): Promise<{ removed: number; kept: number }> {
  if (office.importing || isTakingBack(office)) throw new Refusal('BUSY', { what: 'import' })
  takingBack.add(office)
  try {
    let removed = 0
    let last: number | undefined = 0
    while (last !== undefined) {
      const after: number = last
      last = await write(async ({ trx, afterwards }) => {
        const ids = await importedIds(trx, id, { untouched: true, after, limit: slice })
        await eraseClients(trx, ids)
        removed += ids.length
        afterwards(() => office.columns.changed(ids))
        return ids.at(-1)
      })
      await setImmediate()
    }
    const kept = await write(async ({ trx, log, tell }) => {
      const kept = await countImported(trx, id)
      await setImportState(trx, id, 'undone')
      log({
        subject: { type: 'import', id, name: file },
        changes: [
          { field: 'import.removed', before: null, after: removed },
          { field: 'import.kept', before: null, after: kept },
        ],
      })
      tell({ type: 'import.progress', id, done: removed, rows: removed, state: 'undone' })
      tell({ type: 'client.changed' })
      return kept
    })
    return { removed, kept }
  } finally {
    takingBack.delete(office)
  }
}
