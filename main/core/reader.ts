import { endReading } from './readerEnd.ts'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { ListId } from '../../app/contract/lists.ts'
import { Refusal, type ErrorCode } from '../../app/errors.ts'
import type { ResultScope } from '../../db/calls/results.ts'
import { lookInto, problemOfBase } from '../../db/check.ts'
import { findDuplicates } from '../../db/clients/duplicates.ts'
import { knownHashes } from '../../db/clients/files.ts'
import { walkNames } from '../../db/clients/ranks.ts'
import { searchClients, type SearchScope } from '../../db/clients/search.ts'
import type { ClientScope } from '../../db/clients/visible.ts'
import { bringLogIn, openForReading, type ReadingConnection } from '../../db/connection.ts'
import { countUses, readHolders } from '../../db/lists/holding.ts'
import { readOperationGroups, readOperations } from '../../db/log.ts'
import { migrations } from '../../migrations/index.ts'
import { costedCalls, costReport, type CostedOrder, type CostOrder } from './calls/costs/reporting.ts'
import { normFacts, type NormOrder } from './calls/quality/facts.ts'
import { resultsOf } from './calls/results/results.ts'
import { writeExport, type ExportOrder } from './clients/export/writing.ts'
import { handOver, type ReadingOrder } from './imports/handing.ts'
import { previewOf, type PreviewOrder } from './imports/previewing.ts'
import { refusedRowsOf } from './imports/refusing.ts'
import type { FileOrder } from './imports/judged.ts'

/**
 * Runs in a worker thread: whatever may take longer than a window is ready to wait. Each job is a function of a
 * read-only connection, and of a way to tell how far it is; a job that never ends is ended with its thread.
 */
const jobs = {
  'clients.search': (base: ReadingConnection, args: [text: string, limit: number, scope: SearchScope]) =>
    searchClients(base.kysely, ...args),
  'clients.walk': async (
    base: ReadingConnection,
    args: [step: number, unfinishedImport: number | undefined],
  ) => walkNames(base, ...args),
  'clients.duplicates': async (base: ReadingConnection, args: [limit: number, scope: ClientScope]) =>
    findDuplicates(base, ...args),
  'clients.export': (
    base: ReadingConnection,
    args: [order: ExportOrder],
    tell: (progress: ReaderProgress) => void,
  ) => writeExport(base, ...args, tell),
  'calls.results': (base: ReadingConnection, args: [scope: ResultScope]) => resultsOf(base.kysely, ...args),
  'calls.norms': (base: ReadingConnection, args: [order: NormOrder]) => normFacts(base.kysely, ...args),
  'calls.costs': (base: ReadingConnection, args: [order: CostOrder]) => costReport(base.kysely, ...args),
  'calls.costed': (base: ReadingConnection, args: [order: CostedOrder]) => costedCalls(base.kysely, ...args),
  'lists.uses': (base: ReadingConnection, _: []) => countUses(base.kysely),
  'lists.holders': (base: ReadingConnection, args: [list: ListId, entry: number]) =>
    readHolders(base.kysely, ...args),
  'imports.preview': (base: ReadingConnection, args: [order: PreviewOrder]) =>
    previewOf(base.kysely, ...args),
  'imports.refused': (base: ReadingConnection, args: [order: FileOrder]) =>
    refusedRowsOf(base.kysely, ...args),
  /** Hands over what it reads by a line of its own, as there is much of it. */
  'imports.read': (base: ReadingConnection, args: [order: ReadingOrder, port: MessagePort]) =>
    handOver(base.kysely, ...args),
  'log.page': (
    base: ReadingConnection,
    args: Parameters<typeof readOperations> extends [unknown, ...infer Rest] ? Rest : never,
  ) => readOperations(base.kysely, ...args),
  'log.groups': (
    base: ReadingConnection,
    args: Parameters<typeof readOperationGroups> extends [unknown, ...infer Rest] ? Rest : never,
  ) => readOperationGroups(base.kysely, ...args),
  /** Every file that the base or one of its backups knows. */
  'files.known': async (base: ReadingConnection, args: [backups: string[]]) => [
    ...new Set([knownHashes(base), ...args[0].map((file) => lookInto(file, knownHashes))].flat()),
  ],
  'base.check': async (_: ReadingConnection, args: [file: string]) =>
    problemOfBase(args[0], Object.keys(migrations), 'full') ?? null,
  'base.bringLogIn': async (base: ReadingConnection, _args: []) => bringLogIn(base.raw.name),
  /** Reads for `milliseconds`: the measure of a long report in the bench and in tests. */
  'base.readFor': async (base: ReadingConnection, args: [milliseconds: number]) => {
    const end = performance.now() + args[0]
    const count = base.raw.prepare(
      'SELECT count(*), sum(length(sort_key)), max(changed_at) FROM clients NOT INDEXED',
    )
    let rounds = 0
    while (performance.now() < end) {
      count.get()
      rounds++
    }
    return rounds
  },
} as const

export type ReaderJobs = typeof jobs
export type ReaderJob = keyof ReaderJobs
export interface ReaderRequest {
  readonly number: number
  readonly job: ReaderJob
  readonly args: unknown
}
export interface ReaderProgress {
  readonly done: number
  readonly total: number
}
export type ReaderAnswer = { readonly number: number } & (
  | { readonly progress: ReaderProgress }
  | { readonly result: unknown }
  | { readonly refused: { readonly code: ErrorCode; readonly data: unknown } }
  | { readonly error: string }
)

if (parentPort) {
  const port = parentPort
  const base = openForReading((workerData as { file: string }).file)
  let working = 0
  port.on('message', (request: ReaderRequest | typeof endReading) => {
    if (request === endReading) {
      // A job that waits for something is given up here, between two calls to SQLite.
      if (working > 0) process.exit()
      // The thread has nothing left to wait for and ends by itself, its base closed in good order.
      base.close()
      port.close()
      return
    }
    const { number, job, args } = request
    working++
    void (async () => {
      try {
        const run = jobs[job] as (
          base: ReadingConnection,
          args: unknown,
          tell: (progress: ReaderProgress) => void,
        ) => Promise<unknown>
        const tell = (progress: ReaderProgress) =>
          port.postMessage({ number, progress } satisfies ReaderAnswer)
        port.postMessage({ number, result: await run(base, args, tell) } satisfies ReaderAnswer)
      } catch (error) {
        if (error instanceof Refusal) {
          const { code, data } = error
          port.postMessage({ number, refused: { code, data } } satisfies ReaderAnswer)
          return
        }
        port.postMessage({
          number,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        } satisfies ReaderAnswer)
      } finally {
        working--
      }
    })()
  })
}
