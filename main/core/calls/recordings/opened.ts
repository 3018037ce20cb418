import type { StoredFile } from '../../files/store.ts'

/** So many recordings a session holds open at once; the one opened longest ago goes. */
const mostOpen = 20

/** Which recordings each session has opened: their parts are handed out to it and to nobody else. */
export class OpenedRecordings {
  readonly #sessions = new Map<string, Map<number, StoredFile>>()

  keep(session: string, call: number, file: StoredFile): void {
    const own = this.#sessions.get(session) ?? new Map<number, StoredFile>()
    this.#sessions.set(session, own)
    own.delete(call)
    own.set(call, file)
    for (const oldest of own.keys()) {
      if (own.size <= mostOpen) break
      own.delete(oldest)
    }
  }

  of(session: string, call: number): StoredFile | undefined {
    return this.#sessions.get(session)?.get(call)
  }

  forgetSession(session: string): void {
    this.#sessions.delete(session)
  }
}
