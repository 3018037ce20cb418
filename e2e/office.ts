/** An office of its own for every test: its host on a free port, its base in a temporary folder. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\S*/
const START_LIMIT_MS = 30_000

/**
 * For `addInitScript`: these hands type as fast as a scanner does, so here a scanner says first that it is one, as one
 * can be told to. What tells the two apart without that has its own tests.
 */
export const scannerSaysSo = () => {
  // An empty page keeps nothing.
  if (location.protocol === 'about:') return
  localStorage.setItem('counterpart.scanner', localStorage.getItem('counterpart.scanner') ?? '{"prefix":"~"}')
}

export interface Office {
  /** What the office says it can be opened by. */
  readonly address: string
  readonly data: string
  /** Ends the program; the folder stays, for `reopen`. */
  close(): Promise<void>
  /** Starts it again in the same folder, at the same address. */
  reopen(): Promise<void>
  /** Ends the program and takes the folder away. */
  stop(): Promise<void>
}

/** Starts `main/office.ts` as a person would; `more` goes behind its own arguments. */
export async function startOffice(more: readonly string[] = []): Promise<Office> {
  const data = await mkdtemp(path.join(tmpdir(), 'counterpart-e2e-'))
  let host: Host | undefined
  const close = async () => host?.end()
  const stop = async () => {
    await close()
    // Windows lets go of the base a moment after the process is gone.
    await rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  try {
    host = await startHost(data, '0', more)
  } catch (error) {
    await stop()
    throw error
  }
  const { address } = host
  const reopen = async () => {
    host = await startHost(data, new URL(address).port, more)
  }
  return { address, data, close, reopen, stop }
}

interface Host {
  readonly address: string
  end(): Promise<void>
}

async function startHost(data: string, port: string, more: readonly string[]): Promise<Host> {
  const entry = path.resolve(import.meta.dirname, '../main/office.ts')
  const host = spawn(process.execPath, [entry, '--data', data, '--port', port, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let asked = false
  const ended = new Promise<void>((resolve) => {
    host.once('exit', (code, signal) => {
      if (!asked) console.error(`The office ended by itself (${code ?? signal}):\n${said}`)
      resolve()
    })
  })
  const end = async () => {
    asked = true
    if (host.exitCode === null) host.kill()
    const hard = setTimeout(() => host.kill('SIGKILL'), 5000)
    await ended
    clearTimeout(hard)
  }
  const address = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = ADDRESS.exec(said.slice(0, said.lastIndexOf('\n') + 1))?.[0]
      if (found) resolve(found)
    }
    host.stdout.on('data', listen)
    host.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    void ended.then(() => reject(new Error(`The office ended before it opened:\n${said}`)))
    setTimeout(() => reject(new Error(`The office did not open:\n${said}`)), START_LIMIT_MS).unref()
  })
  try {
    return { address: await address, end }
  } catch (error) {
    await end()
    throw error
  }
}

interface Fixtures {
  /** What the office is started with besides its folder and port: `test.use({ officeArguments: ['--demo'] })`. */
  readonly officeArguments: readonly string[]
  readonly office: Office
}

export const test = base.extend<Fixtures>({
  officeArguments: [[], { option: true }],
  office: async ({ officeArguments }, use) => {
    const office = await startOffice(officeArguments)
    await use(office)
    await office.stop()
  },
})

export { expect } from '@playwright/test'
