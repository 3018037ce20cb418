import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { exportPart } from '../../../../app/contract/clientExport.ts'
import { Refusal } from '../../../../app/errors.ts'

/** Milliseconds for which a finished file waits to be fetched. */
const keptFor = 10 * 60_000
const mostFiles = 20

/**
 * Files that were made for a session to fetch. They lie in the office's folder as unfinished ones do, so that the next
 * start takes away what a crash has left.
 */
export class ExportFiles {
  readonly #folder: string
  /** The session that each file is for. */
  readonly #sessions = new Map<string, string>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(folder: string) {
    this.#folder = folder
  }

  path(id: string): string {
    return join(this.#folder, `export-${id}.part`)
  }

  /** One export after the other: together they would keep all readers from everybody else. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Makes a file by writing it at the path that is given; keeps it for the session. */
  async make<T>(session: string, write: (path: string) => Promise<T>): Promise<{ id: string; made: T }> {
    const id = randomUUID()
    try {
      const made = await write(this.path(id))
      this.#sessions.set(id, session)
      for (const oldest of this.#sessions.keys()) {
        if (this.#sessions.size <= mostFiles) break
        this.forget(oldest)
      }
      setTimeout(() => this.forget(id), keptFor).unref()
      return { id, made }
    } catch (error) {
      this.forget(id)
      // A thread that is being ended may still have opened it.
      setTimeout(() => this.forget(id), 5000).unref()
      throw error
    }
  }

  /** Bytes from `offset` on. Throws NOT_FOUND, also for another session's file. */
  async read(session: string, id: string, offset: number): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#sessions.get(id) !== session) throw new Refusal('NOT_FOUND')
    const file = await open(this.path(id))
    try {
      const bytes = new Uint8Array(exportPart)
      const { bytesRead } = await file.read(bytes, 0, exportPart, offset)
      return bytes.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }

  forget(id: string): void {
    this.#sessions.delete(id)
    rmSync(this.path(id), { force: true })
  }

  forgetSession(session: string): void {
    for (const [id, of] of this.#sessions) if (of === session) this.forget(id)
  }

  close(): void {
    for (const id of this.#sessions.keys()) this.forget(id)
  }
}
