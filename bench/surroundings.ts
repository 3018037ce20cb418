import { join } from 'node:path'
import Database from 'better-sqlite3'
import { folderOfMillion } from './base/base.ts'
import { startOffice, type OfficeClient, type OfficeProcess } from './officeProcess.ts'

/** What every row measures in: a base of a million clients, the office that has it open, and the bare file. */
export interface Bench {
  readonly folder: string
  /** Calls through the client API: a WebSocket to the office's process. */
  readonly client: OfficeClient
  /** A second window, for what goes on meanwhile. */
  readonly other: OfficeClient
  /** A window of another person. */
  as(who: { name: string; password: string }): Promise<OfficeClient>
  /** Where a browser opens the office, and the session it comes with. */
  address(): string
  readonly cookie: string
  /** Bare better-sqlite3 on the same file, reading. */
  readonly raw: Database.Database
  /** Closes the office and starts it anew: what it takes until the ready line and the first page, in milliseconds. */
  restart(): Promise<number>
  /** What the office's process has of its own now, in MB. */
  memory(): number
  close(): Promise<void>
}

export async function prepare(fresh: boolean): Promise<Bench> {
  const folder = await folderOfMillion(fresh)
  const raw = new Database(join(folder, 'office.sqlite'), { readonly: true })
  raw.pragma('cache_size = -65536')
  raw.pragma('mmap_size = 1073741824')
  let office: OfficeProcess = await startOffice(folder)
  const cookie = await office.signIn()
  let [client, other] = [await office.connect(cookie), await office.connect(cookie)]
  return {
    folder,
    address: () => office.address,
    as: async (who) => office.connect(await office.signIn(who)),
    cookie,
    get client() {
      return client
    },
    get other() {
      return other
    },
    raw,
    async restart() {
      await office.stop()
      office = await startOffice(folder)
      // Sessions outlive the process: the window's own reconnecting.
      const from = performance.now()
      client = await office.connect(cookie)
      await client.clients.page({})
      const firstPage = performance.now() - from
      other = await office.connect(cookie)
      return office.readyAfter + firstPage
    },
    memory: () => office.memory(),
    async close() {
      raw.close()
      await office.stop()
    },
  }
}
