import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '../../../app/contract/backups.ts'
import { openForWriting, type Connection } from '../../../db/connection.ts'
import { migrate } from '../../../db/migrate.ts'
import { deleteAllSessions } from '../../../db/sessions.ts'

/** The files of backups: `2026-11-21T09-00-00 daily.sqlite`, and beside each that was checked a note of its size then. */

export type Reason = Backup['reason']

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
  try {
    await connection.raw.backup(unfinished, { progress: () => 500 })
    renameSync(unfinished, join(folder, name))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  return name
}

/** What a power cut or crash left of a copy, in the office's folder or that of its backups: nobody could use it. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder))
    if (/\.(part|incoming)(-\w+)?$/.test(name)) rmSync(join(folder, name))
}

/** Newest first. */
export function listBackups(folder: string): Backup[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const parts = nameForm.exec(name)
      if (!parts) return []
      const [date, time] = parts[1]!.split('T') as [string, string]
      const [hours, minutes, seconds] = time.split('-')
      const { size } = statSync(join(folder, name))
      return [
        {
          name,
          at: Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`),
          size,
          verified: proofOf(folder, name) === size,
          reason: parts[2] as Reason,
          places: ['here' as const],
        },
      ]
    })
    .sort((a, b) => b.at - a.at || b.name.localeCompare(a.name, 'en', { numeric: true }))
}

const proofFile = (folder: string, name: string): string => join(folder, `${name}.checked`)

/** Notes that a backup was opened and read from end to end. */
export function prove(folder: string, name: string): void {
  writeFileSync(proofFile(folder, name), `${statSync(join(folder, name)).size}\n`)
}

function proofOf(folder: string, name: string): number | undefined {
  const file = proofFile(folder, name)
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined
}

/** It was read again and is not whole. */
export const disprove = (folder: string, name: string): void =>
  rmSync(proofFile(folder, name), { force: true })

export function removeBackup(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true })
  rmSync(proofFile(folder, name), { force: true })
}

/**
 * Copies a backup beside the base, in the program's present shape and with nobody signed in: ready to take its place
 * by a rename, so that a power cut leaves the one or the other.
 */
export async function prepareCopy(backup: string, copy: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true })
  await copyFile(backup, copy)
  const connection = openForWriting(copy)
  try {
    await migrate(connection)
    await connection.kysely.transaction().execute((trx) => deleteAllSessions(trx))
  } finally {
    connection.close()
  }
  const file = openSync(copy, 'r+')
  fsyncSync(file)
  closeSync(file)
}
