import { eraseImport, readUnfinishedImports, setImportState } from '../../../db/imports.ts'
import type { Connection } from '../../../db/connection.ts'
import { insertOperations } from '../../../db/log.ts'
import { readSettings } from '../../../db/settings.ts'
import { restoreSome } from './restoring.ts'

/** An import that a power cut or crash broke off was never shown: what it wrote is taken back at the next start. */
export async function takeBackUnfinished({ kysely }: Connection, at: number): Promise<void> {
  for (const { id } of await readUnfinishedImports(kysely)) {
    await kysely.transaction().execute(async (trx) => {
      const settings = await readSettings(trx)
      for (let after: number | undefined = settings ? 0 : undefined; after !== undefined;) {
        const { last, entries } = await restoreSome(trx, id, after, settings!, { at, by: null })
        const given = { at, userId: null, seat: 'office', action: 'imports.undo' }
        await insertOperations(
          trx,
          entries.map((entry) => ({ ...given, subject: entry.subject, changes: entry.changes })),
        )
        after = last
      }
      await eraseImport(trx, id)
      await setImportState(trx, id, 'failed')
    })
  }
}
