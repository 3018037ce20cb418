import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientDraft } from '../../app/contract/clients.ts'
import { openForReading, openForWriting, type Connection, type ReadingConnection } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { insertClients, type Making } from './write.ts'
import { insertReadyEntries } from '../lists/entries.ts'

/** A base in a folder of its own, for tests of queries: real SQLite, gone afterwards. */
export interface TemporaryBase {
  readonly writing: Connection
  readonly reading: ReadingConnection
  /** Ids of the clients made, in the order of the drafts. */
  add(
    drafts: readonly ClientDraft[],
    making?: Partial<Making> | ((index: number) => Making),
  ): Promise<number[]>
  remove(): void
}

export const office = { sortLanguage: 'en', country: 'KH' } as const

export async function temporaryBase(): Promise<TemporaryBase> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-test-'))
  const file = join(folder, 'office.sqlite')
  const writing = openForWriting(file)
  await migrate(writing)
  await writing.kysely.transaction().execute(insertReadyEntries)
  const reading = openForReading(file)
  return {
    writing,
    reading,
    add: (drafts, making) =>
      writing.kysely
        .transaction()
        .execute((trx) =>
          insertClients(
            trx,
            drafts,
            office,
            typeof making === 'function' ? making : { at: 1, by: null, importId: null, ...making },
          ),
        ),
    remove() {
      reading.close()
      writing.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
