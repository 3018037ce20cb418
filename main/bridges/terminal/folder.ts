import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { problemOf, type ConnectionState } from '../connection/problems.ts'
import { LONGEST_TRANSFER } from './transfer.ts'

/** Often enough for somebody who waits for it; a share in the network tells of no change by itself. */
const LOOK_MS = 2_000
const ENDINGS = ['.txt', '.csv', '.dat', '.dbf']

/** Where a file goes, below the watched folder, once it was looked at. */
export type Shelf = 'taken' | 'broken'

/** What is done with a file that lies in the folder. Says where it goes. */
export type FileTaker = (name: string, bytes: Uint8Array) => Promise<Shelf>

/**
 * Watches a folder into which terminals (or their cradles) put files. A file is taken once it has stayed as it is from
 * one look to the next, as it may still be being written; then it goes into a folder below. Gives what ends it.
 */
export function watchFolder(
  folder: string,
  take: FileTaker,
  state: (state: ConnectionState) => void,
  everyMs = LOOK_MS,
): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  let seen = new Map<string, string>()
  let stands = ''

  const look = async () => {
    const files = await readdir(folder, { withFileTypes: true })
    const now = new Map<string, string>()
    for (const file of files) {
      if (!file.isFile() || !ENDINGS.includes(path.extname(file.name).toLowerCase())) continue
      const whole = path.join(folder, file.name)
      const { size, mtimeMs } = await stat(whole)
      const mark = `${size} ${mtimeMs}`
      if (seen.get(file.name) !== mark) now.set(file.name, mark)
      else
        await shelve(
          folder,
          file.name,
          size > LONGEST_TRANSFER ? 'broken' : await take(file.name, await readFile(whole)),
        )
    }
    seen = now
  }
  const run = async () => {
    while (!signal.aborted) {
      const problem = await look().then(
        () => null,
        (error: unknown) => problemOf(error),
      )
      const kind = problem === null ? 'connected' : 'waiting'
      if (stands !== `${kind} ${problem}`) state({ kind, problem, retryAt: null })
      stands = `${kind} ${problem}`
      await pause(everyMs, undefined, { signal }).catch(() => undefined)
    }
  }
  const running = run()
  return async () => {
    stopping.abort()
    await running
  }
}

/** Puts a file on its shelf, under a name of its own. */
async function shelve(folder: string, name: string, shelf: Shelf): Promise<void> {
  const below = path.join(folder, shelf)
  await mkdir(below, { recursive: true })
  const { name: stem, ext } = path.parse(name)
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  await rename(path.join(folder, name), path.join(below, `${stem} ${stamp}${ext}`))
}
