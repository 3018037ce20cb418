import { createHash, randomUUID, type Hash } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Refusal } from '../../../app/errors.ts'
import { headLength, typeOf } from './typeOf.ts'

/** A file as the office keeps it. */
export interface StoredFile {
  /** SHA-256 of its bytes: where it lies. */
  readonly hash: string
  /** Bytes. */
  readonly size: number
  /** As its bytes say. */
  readonly type: string
}

const hashForm = /^[\da-f]{64}$/
const checkedAtOnce = 1024 * 1024

/**
 * The bytes of all files of the office, beside its base: `files/3f/3f9a…`, each named by the SHA-256 of what is in it. So
 * the same file is kept once however often it is attached, nothing is ever written over, no name that somebody gave leads
 * anywhere, and a backup of the base needs only to name them.
 */
export class FileStore {
  readonly #folder: string

  constructor(office: string) {
    this.#folder = join(office, 'files')
  }

  /** Makes the folder and takes away what a crash has left of files on their way. */
  open(): void {
    rmSync(join(this.#folder, 'incoming'), { recursive: true, force: true })
    mkdirSync(join(this.#folder, 'incoming'), { recursive: true })
  }

  /** Begins a file of which nobody knows yet what it is. */
  async begin(): Promise<FileWriter> {
    const path = join(this.#folder, 'incoming', randomUUID())
    return new FileWriter(path, await open(path, 'wx', 0o600), (hash) => this.pathOf(hash))
  }

  /** Keeps bytes that are all here. Throws DISK_FULL. */
  async put(bytes: Uint8Array): Promise<StoredFile> {
    const writer = await this.begin()
    try {
      await writer.write(bytes)
      return await writer.finish()
    } catch (error) {
      await writer.abandon()
      throw error
    }
  }

  /** Keeps what lies in a file of the system, at whatever size. Throws DISK_FULL. */
  async bring(file: string): Promise<StoredFile> {
    const writer = await this.begin()
    try {
      for await (const bytes of createReadStream(file)) await writer.write(bytes as Buffer)
      return await writer.finish()
    } catch (error) {
      await writer.abandon()
      throw error
    }
  }

  /** Where the bytes lie. Anything but a hash could lead out of the folder, and throws. */
  pathOf(hash: string): string {
    if (!hashForm.test(hash)) throw new Error('A file is named by a hash.')
    return join(this.#folder, hash.slice(0, 2), hash)
  }

  /** What is kept under a hash; undefined where nothing is. From now on it counts as fresh: see `sweep`. */
  async take(hash: string): Promise<StoredFile | undefined> {
    const path = this.pathOf(hash)
    const file = await open(path).catch(() => undefined)
    if (!file) return undefined
    try {
      const { size } = await file.stat()
      const { buffer, bytesRead } = await file.read(new Uint8Array(headLength), 0, headLength, 0)
      const now = new Date()
      await utimes(path, now, now)
      return { hash, size, type: typeOf(buffer.subarray(0, bytesRead)) }
    } finally {
      await file.close()
    }
  }

  /** Whether the bytes are there and are those that were kept. Reads all of them. */
  async isWhole(hash: string): Promise<boolean> {
    const file = await open(this.pathOf(hash)).catch(() => undefined)
    if (!file) return false
    try {
      const sum = createHash('sha256')
      const bytes = new Uint8Array(checkedAtOnce)
      for (;;) {
        // eslint-disable-next-line no-await-in-loop -- one after the other, so that calls are answered in between
        const { bytesRead } = await file.read(bytes, 0, bytes.length)
        if (bytesRead === 0) return sum.digest('hex') === hash
        sum.update(bytes.subarray(0, bytesRead))
      }
    } catch {
      return false
    } finally {
      await file.close()
    }
  }

  /** Bytes from an offset on, fewer at the end. Throws the system's error where there are none. */
  async read(hash: string, offset: number, most: number): Promise<Uint8Array<ArrayBuffer>> {
    const file = await open(this.pathOf(hash))
    try {
      const bytes = new Uint8Array(most)
      const { bytesRead } = await file.read(bytes, 0, most, offset)
      return bytes.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }

  /** Everything that is kept. */
  async hashes(): Promise<string[]> {
    const found: string[] = []
    for (const folder of await readdir(this.#folder))
      if (/^[\da-f]{2}$/.test(folder)) found.push(...(await readdir(join(this.#folder, folder))))
    return found.filter((name) => hashForm.test(name))
  }

  /**
   * Takes away what nobody knows: bytes that were brought and never attached, and pictures that were replaced. What was
   * brought or asked for since `before` stays, as its row may only be about to be written. Returns how many went.
   */
  async sweep(known: ReadonlySet<string>, before: number): Promise<number> {
    let gone = 0
    for (const hash of (await this.hashes()).filter((one) => !known.has(one))) {
      const path = this.pathOf(hash)
      // In one go, so that nobody takes it in between.
      if (statSync(path).mtimeMs >= before) continue
      unlinkSync(path)
      gone++
      await setImmediate()
    }
    return gone
  }
}

/** A file on its way in: it gets its name only when it is whole and safely on the disk. */
export class FileWriter {
  readonly #path: string
  readonly #file: FileHandle
  readonly #placeOf: (hash: string) => string
  readonly #sum: Hash = createHash('sha256')
  #head = new Uint8Array(0)
  size = 0

  constructor(path: string, file: FileHandle, placeOf: (hash: string) => string) {
    this.#path = path
    this.#file = file
    this.#placeOf = placeOf
  }

  /** Throws DISK_FULL. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.#file.writeFile(bytes).catch(refuseFull)
    this.#sum.update(bytes)
    this.#head = Buffer.concat([this.#head, bytes.subarray(0, headLength - this.#head.length)])
    this.size += bytes.length
  }

  /** As the bytes so far say. */
  get type(): string {
    return typeOf(this.#head)
  }

  /** Throws DISK_FULL. */
  async finish(): Promise<StoredFile> {
    const hash = this.#sum.digest('hex')
    const place = this.#placeOf(hash)
    await this.#file.sync().catch(refuseFull)
    await this.#file.close()
    if (await mkdir(join(place, '..'), { recursive: true })) await syncFolder(join(place, '..', '..'))
    try {
      await rename(this.#path, place)
    } catch (error) {
      // Windows does not let a file be replaced that somebody reads; the same bytes are there already.
      if (!(await stat(place).catch(() => undefined))) throw error
      const now = new Date()
      await utimes(place, now, now)
      await rm(this.#path, { force: true })
    }
    await syncFolder(join(place, '..'))
    return { hash, size: this.size, type: this.type }
  }

  /** Nothing of it stays. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined)
    await rm(this.#path, { force: true })
  }
}

/** A power cut must not lose the name either. Windows knows no such thing and keeps it by itself. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

function refuseFull(error: unknown): never {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
    throw new Refusal('DISK_FULL')
  throw error
}
