import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { copyFile, mkdir, stat, statfs } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { Refusal } from '../../../app/errors.ts'

/**
 * Another folder that keeps copies of the backups, and of the files that they name: another disk, a stick, a share. It
 * may be away at any time. Its own folder in there is made once, when the place is chosen, and carries a mark: where
 * that is not to be seen the disk is not there, and nothing is written into the empty folder it leaves.
 */

/** What must stay free beside a copy, bytes. */
const spare = 64 * 1024 * 1024

const mark = 'counterpart.json'

export class Place {
  readonly folder: string

  constructor(copyTo: string, office: string) {
    this.folder = join(copyTo, `Counterpart ${office.slice(0, 8)}`)
  }

  isThere(): boolean {
    return existsSync(join(this.folder, mark))
  }

  /** Bytes; null where the system does not say. */
  async free(): Promise<number | null> {
    try {
      const { bavail, bsize } = await statfs(this.folder)
      return bavail * bsize
    } catch {
      return null
    }
  }

  /** Copies a backup there, under its name only when it is whole on the disk. Throws DISK_FULL. */
  async take(from: string, name: string): Promise<void> {
    const { size } = await stat(from)
    const free = await this.free()
    if (free !== null && free < size + spare) throw new Refusal('DISK_FULL')
    const unfinished = join(this.folder, `${name}.part`)
    try {
      await copySafely(from, unfinished)
      renameSync(unfinished, join(this.folder, name))
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw error
    }
  }

  /** Copies files that are not there yet; they are named by what is in them, so none is ever copied twice. */
  async takeFiles(hashes: readonly string[], pathOf: (hash: string) => string): Promise<void> {
    for (const hash of hashes) {
      const to = this.fileOf(hash)
      if (existsSync(to) || !existsSync(pathOf(hash))) continue
      // eslint-disable-next-line no-await-in-loop -- a stick writes one thing at a time
      await mkdir(join(to, '..'), { recursive: true })
      await copySafely(pathOf(hash), `${to}.part`)
      renameSync(`${to}.part`, to)
    }
  }

  fileOf(hash: string): string {
    return join(this.folder, 'files', hash.slice(0, 2), hash)
  }

  /** Every file it has, by hash. */
  files(): string[] {
    const folder = join(this.folder, 'files')
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .flatMap((name) => readdirSync(join(folder, name)))
      .filter((name) => /^[\da-f]{64}$/.test(name))
  }
}

/**
 * Makes a folder usable as the other place. Throws PLACE_UNUSABLE: `missing` is not there or no folder, `locked`
 * cannot be written to, `inside` lies in the office's own folder, where it would be lost with it.
 */
export function choosePlace(copyTo: string, office: { readonly path: string }, id: string): Place {
  if (!isAbsolute(copyTo) || !existsSync(copyTo) || !statSync(copyTo).isDirectory())
    throw new Refusal('PLACE_UNUSABLE', { path: copyTo, reason: 'missing' })
  const way = relative(office.path, copyTo)
  if (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way))
    throw new Refusal('PLACE_UNUSABLE', { path: copyTo, reason: 'inside' })
  const place = new Place(copyTo, id)
  try {
    accessSync(copyTo, constants.W_OK)
    mkdirSync(place.folder, { recursive: true })
    const text = `${JSON.stringify({ program: 'counterpart', base: id })}\n`
    writeFileSync(join(place.folder, mark), text, { flush: true })
    if (readFileSync(join(place.folder, mark), 'utf8') !== text) throw new Error('It was not kept')
  } catch {
    throw new Refusal('PLACE_UNUSABLE', { path: copyTo, reason: 'locked' })
  }
  return place
}

async function copySafely(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const file = openSync(to, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
