import { setImmediate } from 'node:timers/promises'
import type { ImportResult } from '../../../app/contract/imports.ts'
import { Refusal } from '../../../app/errors.ts'
import { insertPrepared, insertSearch, type PreparedClients } from '../../../db/clients/write.ts'
import { leaveLogToOthers, writeLightly } from '../../../db/connection.ts'
import { insertImport } from '../../../db/imports.ts'
import type { Writing } from '../../../db/tables.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'
import { SliceSize } from '../sliceSize.ts'
import type { Actor } from '../work.ts'
import { complete, type Addition } from './completing.ts'
import { portionsOf, type ClientOrRow, type Portion } from './handing.ts'
import type { FileOrder } from './judged.ts'
import type { Employment } from './linking.ts'
import { isTakingBack, takeBack } from './takingBack.ts'

export interface ImportOrder extends FileOrder {
  readonly file: string
  /** Nobody for the command line. */
  readonly actor: Actor | null
  readonly seat: string
  /** How many rows there are, where somebody has counted them. */
  readonly rows?: number | undefined
  /** Told every portion, in order, once it is written, with a list of its clients. */
  readonly onPortion?: ((portion: Portion) => void) | undefined
}

/** More problems than these are counted, not listed, in what goes to a window. */
const mostProblems = 10_000
const tellEvery = 200
const longestFileName = 200

/** Clients whose full-text index is written at once: every writing makes a part of the index that has to be merged. */
const searchedAtOnce = 1500

/**
 * Takes a file's clients into the base. They are written in small portions under one import and shown all at once when
 * the last is in; a cancelled or broken import leaves nothing behind. Throws BUSY while another one runs or is taken
 * back, CANCELLED.
 */
export async function runImport(office: Office, order: ImportOrder): Promise<ImportResult> {
  if (office.importing || isTakingBack(office)) throw new Refusal('BUSY', { what: 'import' })
  const cancelling = new AbortController()
  // Taken before anything is waited for, so that two at once cannot both begin.
  const running = { id: 0, done: 0, rows: order.rows ?? null, cancel: () => cancelling.abort() }
  office.importing = running
  const base = office.reading
  try {
    const file = order.file.replace(/\p{Cc}/gu, ' ').slice(0, longestFileName)
    return await carryOut(office, { ...order, file }, running, cancelling.signal)
  } catch (error) {
    // A base that is being closed or restored refuses whatever the import was about to do: it is broken off as well.
    const cancelled = error instanceof Refusal && (error.code === 'CANCELLED' || error.code === 'BUSY')
    if (running.id > 0) await takeBack(office, order, base, running.id, cancelled ? 'cancelled' : 'failed')
    throw cancelled ? new Refusal('CANCELLED') : error
  } finally {
    // After the last row it is given up by `complete` already, and another one may have begun.
    if (office.importing === running) office.importing = null
    office.tell({ type: 'status.changed' })
  }
}

async function carryOut(
  office: Office,
  order: ImportOrder,
  running: NonNullable<Office['importing']>,
  signal: AbortSignal,
): Promise<ImportResult> {
  const result: ImportResult = {
    id: 0,
    rows: 0,
    created: 0,
    updated: 0,
    duplicates: 0,
    refused: 0,
    organisations: 0,
    problems: [],
  }
  const additions: Addition[] = []
  const employments: Employment[] = []
  /** Which client a row of the file became. */
  const clientOfRow = new Map<number, number>()
  const idOf = (one: ClientOrRow) => (typeof one === 'number' ? one : clientOfRow.get(one.row)!)
  const writing = new Slices(office, signal)
  let toldAt = -Infinity
  const tell = () => {
    if (performance.now() - toldAt < tellEvery) return
    toldAt = performance.now()
    const { id } = running
    office.tell({ type: 'import.progress', id, done: running.done, rows: running.rows, state: 'running' })
  }

  const begin = async () => {
    running.id = await writeAs(office, order.actor, order.seat, 'imports.run', ({ trx, at }) =>
      insertImport(trx, { at, userId: order.actor?.userId ?? null, file: order.file }),
    )
    tell()
    return running.id
  }
  const { bytes, sheet, mapping, settings } = order
  const reading = {
    bytes,
    sheet,
    mapping,
    settings,
    at: office.now(),
    by: order.actor?.userId ?? null,
    listed: order.onPortion !== undefined,
  }
  try {
    for await (const portion of portionsOf(
      office.readers,
      reading,
      begin,
      () => writing.size.records,
      signal,
    )) {
      const { clients, fresh } = portion
      // Pictures are on the disk before the cards that name them; of an import that is taken back they are swept away.
      for (const photo of portion.photos) await office.files.put(photo)
      if (clients.count > 0) {
        const first = await writing.insert(clients)
        fresh.forEach((row, at) => clientOfRow.set(row, first + at))
      }
      for (const { id, ...addition } of portion.additions) additions.push({ id: idOf(id), ...addition })
      for (const { person, workplace } of portion.employments)
        employments.push({ person: idOf(person), workplace })
      result.rows += portion.rows
      result.created += clients.count
      result.duplicates += portion.duplicates
      result.refused += portion.refused
      result.problems.push(...portion.problems.slice(0, mostProblems - result.problems.length))
      order.onPortion?.(portion)
      running.done = result.rows
      tell()
      await setImmediate()
    }
    result.id = running.id
    await writing.finish()
  } finally {
    writing.release()
  }
  await complete(office, order, result, { additions, employments }, signal)
  return result
}

/** The writing of an import: in slices that nobody waits long for, each a transaction. */
class Slices {
  readonly #office: Office
  readonly #base: Office['reading']
  readonly #connection: Office['connection']
  readonly #signal: AbortSignal
  #unsearched: { readonly clients: PreparedClients; readonly first: number }[] = []
  readonly size = new SliceSize()

  constructor(office: Office, signal: AbortSignal) {
    this.#office = office
    this.#base = office.reading
    this.#connection = office.connection
    this.#signal = signal
    leaveLogToOthers(this.#connection, true)
  }

  /** Returns the first id. Throws CANCELLED. */
  async insert(clients: PreparedClients): Promise<number> {
    const from = performance.now()
    const first = await this.#write((trx) => insertPrepared(trx, clients))
    this.size.took(clients.count, performance.now() - from)
    this.#unsearched.push({ clients, first })
    if (this.#unsearched.reduce((sum, { clients: { count } }) => sum + count, 0) >= searchedAtOnce)
      await this.finish()
    return first
  }

  /** Writes what is left of the full-text index, and what the log has gathered into the base. Throws CANCELLED. */
  async finish(): Promise<void> {
    const some = this.#unsearched
    this.#unsearched = []
    await setImmediate()
    await this.#write(async (trx) => {
      for (const { clients, first } of some) await insertSearch(trx, clients, first)
    })
    await this.#office.readers.run('base.bringLogIn', [], this.#signal)
  }

  /** Where the base is closed or exchanged meanwhile this is no longer its own. */
  release(): void {
    if (this.#connection.raw.open) leaveLogToOthers(this.#connection, false)
  }

  /** A backup may have been restored since the last slice: what is here now is not to be touched. */
  #write<T>(change: (trx: Writing) => Promise<T>): Promise<T> {
    return this.#office.use(async () => {
      if (this.#signal.aborted || this.#office.vanished || this.#office.reading !== this.#base)
        throw new Refusal('CANCELLED')
      return writeLightly(this.#connection, change)
    })
  }
}
