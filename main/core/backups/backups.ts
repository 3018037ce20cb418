import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '../../../app/contract/backups.ts'
import { Refusal } from '../../../app/errors.ts'
import type { Connection } from '../../../db/connection.ts'
import { problemOfBase } from '../../../db/check.ts'
import { migrations } from '../../../migrations/index.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'

type Reason = Backup['reason']

const day = 24 * 3_600_000
/** So many daily backups are kept; those made by hand or before a migration or restore stay until somebody takes them away. */
const dailyKept = 14
const nameForm =
  /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:-\d+)?) (daily|by-hand|before-migration|before-restore)\.sqlite$/

/**
 * Copies the base while it is in use and gives the copy its name only when it is whole.
 * Copies so many pages at a time that calls are answered in between.
 */
export async function backUp(
  connection: Connection,
  folder: string,
  reason: Reason,
  at: number,
): Promise<string> {
  const stamp = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
  let name = `${stamp} ${reason}.sqlite`
  for (let next = 2; existsSync(join(folder, name)); next++) name = `${stamp}-${next} ${reason}.sqlite`
  const unfinished = join(folder, `${name}.part`)
  await connection.raw.backup(unfinished, { progress: () => 500 })
  renameSync(unfinished, join(folder, name))
  return name
}

/** The backups of an office: made every day, opened and checked, and put back. */
export class Backups {
  readonly #office: Office
  #running: Promise<unknown> | undefined
  #failed = false

  constructor(office: Office) {
    this.#office = office
  }

  /** Newest first. */
  list(): Backup[] {
    const { backups } = this.#office.folder
    return readdirSync(backups)
      .flatMap((name) => {
        const parts = nameForm.exec(name)
        if (!parts) return []
        const [date, time] = parts[1]!.split('T') as [string, string]
        const [hours, minutes, seconds] = time.split('-')
        return [
          {
            name,
            at: Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`),
            size: statSync(join(backups, name)).size,
            verified:
              existsSync(this.#proof(name)) &&
              readFileSync(this.#proof(name), 'utf8').startsWith(String(statSync(join(backups, name)).size)),
            reason: parts[2] as Reason,
          },
        ]
      })
      .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
  }

  state(): { lastAt: number | null; failed: boolean } {
    return { lastAt: this.list()[0]?.at ?? null, failed: this.#failed }
  }

  /** Makes a backup and checks it by opening and reading all of it. Throws BACKUP_DAMAGED. */
  make(reason: Reason): Promise<Backup> {
    const made = this.#make(reason)
    const settled = made.catch(() => undefined)
    this.#running = settled
    return made
  }

  /** Makes today's, where the newest daily one is older than a day, and lets the oldest go. */
  async daily(): Promise<void> {
    const newest = this.list().find((backup) => backup.reason === 'daily')
    if (newest && this.#office.now() - newest.at < day) return
    try {
      await this.make('daily')
      for (const old of this.list()
        .filter((backup) => backup.reason === 'daily')
        .slice(dailyKept))
        this.#remove(old.name)
    } catch (error) {
      note('error', 'daily backup', error)
    }
  }

  /** Puts a backup in place of the base, keeping the base as it was. Everybody is signed out. Throws NOT_FOUND, BACKUP_DAMAGED. */
  async restore(name: string): Promise<void> {
    const office = this.#office
    if (!this.list().some((backup) => backup.name === name)) throw new Refusal('NOT_FOUND')
    const file = join(office.folder.backups, name)
    if (problemOfBase(file, Object.keys(migrations), 'full')) throw new Refusal('BACKUP_DAMAGED', { name })
    if (!office.vanished) {
      await this.make('before-restore')
      await office.sessions.endAll(office.writing)
      await office.closeBase()
    }
    // Into place by renaming, so that a power cut leaves the one or the other.
    const incoming = `${office.folder.base}.incoming`
    await copyFile(file, incoming)
    for (const ending of ['-wal', '-shm']) rmSync(office.folder.base + ending, { force: true })
    renameSync(incoming, office.folder.base)
    await office.openBase()
    await office.sessions.endAll(office.writing)
    office.tell({ type: 'office.changed' })
  }

  /** Waits for a backup that is being made. */
  async settle(): Promise<void> {
    await this.#running
  }

  async #make(reason: Reason): Promise<Backup> {
    const office = this.#office
    try {
      const name = await backUp(office.connection, office.folder.backups, reason, office.now())
      const file = join(office.folder.backups, name)
      const problem = await office.readers.run('base.check', [file])
      if (problem) throw new Refusal('BACKUP_DAMAGED', { name })
      writeFileSync(this.#proof(name), `${statSync(file).size}\n`)
      this.#failed = false
      office.tell({ type: 'status.changed' })
      return this.list().find((backup) => backup.name === name)!
    } catch (error) {
      this.#failed = true
      office.tell({ type: 'status.changed' })
      throw error
    }
  }

  /** Beside each backup that was checked lies a note of its size at the time. */
  #proof(name: string): string {
    return join(this.#office.folder.backups, `${name}.checked`)
  }

  #remove(name: string): void {
    rmSync(join(this.#office.folder.backups, name), { force: true })
    rmSync(this.#proof(name), { force: true })
  }
}
