import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '../../../app/contract/backups.ts'
import { Refusal } from '../../../app/errors.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'
import { backUp, listBackups, prepareCopy, prove, removeBackup, type Reason } from './files.ts'

const hour = 3_600_000
const day = 24 * hour
/** So many daily backups are kept; those made by hand or before a migration or restore stay until somebody takes them away. */
const dailyKept = 14

/** The backups of an office: made every day, opened and checked, and put back. One thing at a time. */
export class Backups {
  readonly #office: Office
  #turn: Promise<unknown> = Promise.resolve()
  #failedAt: number | undefined

  constructor(office: Office) {
    this.#office = office
  }

  /** Newest first. */
  list(): Backup[] {
    return listBackups(this.#office.folder.backups)
  }

  state(): { lastAt: number | null; failed: boolean } {
    const newest = this.list().find((backup) => backup.verified)
    return { lastAt: newest?.at ?? null, failed: this.#failedAt !== undefined }
  }

  /** Makes a backup and checks it by opening and reading all of it. Throws BACKUP_DAMAGED. */
  make(reason: Reason): Promise<Backup> {
    return this.#inTurn(() => this.#make(reason))
  }

  /** Makes today's, where the newest daily one is older than a day, and lets the oldest go. */
  async daily(): Promise<void> {
    const now = this.#office.now()
    const newest = this.list().find((backup) => backup.reason === 'daily' && backup.verified)
    if (newest && now - newest.at < day) return
    // A full disk is not tried again every minute.
    if (this.#failedAt !== undefined && now - this.#failedAt < hour) return
    try {
      await this.make('daily')
      const old = this.list().filter((backup) => backup.reason === 'daily')
      for (const { name } of old.slice(dailyKept)) removeBackup(this.#office.folder.backups, name)
    } catch (error) {
      note('error', 'daily backup', error)
    }
  }

  /**
   * Puts a backup in place of the base, keeping the base as it was. Everybody is signed out; calls that come
   * meanwhile are refused. Throws NOT_FOUND, BACKUP_DAMAGED, BUSY.
   */
  restore(name: string): Promise<void> {
    const office = this.#office
    return this.#inTurn(async () => {
      if (!this.list().some((backup) => backup.name === name)) throw new Refusal('NOT_FOUND')
      if (office.importing) throw new Refusal('BUSY', { what: 'import' })
      const file = join(office.folder.backups, name)
      if (await office.readers.run('base.check', [file])) throw new Refusal('BACKUP_DAMAGED', { name })
      const incoming = `${office.folder.base}.incoming`
      try {
        await prepareCopy(file, incoming)
        await office.useAlone(async () => {
          if (office.importing) throw new Refusal('BUSY', { what: 'import' })
          await this.#make('before-restore')
          const { sessions } = office
          await office.exchangeBase(() => renameSync(incoming, office.folder.base))
          sessions.dropAll()
        })
      } finally {
        rmSync(incoming, { force: true })
      }
      office.tell({ type: 'office.changed' })
    })
  }

  /** Waits for what is being made or put back. */
  async settle(): Promise<void> {
    await this.#turn
  }

  #inTurn<T>(what: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(what)
    this.#turn = done.catch(() => undefined)
    return done
  }

  async #make(reason: Reason): Promise<Backup> {
    const office = this.#office
    const { backups } = office.folder
    try {
      const name = await backUp(office.connection, backups, reason, office.now())
      if (await office.readers.run('base.check', [join(backups, name)])) {
        removeBackup(backups, name)
        throw new Refusal('BACKUP_DAMAGED', { name })
      }
      prove(backups, name)
      this.#failedAt = undefined
      return this.list().find((backup) => backup.name === name)!
    } catch (error) {
      this.#failedAt = office.now()
      throw error
    } finally {
      office.tell({ type: 'status.changed' })
    }
  }
}
