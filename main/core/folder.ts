import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { holdLock } from '../../db/lock.ts'

/** Why an office cannot be opened in a folder, in words for an administrator; the windows have their own. */
export class FolderProblem extends Error {
  readonly reason: 'in-use' | 'vanished' | 'unreadable' | 'newer'
  constructor(reason: FolderProblem['reason'], message: string) {
    super(message)
    this.name = 'FolderProblem'
    this.reason = reason
  }
}

/** Where everything of one office lies. */
export interface Folder {
  readonly path: string
  readonly base: string
  readonly backups: string
  release(): void
}

const markerName = 'office.json'

/**
 * Makes or takes the folder and holds it for this program.
 * Throws FolderProblem `in-use` where another program has it, `unreadable` where nothing can be written.
 */
export function takeFolder(path: string): Folder {
  let lock
  try {
    mkdirSync(join(path, 'backups'), { recursive: true })
    lock = holdLock(join(path, 'office.lock'))
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    throw new FolderProblem('unreadable', `The folder ${path} cannot be used: ${cause}`)
  }
  if (!lock)
    throw new FolderProblem(
      'in-use',
      `The office in ${path} is open in another program. Close that one first.`,
    )
  return {
    path,
    base: join(path, 'office.sqlite'),
    backups: join(path, 'backups'),
    release: () => lock.release(),
  }
}

/** A base was made here once. Where it is gone, an empty one must not take its place unnoticed. */
export function baseIsExpected(folder: Folder): boolean {
  return existsSync(join(folder.path, markerName))
}

export function baseIsThere(folder: Folder): boolean {
  return existsSync(folder.base) && statSync(folder.base).size > 0
}

/** Which base belongs here: written once when it is made, read for the name of the session cookie. */
export function markFolder(folder: Folder, id: string): void {
  writeFileSync(join(folder.path, markerName), `${JSON.stringify({ program: 'counterpart', base: id })}\n`)
}

export function readMark(folder: Folder): string | undefined {
  try {
    const mark: unknown = JSON.parse(readFileSync(join(folder.path, markerName), 'utf8'))
    return typeof mark === 'object' && mark !== null && 'base' in mark && typeof mark.base === 'string'
      ? mark.base
      : undefined
  } catch {
    return undefined
  }
}

/** Whether a folder has had an office in it. */
export const hasOffice = (folder: string): boolean =>
  existsSync(join(folder, 'office.sqlite')) || existsSync(join(folder, markerName))
