import { setImmediate, setTimeout } from 'node:timers/promises'
import type { UndoneImport } from '../../../app/contract/imports.ts'
import { Refusal } from '../../../app/errors.ts'
import { eraseClients } from '../../../db/clients/write.ts'
import { countImported, importedIds, readImportedNames, setImportState } from '../../../db/imports.ts'
import { readSettings } from '../../../db/settings.ts'
import type { Reading } from '../../../db/tables.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'
import type { LongWork } from '../work.ts'
import { restoreSome } from './restoring.ts'
import type { ImportOrder } from './run.ts'

/** Clients erased in one go: calls wait some milliseconds for it. */
const slice = 200

/** Clients that stayed are named to this number, and counted beyond. */
const mostStayed = 100

/** Milliseconds until it is tried again, where the disk is full or a backup is being restored. */
const pause = 1000

/**
 * Takes back what an import wrote that did not come to its end, a little at a time. It does not give up: what is left
 * would be shown as soon as the import no longer counts as running. Where the base is closed or exchanged meanwhile, the
 * rest is taken back when it is opened next (`takeBackUnfinished`).
 */
export async function takeBack(
  office: Office,
  { actor, seat, settings }: Pick<ImportOrder, 'actor' | 'seat' | 'settings'>,
  base: Reading,
  id: number,
  state: 'cancelled' | 'failed',
): Promise<void> {
  const isThere = () => !office.vanished && office.reading === base
  /** The last known client that was put back; undefined once all are. */
  let after: number | undefined = 0
  while (isThere()) {
    try {
      const left: boolean = await office.use(async () => {
        if (!isThere()) return false
        if (after !== undefined) {
          const behind: number = after
          after = await writeAs(office, actor, seat, 'imports.undo', async ({ trx, at, log }) => {
            const making = { at, by: actor?.userId ?? null }
            const { last, entries } = await restoreSome(trx, id, behind, settings, making)
            entries.forEach(log)
            return last
          })
          return true
        }
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
 * Takes back a complete import, a little at a time: erases the clients it made and puts back the cards it added to, as
 * long as nobody has touched them since. Broken off, it is still complete, with less in it, and can be taken back again.
 * Throws BUSY while another import runs or is taken back.
 */
export async function undoImport(
  { office, actor, base, write }: LongWork,
  id: number,
  file: string,
): Promise<UndoneImport> {
  if (office.importing || isTakingBack(office)) throw new Refusal('BUSY', { what: 'import' })
  takingBack.add(office)
  try {
    const settings = await readSettings(base)
    if (!settings) throw new Refusal('NOT_FOUND')
    const stayed: UndoneImport['stayed'] = []
    let [removed, restored, kept] = [0, 0, 0]
    for (let last: number | undefined = 0; last !== undefined;) {
      const after: number = last
      const back = await write(async ({ trx, at, log, afterwards }) => {
        const some = await restoreSome(trx, id, after, settings, { at, by: actor.userId })
        some.entries.forEach(log)
        afterwards(() => office.columns.changed(some.restored))
        return some
      })
      restored += back.restored.length
      kept += back.stayed.length
      stayed.push(...back.stayed.slice(0, mostStayed - stayed.length))
      last = back.last
      await setImmediate()
    }
    for (let last: number | undefined = 0; last !== undefined;) {
      const after: number = last
      const ids = await write(async ({ trx, afterwards }) => {
        const ids = await importedIds(trx, id, { untouched: true, after, limit: slice })
        await eraseClients(trx, ids)
        afterwards(() => office.columns.changed(ids))
        return ids
      })
      removed += ids.length
      last = ids.at(-1)
      await setImmediate()
    }
    return await write(async ({ trx, log, tell }) => {
      kept += await countImported(trx, id)
      stayed.push(...(await readImportedNames(trx, id)).slice(0, mostStayed - stayed.length))
      await setImportState(trx, id, 'undone')
      log({
        subject: { type: 'import', id, name: file },
        changes: Object.entries({ removed, restored, kept }).map(([field, after]) => ({
          field: `import.${field}`,
          before: null,
          after,
        })),
      })
      tell({ type: 'import.progress', id, done: removed, rows: removed, state: 'undone' })
      tell({ type: 'client.changed' })
      return { removed, restored, kept, stayed }
    })
  } finally {
    takingBack.delete(office)
  }
}
