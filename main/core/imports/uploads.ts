import { randomUUID } from 'node:crypto'
import { largestUpload, type ImportResult } from '../../../app/contract/imports.ts'
import { Refusal } from '../../../app/errors.ts'

/** A file that a window has put on the office's table. */
export interface Upload {
  readonly session: string
  readonly name: string
  /** Null once it has been imported: then only what came of it is kept. */
  bytes: Uint8Array | null
  /** How many rows there are, once a preview has counted them. */
  rows?: number
  /** The import that was begun with it. */
  running?: Promise<ImportResult>
}

/** Kept so long for the preview and the import that follow. */
const keptFor = 60 * 60_000
const mostBytes = 2 * largestUpload
const mostUploads = 100

/** Uploads are kept in memory, each for the session that brought it; where there are too many the oldest go. */
export class Uploads {
  readonly #byId = new Map<string, Upload>()

  /** Throws TOO_LARGE. */
  put(session: string, name: string, bytes: Uint8Array): string {
    if (bytes.length > largestUpload) throw new Refusal('TOO_LARGE', { most: largestUpload })
    const id = randomUUID()
    this.#byId.set(id, { session, name, bytes })
    const size = () => [...this.#byId.values()].reduce((sum, upload) => sum + (upload.bytes?.length ?? 0), 0)
    for (const oldest of this.#byId.keys()) {
      if (size() <= mostBytes && this.#byId.size <= mostUploads) break
      this.#byId.delete(oldest)
    }
    setTimeout(() => this.#byId.delete(id), keptFor).unref()
    return id
  }

  /** Throws NOT_FOUND, also for another session's file. */
  get(session: string, id: string): Upload {
    const upload = this.#byId.get(id)
    if (!upload || upload.session !== session) throw new Refusal('NOT_FOUND')
    return upload
  }
}
