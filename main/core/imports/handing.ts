import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { ClientDraft } from '../../../app/contract/clients.ts'
import { prepareClients, type PreparedClients } from '../../../db/clients/write.ts'
import { readUsualRelation } from '../../../db/lists/entries.ts'
import type { Reading } from '../../../db/tables.ts'
import type { Readers } from '../readers.ts'
import { clientOf } from './fileClient.ts'
import type { JudgedRow } from './judging.ts'
import { judgedTable, mappingFor, type FileOrder } from './judged.ts'
import type { ImportProblem } from './reading/imported.ts'
import { openTable } from './reading/table.ts'
import type { Workplace } from './workplaces.ts'

/** An import as the thread is told of it that reads and judges its file. */
export interface ReadingOrder extends FileOrder {
  readonly at: number
  readonly by: number | null
  /** Whether every client of the file is told of, for the command line. */
  readonly listed: boolean
}

/** What a row adds to a client that was there before, or that an earlier row has made. */
export interface RowAddition {
  readonly id: ClientOrRow
  readonly card: ClientDraft
  /** Whether it also says where the person works, which nobody knew. */
  readonly links: boolean
}

/** A client of the base, or the row of the file that becomes one. */
export type ClientOrRow = number | { readonly row: number }

/** Some rows of a file, judged, with the new clients among them ready to be written. */
export interface Portion {
  readonly rows: number
  readonly duplicates: number
  readonly refused: number
  readonly problems: readonly ImportProblem[]
  readonly clients: PreparedClients
  /** Which row made each of the clients. */
  readonly fresh: readonly number[]
  readonly additions: readonly RowAddition[]
  readonly employments: readonly { readonly person: ClientOrRow; readonly workplace: Workplace }[]
  /** Pictures that the cards name. */
  readonly photos: readonly Uint8Array[]
  /** Rows as the command line tells of them, as JSON, where that was asked for. */
  readonly list: string | undefined
}

/** A file that is soon read is read by a thread that is there; a large one by its own, so that nobody waits for it. */
const soonRead = 256 * 1024
export const isLong = (bytes: Uint8Array): boolean => bytes.length > soonRead

/** What the thread says: that the file can be read, then its portions, and null behind the last. */
type Said = 'readable' | Portion | null
/** What it is told: the import's id, then for each portion how many new clients it is to have. */
type Told = { readonly importId: number } | number

/** Rows without anything new that go into one portion, at most. */
const mostRows = 2000
/** Portions that are made before the first of them is asked for: enough that nobody waits, not so many that they fill memory. */
const ahead = 3

/**
 * Reads and judges a file in a thread and hands it over portion by portion, of about as many new clients as `wanted`
 * says at that moment. `begin` is asked for the import's id once it is known that the file can be read.
 * Throws what the file or the mapping is refused for; CANCELLED.
 */
export async function* portionsOf(
  readers: Readers,
  order: ReadingOrder,
  begin: () => Promise<number>,
  wanted: () => number,
  signal: AbortSignal,
): AsyncGenerator<Portion, void, undefined> {
  const { port1: port, port2 } = new MessageChannel()
  const ready: Said[] = []
  let wake = () => {}
  let failed: { readonly error: unknown } | undefined
  port.on('message', (said: Said) => {
    ready.push(said)
    wake()
  })
  const over = new AbortController()
  readers
    .run('imports.read', [order, port2], AbortSignal.any([signal, over.signal]), undefined, {
      transfer: [port2],
      apart: isLong(order.bytes),
    })
    .catch((error: unknown) => {
      failed = { error }
      wake()
    })
  const tell = (told: Told) => port.postMessage(told)
  const next = async (): Promise<Said> => {
    while (ready.length === 0) {
      if (failed) throw failed.error
      await new Promise<void>((resolve) => (wake = resolve))
    }
    return ready.shift()!
  }
  try {
    await next()
    tell({ importId: await begin() })
    for (let asked = 0; asked < ahead; asked++) tell(wanted())
    for (;;) {
      const portion = await next()
      if (portion === null || portion === 'readable') return
      tell(wanted())
      yield portion
    }
  } catch (error) {
    over.abort()
    throw error
  } finally {
    port.close()
  }
}

/** The other end, in the thread. */
export async function handOver(base: Reading, order: ReadingOrder, port: MessagePort): Promise<null> {
  const table = await openTable(order.bytes, { sheet: order.sheet })
  const mapping = await mappingFor(base, table, order.mapping)
  const told: (Told | null)[] = []
  let heard = Promise.withResolvers<void>()
  const hear = (one: Told | null) => {
    told.push(one)
    heard.resolve()
  }
  port.on('message', hear)
  // Nobody listens any more.
  port.on('close', () => hear(null))
  const next = async (): Promise<Told | null> => {
    while (told.length === 0) {
      heard = Promise.withResolvers()
      await heard.promise
    }
    return told.shift()!
  }
  const say = (said: Said) => port.postMessage(said)
  say('readable')
  const begun = await next()
  if (begun === null || typeof begun === 'number') return null
  const { importId } = begun
  const usual = await readUsualRelation(base)
  const portion = (rows: readonly JudgedRow[]) => portionOf(rows, { ...order, importId, usual })
  let rows: JudgedRow[] = []
  let fresh = 0
  let count = await next()
  for await (const some of judgedTable(base, { table, mapping, settings: order.settings }, importId)) {
    rows.push(...some)
    fresh += some.filter(isNew).length
    if (typeof count !== 'number') return null
    if (fresh < count && rows.length < mostRows) continue
    say(portion(rows))
    rows = []
    fresh = 0
    count = await next()
  }
  if (rows.length > 0) say(portion(rows))
  say(null)
  // What was said last has to be heard before the thread may end.
  while ((await next()) !== null);
  return null
}

const clientOfRow = ({ of, ofRow, row }: JudgedRow): ClientOrRow => of?.id ?? { row: ofRow ?? row }

const isNew = ({ verdict }: JudgedRow) => verdict === 'new'

function portionOf(
  rows: readonly JudgedRow[],
  order: ReadingOrder & { readonly importId: number; readonly usual: number | undefined },
): Portion {
  const fresh = rows.filter(isNew)
  const count = (verdict: JudgedRow['verdict']) => rows.filter((row) => row.verdict === verdict).length
  return {
    rows: rows.length,
    duplicates: count('duplicate'),
    refused: count('refused'),
    problems: rows.flatMap((row) => row.problems),
    clients: prepareClients(
      fresh.map(({ card }) => card!),
      order.settings,
      { at: order.at, by: order.by, importId: order.importId },
      order.usual,
    ),
    fresh: fresh.map(({ row }) => row),
    additions: rows.flatMap((row): RowAddition[] =>
      row.verdict === 'update'
        ? [{ id: clientOfRow(row), card: row.card!, links: row.workplace !== null }]
        : [],
    ),
    employments: rows.flatMap((row) =>
      row.workplace ? [{ person: clientOfRow(row), workplace: row.workplace }] : [],
    ),
    photos: rows.flatMap(({ photo, card, verdict }) =>
      photo && card?.photo && verdict !== 'duplicate' ? [photo.bytes] : [],
    ),
    list: order.listed
      ? JSON.stringify(
          rows.flatMap((row) => (row.draft ? [clientOf(row.draft, row.photo !== undefined)] : [])),
        )
      : undefined,
  }
}
