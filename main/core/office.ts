import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { EventPublisher } from '@orpc/server'
import type { CallFilter } from '../../app/contract/callHistory.ts'
import type { ClientFilter } from '../../app/contract/clients.ts'
import type { LostBase } from '../../app/contract/door.ts'
import type { OfficeEvent } from '../../app/events.ts'
import { Refusal } from '../../app/errors.ts'
import { problemOfBase, saysDamaged, type BaseProblem } from '../../db/check.ts'
import {
  openForReading,
  openForWriting,
  type Connection,
  type ReadingConnection,
} from '../../db/connection.ts'
import type { CallScope } from '../../db/calls/columns/area.ts'
import type { SearchScope } from '../../db/clients/search.ts'
import { forgetCommandKeys } from '../../db/log.ts'
import { forgetFailures } from '../../db/sessions.ts'
import { migrate, missingMigrations } from '../../db/migrate.ts'
import type { Everything, Reading } from '../../db/tables.ts'
import { migrations } from '../../migrations/index.ts'
import { Backups } from './backups/backups.ts'
import { backUp, prove, removeUnfinished } from './backups/files.ts'
import { ExportFiles } from './clients/export/files.ts'
import { IncomingFiles } from './files/incoming.ts'
import { FileStore } from './files/store.ts'
import { sweepFiles } from './files/sweeping.ts'
import { closeUnfinishedRuns } from './calls/costs/anew.ts'
import { Costing } from './calls/costs/costing.ts'
import { remindOfMissed } from './calls/history/reminding.ts'
import { Exchanges } from './calls/exchanges.ts'
import { Placing } from './calls/placing.ts'
import { OpenedRecordings } from './calls/recordings/opened.ts'
import { RatingRequests } from './calls/ratings/asking.ts'
import { VoiceRunner } from './calls/voice/runner.ts'
import { Columns } from './columns/columns.ts'
import { Devices } from './devices/devices.ts'
import { ClientRanks } from './clients/ranks.ts'
import {
  baseIsExpected,
  baseIsThere,
  FolderProblem,
  markFolder,
  readMark,
  takeFolder,
  type Folder,
} from './folder.ts'
import { closeUnfinishedMass } from './clients/mass/unfinished.ts'
import { takeBackUnfinished } from './imports/unfinished.ts'
import { finishMerges } from './lists/unfinished.ts'
import { note } from './notebook.ts'
import { Uploads } from './imports/uploads.ts'
import { Readers } from './readers.ts'
import { Sessions } from './sessions.ts'
import { makeDemo } from './demo/demo.ts'

export interface OfficeOptions {
  readonly folder: string
  /** Make a practice base where there is none. */
  readonly demo?: boolean
  /** A base that is damaged, or newer than the program, gives an office that only says so (`lost`) instead of an error. */
  readonly sayLost?: boolean
  /** Milliseconds UTC; tests turn the clock. */
  readonly now?: () => number
}

/** Whatever is asked about many clients, and about many calls. */
type ClientColumns = Columns<ClientFilter, SearchScope>
type CallColumns = Columns<CallFilter, CallScope>

/** An event, and who hears it where it is not for all: a person, or whoever sits at a computer. */
interface Told {
  readonly event: OfficeEvent
  readonly to?: number
  readonly seat?: string
}

/** The moment's state of one open base: replaced whole when a backup is restored. */
interface OpenBase {
  readonly connection: Connection
  readonly reading: ReadingConnection
  readonly readers: Readers
  readonly sessions: Sessions
  readonly ranks: ClientRanks
  readonly columns: ClientColumns
  readonly callColumns: CallColumns
}

/**
 * One office: its base, its sessions, its workers. Everything the program does is asked of this; the doors bring
 * the questions in. Only one program at a time has an office open.
 */
export class Office {
  readonly folder: Folder
  readonly now: () => number
  readonly backups: Backups
  readonly uploads = new Uploads()
  readonly exports: ExportFiles
  readonly files: FileStore
  readonly incoming: IncomingFiles
  readonly recordings = new OpenedRecordings()
  /** The import that runs, if one does: there is one at a time. */
  importing: { id: number; done: number; rows: number | null; cancel(): void } | null = null
  readonly exchanges: Exchanges
  readonly devices: Devices
  readonly costing: Costing
  readonly placing: Placing
  readonly voice: VoiceRunner
  readonly ratingRequests: RatingRequests
  readonly #publisher = new EventPublisher<{ told: Told }>({ maxBufferedEvents: 1000 })
  readonly #sessionEnds = new Set<(session: string) => void>()
  #open: OpenBase | undefined
  /** Calls that are using the base, and who waits for the last of them. */
  #using = 0
  #unused: (() => void) | undefined
  #held = false
  #timer: NodeJS.Timeout | undefined
  #id: string
  #lost: LostBase['reason'] = 'vanished'

  private constructor(folder: Folder, id: string, now: () => number) {
    this.folder = folder
    this.now = now
    this.#id = id
    this.backups = new Backups(this)
    this.exports = new ExportFiles(folder.path)
    this.files = new FileStore(folder.path)
    this.incoming = new IncomingFiles(this.files)
    this.exchanges = new Exchanges(this)
    this.devices = new Devices(this)
    this.costing = new Costing(this)
    this.placing = new Placing(this)
    this.voice = new VoiceRunner(this)
    this.ratingRequests = new RatingRequests(this)
    this.onSessionEnd((session) => {
      this.exports.forgetSession(session)
      this.incoming.forgetSession(session)
      this.recordings.forgetSession(session)
    })
  }

  /**
   * Opens the office of a folder, making a base where there never was one.
   * Throws FolderProblem; a base that vanished gives an office that only says so (`vanished`).
   */
  static async open(options: OfficeOptions): Promise<Office> {
    const folder = takeFolder(options.folder)
    try {
      const office = new Office(folder, readMark(folder) ?? randomUUID(), options.now ?? Date.now)
      if (baseIsExpected(folder) && !baseIsThere(folder)) return office
      for (const place of [folder.path, folder.backups]) removeUnfinished(place)
      office.files.open()
      if (options.sayLost && baseIsExpected(folder)) {
        await office.lookAgain()
        if (options.demo && !office.vanished) await makeDemo(office)
        return office
      }
      await office.#openBase()
      if (options.demo) await makeDemo(office)
      office.placing.look()
      office.#tidyRegularly()
      return office
    } catch (error) {
      folder.release()
      throw error
    }
  }

  /** Names this base among others on the same computer. */
  get id(): string {
    return this.#id
  }

  /** No base is open: nothing is made in its place. */
  get vanished(): boolean {
    return this.#open === undefined
  }

  /** Why no base is open, though one is expected in the folder. */
  get lost(): LostBase['reason'] | undefined {
    return this.#open ? undefined : this.#lost
  }

  /** Opens the base if it is there by now; otherwise `lost` says what is wrong. */
  async lookAgain(): Promise<void> {
    if (this.#open) return
    this.#lost = 'vanished'
    if (!baseIsThere(this.folder)) return
    try {
      this.files.open()
      await this.#openBase()
    } catch (error) {
      if (!(error instanceof FolderProblem)) throw error
      note('warn', 'looking for the base', error)
      this.#lost = error.reason === 'newer' ? 'newer' : 'damaged'
      return
    }
    this.#tidyRegularly()
  }

  #tidyRegularly(): void {
    this.#timer = setInterval(() => {
      this.tidy().catch((error: unknown) => note('error', 'tidying', error))
    }, 60_000)
    this.#timer.unref()
  }

  get writing(): Everything {
    return this.#base.connection.kysely
  }
  get reading(): Reading {
    return this.#base.reading.kysely
  }
  get readers(): Readers {
    return this.#base.readers
  }
  get sessions(): Sessions {
    return this.#base.sessions
  }
  get ranks(): ClientRanks {
    return this.#base.ranks
  }
  get columns(): ClientColumns {
    return this.#base.columns
  }
  get callColumns(): CallColumns {
    return this.#base.callColumns
  }
  /** For copying the base while it is in use. */
  get connection(): Connection {
    return this.#base.connection
  }

  tell(event: OfficeEvent): void {
    this.#open?.ranks.heed(event)
    this.#open?.columns.heed(event)
    this.#open?.callColumns.heed(event)
    this.tellWindows(event)
  }

  /** Tells the open windows only: ranks and columns have been told of it more exactly. */
  tellWindows(event: OfficeEvent): void {
    this.costing.heed(event)
    this.placing.heed(event)
    this.ratingRequests.heed(event)
    this.#publisher.publish('told', { event })
  }

  /** Tells one person something, at every window of theirs. */
  tellPerson(userId: number, event: OfficeEvent): void {
    this.#publisher.publish('told', { event, to: userId })
  }

  /** Tells a computer something, at every window there. */
  tellSeat(seat: string, event: OfficeEvent): void {
    this.#publisher.publish('told', { event, seat })
  }

  /** Everything told from now on to this person, to their computer and to all, until the signal ends it. */
  events(
    signal: AbortSignal | undefined,
    userId: number,
    at: string,
  ): AsyncIteratorObject<OfficeEvent, undefined> {
    // Listening begins here, not when the first is asked for.
    const all = this.#publisher.subscribe('told', { signal })
    return {
      async next() {
        for (;;) {
          // eslint-disable-next-line no-await-in-loop -- one after another
          const step = await all.next()
          if (step.done) return { done: true, value: undefined }
          const { event, to, seat } = step.value
          if ((to === undefined || to === userId) && (seat === undefined || seat === at))
            return { done: false, value: event }
        }
      },
      async return() {
        await all.return(undefined)
        return { done: true, value: undefined }
      },
      [Symbol.asyncIterator]() {
        return this
      },
      [Symbol.asyncDispose]: async () => void (await all.return(undefined)),
    }
  }

  /** Calls `heed` with the hash of every session that ends, so that its sockets and streams can end too. Returns how to stop. */
  onSessionEnd(heed: (session: string) => void): () => void {
    this.#sessionEnds.add(heed)
    return () => this.#sessionEnds.delete(heed)
  }

  /** Does something with the base, which stays open until it is done. Throws BUSY while a backup is being restored. */
  async use<T>(what: () => Promise<T>): Promise<T> {
    if (this.#held) throw new Refusal('BUSY', { what: 'restore' })
    this.#using++
    try {
      return await what()
    } finally {
      if (--this.#using === 0) this.#unused?.()
    }
  }

  /** Has the base alone: when what is under way is done, and nothing new begins before the end. Throws BUSY. */
  async useAlone<T>(what: () => Promise<T>): Promise<T> {
    if (this.#held) throw new Refusal('BUSY', { what: 'restore' })
    this.#held = true
    try {
      await this.#allDone()
      return await what()
    } finally {
      this.#held = false
    }
  }

  /** Puts another file in the base's place; within `useAlone`. Where that fails, the base is open again as it was. */
  async exchangeBase(exchange: () => void): Promise<void> {
    await this.#closeBase()
    try {
      exchange()
    } finally {
      await this.#openBase()
    }
  }

  async #openBase(): Promise<void> {
    const file = this.folder.base
    refuseProblem(this.folder)
    const connection = openForWriting(file)
    try {
      await this.#migrate(connection)
      if (!baseIsExpected(this.folder)) markFolder(this.folder, this.#id)
      await takeBackUnfinished(connection, this.now())
      await closeUnfinishedMass(connection, this.now())
      await closeUnfinishedRuns(connection, this.now())
      await finishMerges(connection, this.now())
      const reading = openForReading(file)
      const readers = new Readers(file)
      this.#open = {
        connection,
        reading,
        readers,
        sessions: await Sessions.read(reading.kysely, this.now, (session) =>
          this.#sessionEnds.forEach((heed) => heed(session)),
        ),
        ranks: new ClientRanks(readers, () => this.importing?.id),
        columns: new Columns(file, 'clients'),
        callColumns: new Columns(file, 'calls'),
      }
      this.costing.begin()
      this.placing.begin()
      await this.exchanges.start()
      await this.devices.start()
      this.voice.start()
    } catch (error) {
      connection.close()
      throw saysDamaged(error) ? unreadable(this.folder, 'damaged') : error
    }
  }

  async #migrate(connection: Connection): Promise<void> {
    const missing = await missingMigrations(connection)
    if (missing.length === 0) return
    const { backups } = this.folder
    if (missing.length < Object.keys(migrations).length) {
      const name = await backUp(connection, backups, 'before-migration', this.now())
      const problem = problemOfBase(join(backups, name), Object.keys(migrations), 'full')
      if (problem) throw unreadable(this.folder, problem)
      prove(backups, name)
    }
    await migrate(connection)
  }

  /** Lets what is under way finish, but cuts long reading short, and closes the base. */
  async #closeBase(): Promise<void> {
    const open = this.#open
    if (!open) return
    this.importing?.cancel()
    await this.placing.stop()
    await this.voice.stop()
    await this.exchanges.stop()
    await this.devices.stop()
    await Promise.all([open.readers.close(), open.columns.close(), open.callColumns.close()])
    await this.#allDone()
    this.#open = undefined
    open.reading.close()
    // Everything into the one file, so that the file alone is the base.
    if (baseIsThere(this.folder)) open.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    open.connection.close()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.backups.settle()
    // While what they last told can still be written.
    await this.voice.stop()
    await this.exchanges.stop()
    await this.devices.stop()
    await this.placing.stop()
    await this.costing.settled()
    await this.ratingRequests.settled()
    this.#held = true
    await this.#closeBase()
    this.exports.close()
    await this.incoming.close()
    this.folder.release()
  }

  async #allDone(): Promise<void> {
    if (this.#using > 0) await new Promise<void>((resolve) => (this.#unused = resolve))
  }

  get #base(): OpenBase {
    if (!this.#open)
      throw new FolderProblem('vanished', `The base of this office is gone from ${this.folder.path}.`)
    return this.#open
  }

  /**
   * Somebody moved or deleted the file while it was in use. SQLite refuses to write from then on; what is still open is
   * kept as a backup, and the door says what has happened.
   */
  async #baseIsTakenAway(): Promise<void> {
    clearInterval(this.#timer)
    const { backups } = this.folder
    try {
      const name = await backUp(this.connection, backups, 'before-restore', this.now())
      if (!problemOfBase(join(backups, name), Object.keys(migrations), 'full')) prove(backups, name)
    } catch (error) {
      note('error', 'saving what was open of a base that was taken away', error)
    }
    const { sessions } = this
    await this.useAlone(() => this.#closeBase())
    sessions.dropAll()
    this.#lost = 'vanished'
  }

  /** What is done every minute: what is old goes, what is due is made. */
  async tidy(): Promise<void> {
    if (this.#held || !this.#open) return
    if (!baseIsThere(this.folder)) return this.#baseIsTakenAway()
    await this.use(async () => {
      await this.sessions.endOld(this.writing)
      const day = 24 * 3_600_000
      await this.writing.transaction().execute(async (trx) => {
        await forgetCommandKeys(trx, this.now() - 7 * day)
        await forgetFailures(trx, this.now() - day)
      })
    })
    await this.use(() => remindOfMissed(this))
    await this.backups.daily()
    await sweepFiles(this)
  }
}

/** Throws FolderProblem where the file is there but is not a base that this program can open; it stays as it is. */
function refuseProblem(folder: Folder): void {
  if (!baseIsThere(folder)) return
  const problem = problemOfBase(folder.base, Object.keys(migrations), 'quick')
  if (problem === 'newer')
    throw new FolderProblem(
      'newer',
      `${folder.base} was made by a newer version of the program. Install that one.`,
    )
  // An empty base is the beginning of a new office, but never what became of an old one.
  if (problem && (problem !== 'empty' || baseIsExpected(folder))) throw unreadable(folder, problem)
}

const unreadable = (folder: Folder, problem: BaseProblem): FolderProblem =>
  new FolderProblem(
    'unreadable',
    `${folder.base} cannot be read as a base of this program (${problem}). Nothing was changed. Backups are in ${folder.backups}.`,
  )
