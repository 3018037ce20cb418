import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EventPublisher } from '@orpc/server'
import type { OfficeEvent } from '../../app/events.ts'
import { problemOfBase } from '../../db/check.ts'
import {
  openForReading,
  openForWriting,
  type Connection,
  type ReadingConnection,
} from '../../db/connection.ts'
import { forgetCommandKeys } from '../../db/log.ts'
import { migrate, missingMigrations } from '../../db/migrate.ts'
import type { Everything, Reading } from '../../db/tables.ts'
import { migrations } from '../../migrations/index.ts'
import { backUp, Backups } from './backups/backups.ts'
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
import { takeBackUnfinished } from './imports/unfinished.ts'
import { Readers } from './readers.ts'
import { Sessions } from './sessions.ts'
import { makeDemo } from './demo/demo.ts'

export interface OfficeOptions {
  readonly folder: string
  /** Make a practice base where there is none. */
  readonly demo?: boolean
  /** Milliseconds UTC; tests turn the clock. */
  readonly now?: () => number
}

/** The moment's state of one open base: replaced whole when a backup is restored. */
interface OpenBase {
  readonly connection: Connection
  readonly reading: ReadingConnection
  readonly readers: Readers
  readonly sessions: Sessions
  readonly ranks: ClientRanks
}

/**
 * One office: its base, its sessions, its workers. Everything the program does is asked of this; the doors bring
 * the questions in. Only one program at a time has an office open.
 */
export class Office {
  readonly folder: Folder
  readonly now: () => number
  readonly backups: Backups
  /** The import that runs, if one does: there is one at a time. */
  importing: { id: number; done: number; rows: number | null; cancel(): void } | null = null
  readonly #publisher = new EventPublisher<{ event: OfficeEvent }>({ maxBufferedEvents: 1000 })
  readonly #sessionEnds = new Set<(session: string) => void>()
  #open: OpenBase | undefined
  #timer: NodeJS.Timeout | undefined
  #id: string

  private constructor(folder: Folder, id: string, now: () => number) {
    this.folder = folder
    this.now = now
    this.#id = id
    this.backups = new Backups(this)
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
      await office.openBase()
      if (options.demo) await makeDemo(office)
      office.#timer = setInterval(() => void office.#tidy(), 60_000)
      office.#timer.unref()
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

  /** A base is expected in the folder and is not there: nothing is made in its place. */
  get vanished(): boolean {
    return this.#open === undefined
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
  /** For copying the base while it is in use. */
  get connection(): Connection {
    return this.#base.connection
  }

  tell(event: OfficeEvent): void {
    this.#open?.ranks.heed(event)
    this.#publisher.publish('event', event)
  }

  /** Everything told from now on, until the signal ends it. */
  events(signal: AbortSignal | undefined): AsyncGenerator<OfficeEvent> {
    return this.#publisher.subscribe('event', { signal })
  }

  /** Calls `heed` with the hash of every session that ends, so that its sockets and streams can end too. Returns how to stop. */
  onSessionEnd(heed: (session: string) => void): () => void {
    this.#sessionEnds.add(heed)
    return () => this.#sessionEnds.delete(heed)
  }

  async openBase(): Promise<void> {
    const file = this.folder.base
    if (baseIsThere(this.folder)) {
      const problem = problemOfBase(file, Object.keys(migrations), 'quick')
      if (problem === 'newer')
        throw new FolderProblem(
          'newer',
          `${file} was made by a newer version of the program. Install that one.`,
        )
      if (problem && problem !== 'empty')
        throw new FolderProblem(
          'unreadable',
          `${file} cannot be read as a base of this program (${problem}). Nothing was changed. Restore a backup from ${this.folder.backups}.`,
        )
    }
    const connection = openForWriting(file)
    try {
      const missing = await missingMigrations(connection)
      if (missing.length > 0) {
        if (missing.length < Object.keys(migrations).length)
          await backUp(connection, this.folder.backups, 'before-migration', this.now())
        await migrate(connection)
      }
      if (!baseIsExpected(this.folder)) markFolder(this.folder, this.#id)
      await takeBackUnfinished(connection)
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
      }
    } catch (error) {
      connection.close()
      throw error
    }
  }

  /** Closes the base but keeps the folder, so that its file can be exchanged. */
  async closeBase(): Promise<void> {
    const open = this.#open
    if (!open) return
    this.#open = undefined
    this.importing?.cancel()
    await open.readers.close()
    open.reading.close()
    open.connection.close()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.backups.settle()
    await this.closeBase()
    this.folder.release()
  }

  get #base(): OpenBase {
    if (!this.#open)
      throw new FolderProblem('vanished', `The base of this office is gone from ${this.folder.path}.`)
    return this.#open
  }

  async #tidy(): Promise<void> {
    if (!this.#open) return
    await this.sessions.endOld(this.writing)
    await this.backups.daily()
    const week = 7 * 24 * 3_600_000
    await this.writing.transaction().execute((trx) => forgetCommandKeys(trx, this.now() - week))
  }
}

/** Whether a folder has had an office in it. */
export const hasOffice = (folder: string): boolean =>
  existsSync(join(folder, 'office.sqlite')) || existsSync(join(folder, 'office.json'))
