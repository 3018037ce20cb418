import { randomUUID } from 'node:crypto'
import { Refusal } from '../../../app/errors.ts'

interface Upload {
  readonly session: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly at: number
}

/** Kept so long for the preview and the import that follow. */
const keptFor = 60 * 60_000
const mostAtOnce = 8

/** Files that windows have put on the office's table: in memory, each for the session that brought it. */
export class Uploads {
  readonly #byId = new Map<string, Upload>()

  put(session: string, name: string, bytes: Uint8Array, at: number): string {
    for (const [id, upload] of this.#byId) {
      if (at - upload.at > keptFor || this.#byId.size >= mostAtOnce) this.#byId.delete(id)
    }
    const id = randomUUID()
    this.#byId.set(id, { session, name, bytes, at })
    return id
  }

  /** Throws NOT_FOUND, also for another session's file. */
  get(session: string, id: string): Upload {
    const upload = this.#byId.get(id)
    if (!upload || upload.session !== session) throw new Refusal('NOT_FOUND')
    return upload
  }

  drop(id: string): void {
    this.#byId.delete(id)
  }
}
