import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup, BackupPlan, OtherPlace } from '../../../app/contract/backups.ts'
import { Refusal } from '../../../app/errors.ts'
import { problemOfBase } from '../../../db/check.ts'
import { migrations } from '../../../migrations/index.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'
import {
  backUp,
  disprove,
  listBackups,
  prepareCopy,
  prove,
  removeBackup,
  removeUnfinished,
  type Reason,
} from './files.ts'
import { choosePlace, Place } from './place.ts'
import { lastDue, nextDue, readPlan, toLetGo, writePlan } from './plan.ts'

const hour = 3_600_000

/** The backups of an office: made by a plan, opened and checked, copied to another place, and put back. One thing at a time. */
export class Backups {
  readonly #office: Office
  #turn: Promise<unknown> = Promise.resolve()
  #failedAt: number | undefined
  /** What became of the last copy to the other place; undefined while nothing is wrong. */
  #copying: 'full' | 'failed' | undefined

  constructor(office: Office) {
    this.#office = office
  }

  /** Newest first, of both places. */
  list(): Backup[] {
    const here = listBackups(this.#office.folder.backups)
    const place = this.#place()
    if (!place?.isThere()) return here
    const elsewhere = new Map(listBackups(place.folder).map((backup) => [backup.name, backup]))
    const both = here.map((backup) =>
      elsewhere.delete(backup.name) ? { ...backup, places: ['here' as const, 'elsewhere' as const] } : backup,
    )
    const only = [...elsewhere.values()].map((backup) => ({ ...backup, places: ['elsewhere' as const] }))
    return [...both, ...only].sort((a, b) => b.at - a.at)
  }

  state(): { lastAt: number | null; failed: boolean; copyMissing: boolean } {
    const newest = this.list().find((backup) => backup.verified)
    const place = this.#place()
    return {
      lastAt: newest?.at ?? null,
      failed: this.#failedAt !== undefined,
      copyMissing: place !== undefined && (this.#copying !== undefined || !place.isThere()),
    }
  }

  get plan(): BackupPlan {
    return readPlan(this.#office.folder.path)
  }

  async planned(): Promise<{ plan: BackupPlan; nextAt: number; place: OtherPlace }> {
    const { plan } = this
    return { plan, nextAt: nextDue(plan, this.#office.now()), place: await this.#stateOfPlace() }
  }

  /** From now on by this plan; what is there already is copied to a new place at once. Throws PLACE_UNUSABLE. */
  async savePlan(plan: BackupPlan): Promise<void> {
    const { folder, id } = this.#office
    if (plan.copyTo !== null && plan.copyTo !== this.plan.copyTo) choosePlace(plan.copyTo, folder, id)
    writePlan(folder.path, plan)
    this.#copying = undefined
    await this.#inTurn(() => this.#copyAll())
    this.#office.tell({ type: 'status.changed' })
  }

  /** Makes a backup and checks it by opening and reading all of it. Throws BACKUP_DAMAGED. */
  make(reason: Reason): Promise<Backup> {
    return this.#inTurn(async () => {
      const made = await this.#make(reason)
      await this.#copyAll()
      return this.list().find(({ name }) => name === made.name) ?? made
    })
  }

  /** Makes the one that the plan asks for, where it is missing, and lets go of those that need not be kept. */
  async daily(): Promise<void> {
    const now = this.#office.now()
    const { plan } = this
    const newest = this.list().find((backup) => backup.reason === 'daily' && backup.verified)
    if (newest && newest.at >= lastDue(plan, now)) return this.#catchUp()
    // A full disk is not tried again every minute.
    if (this.#failedAt !== undefined && now - this.#failedAt < hour) return
    try {
      await this.make('daily')
      const { backups } = this.#office.folder
      for (const name of toLetGo(listBackups(backups), plan.keep, now)) removeBackup(backups, name)
      const place = this.#place()
      if (place?.isThere())
        for (const name of toLetGo(listBackups(place.folder), plan.keep, now))
          removeBackup(place.folder, name)
    } catch (error) {
      note('error', 'daily backup', error)
    }
  }

  /** Opens and reads one once more. Throws NOT_FOUND, BACKUP_DAMAGED. */
  verify(name: string): Promise<Backup> {
    return this.#inTurn(async () => {
      const { folder, file } = this.#find(name)
      const problem = await this.#office.readers.run('base.check', [file])
      if (problem) disprove(folder, name)
      else prove(folder, name)
      this.#office.tell({ type: 'status.changed' })
      if (problem) throw new Refusal('BACKUP_DAMAGED', { name })
      return this.list().find((backup) => backup.name === name)!
    })
  }

  /**
   * Puts a backup in place of the base, keeping the base as it was. Everybody is signed out; calls that come
   * meanwhile are refused. Throws NOT_FOUND, BACKUP_DAMAGED, BUSY.
   */
  restore(name: string): Promise<void> {
    const office = this.#office
    return this.#inTurn(async () => {
      const { file } = this.#find(name)
      if (office.importing) throw new Refusal('BUSY', { what: 'import' })
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
      await this.#bringFiles()
      office.tell({ type: 'office.changed' })
    })
  }

  /**
   * Puts a backup where the base was that is gone or damaged; what is left of a damaged one is kept beside it. Nobody
   * works meanwhile, so the check may take its time. Throws NOT_FOUND, BACKUP_DAMAGED.
   */
  bringBack(name: string): Promise<void> {
    const office = this.#office
    return this.#inTurn(async () => {
      if (!office.vanished) throw new Refusal('ALREADY_STARTED')
      const { file } = this.#find(name)
      if (problemOfBase(file, Object.keys(migrations), 'full')) throw new Refusal('BACKUP_DAMAGED', { name })
      const { base } = office.folder
      const incoming = `${base}.incoming`
      try {
        await prepareCopy(file, incoming)
        const stamp = new Date(office.now()).toISOString().slice(0, 19).replaceAll(':', '-')
        for (const ending of ['', '-wal', '-shm'])
          if (existsSync(base + ending)) renameSync(base + ending, `${base}${ending}.damaged ${stamp}`)
        renameSync(incoming, base)
      } finally {
        rmSync(incoming, { force: true })
      }
      await office.lookAgain()
      await this.#bringFiles()
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

  /** Where a backup of the list lies: beside the base, or only at the other place. Throws NOT_FOUND. */
  #find(name: string): { folder: string; file: string } {
    const found = this.list().find((backup) => backup.name === name)
    if (!found) throw new Refusal('NOT_FOUND')
    const folder = found.places.includes('here') ? this.#office.folder.backups : this.#place()!.folder
    return { folder, file: join(folder, name) }
  }

  #place(): Place | undefined {
    const { copyTo } = this.plan
    return copyTo === null ? undefined : new Place(copyTo, this.#office.id)
  }

  async #stateOfPlace(): Promise<OtherPlace> {
    const place = this.#place()
    if (!place) return { state: 'none', copiedAt: null, free: null }
    if (!place.isThere()) return { state: 'away', copiedAt: null, free: null }
    const copiedAt = listBackups(place.folder).find(({ verified }) => verified)?.at ?? null
    return { state: this.#copying ?? 'fine', copiedAt, free: await place.free() }
  }

  /** A stick that was away gets what it has missed as soon as it is there. */
  async #catchUp(): Promise<void> {
    const place = this.#place()
    if (!place?.isThere() || this.#copying === 'full') return
    const missing = this.list().some(({ verified, places }) => verified && !places.includes('elsewhere'))
    if (missing) await this.#inTurn(() => this.#copyAll())
  }

  /** Copies what is checked here and not yet at the other place, and what it names; there each is read once more. */
  async #copyAll(): Promise<void> {
    const office = this.#office
    const place = this.#place()
    if (!place?.isThere()) return
    try {
      removeUnfinished(place.folder)
      const missing = this.list().filter(({ verified, places }) => verified && !places.includes('elsewhere'))
      for (const { name } of missing.toReversed()) {
        const from = join(office.folder.backups, name)
        // eslint-disable-next-line no-await-in-loop -- a stick writes one thing at a time
        await place.take(from, name)
        // eslint-disable-next-line no-await-in-loop
        if (await office.readers.run('base.check', [join(place.folder, name)])) {
          removeBackup(place.folder, name)
          throw new Error(`The copy of ${name} cannot be read at the other place`)
        }
        prove(place.folder, name)
      }
      await place.takeFiles(await office.readers.run('files.known', [[]]), (hash) =>
        office.files.pathOf(hash),
      )
      this.#copying = undefined
    } catch (error) {
      this.#copying = error instanceof Refusal && error.code === 'DISK_FULL' ? 'full' : 'failed'
      note('error', 'copying backups', error)
    }
    office.tell({ type: 'status.changed' })
  }

  /** Files that the base names and only the other place still has. */
  async #bringFiles(): Promise<void> {
    const { files, readers } = this.#office
    const place = this.#place()
    if (!place?.isThere()) return
    try {
      const there = new Set(place.files())
      for (const hash of await readers.run('files.known', [[]])) {
        // eslint-disable-next-line no-await-in-loop -- one after the other, as the disk does
        if (there.has(hash) && !(await files.take(hash))) await files.bring(place.fileOf(hash))
      }
    } catch (error) {
      note('error', 'bringing files back', error)
    }
  }
}
