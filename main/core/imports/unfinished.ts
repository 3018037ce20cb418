import { eraseImport, readUnfinishedImports, setImportState } from '../../../db/imports.ts'
import type { Connection } from '../../../db/connection.ts'

/** An import that a power cut or crash broke off was never shown: what it wrote is taken back at the next start. */
export async function takeBackUnfinished({ kysely }: Connection): Promise<void> {
  for (const { id } of await readUnfinishedImports(kysely)) {
    await kysely.transaction().execute(async (trx) => {
      await eraseImport(trx, id)
      await setImportState(trx, id, 'failed')
    })
  }
}
