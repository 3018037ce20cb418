import { randomUUID } from 'node:crypto'
import { largestFile } from '../../../app/contract/files.ts'
import { Refusal } from '../../../app/errors.ts'
import type { FileStore, FileWriter, StoredFile } from './store.ts'

/** A window that is silent so long has gone away, milliseconds. */
const patience = 60 * 60_000
/** Of one session; the oldest go. */
const mostOnTheirWay = 200

interface Incoming {
  readonly session: string
  readonly size: number
  writer: FileWriter | null
  stored: StoredFile | null
  /** Parts are written one after the other, in whatever order they are sent again. */
  turn: Promise<unknown>
  timer: NodeJS.Timeout
}

/** Files that windows are bringing, part by part, each for the session that brings it. */
export class IncomingFiles {
  readonly #store: FileStore
  readonly #byId = new Map<string, Incoming>()

  constructor(store: FileStore) {
    this.#store = store
  }

  /** Throws TOO_LARGE, DISK_FULL. */
  async begin(session: string, size: number): Promise<string> {
    if (size > largestFile) throw new Refusal('TOO_LARGE', { most: largestFile })
    const own = [...this.#byId].filter(([, incoming]) => incoming.session === session)
    for (const [id] of own.slice(0, Math.max(0, own.length - mostOnTheirWay + 1))) this.forget(session, id)
    const id = randomUUID()
    const incoming: Incoming = {
      session,
      size,
      writer: await this.#store.begin(),
      stored: null,
      turn: Promise.resolve(),
      timer: setTimeout(() => this.forget(session, id), patience).unref(),
    }
    this.#byId.set(id, incoming)
    return id
  }

  /**
   * The next bytes; a part that is there already is passed over. Resolves to the file with its last part. A part that
   * does not fit ends it: throws NOT_FOUND, as for a file that is none of the session's.
   */
  part(session: string, id: string, offset: number, bytes: Uint8Array): Promise<StoredFile | null> {
    const incoming = this.#get(session, id)
    incoming.timer.refresh()
    const done = incoming.turn.then(() => this.#write(id, incoming, offset, bytes))
    incoming.turn = done.catch(() => undefined)
    return done
  }

  async #write(id: string, incoming: Incoming, offset: number, bytes: Uint8Array) {
    const { writer, size, session } = incoming
    if (!writer) return incoming.stored
    const end = offset + bytes.length
    if (end <= writer.size && size > 0) return null
    if (offset !== writer.size || end > size) {
      this.forget(session, id)
      throw new Refusal('NOT_FOUND')
    }
    try {
      await writer.write(bytes)
      if (end < size) return null
      incoming.stored = await writer.finish()
      incoming.writer = null
      return incoming.stored
    } catch (error) {
      this.forget(session, id)
      throw error
    }
  }

  /** A file that is whole. Throws NOT_FOUND. */
  whole(session: string, id: string): StoredFile {
    const { stored } = this.#get(session, id)
    if (!stored) throw new Refusal('NOT_FOUND')
    return stored
  }

  forget(session: string, id: string): void {
    const incoming = this.#byId.get(id)
    if (incoming?.session !== session) return
    clearTimeout(incoming.timer)
    this.#byId.delete(id)
    void incoming.turn.then(() => incoming.writer?.abandon())
  }

  forgetSession(session: string): void {
    for (const [id, incoming] of this.#byId) if (incoming.session === session) this.forget(session, id)
  }

  /** Lets go of all of them, when the office closes. */
  async close(): Promise<void> {
    const all = [...this.#byId.values()]
    for (const [id, { session }] of this.#byId) this.forget(session, id)
    await Promise.all(all.map(({ turn }) => turn))
  }

  #get(session: string, id: string): Incoming {
    const incoming = this.#byId.get(id)
    if (!incoming || incoming.session !== session) throw new Refusal('NOT_FOUND')
    return incoming
  }
}
