import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { Contract } from '../app/contract/index.ts'
import { buildAll } from '../scripts/start/build.ts'
import { officeEnvironment } from '../scripts/start/host.ts'
import { person } from './base/base.ts'

export type OfficeClient = ContractRouterClient<Contract>

/** The real office host, in a process of its own. */
export interface OfficeProcess {
  /** Where a browser opens it. */
  readonly address: string
  /** Milliseconds from starting the process to its ready line. */
  readonly readyAfter: number
  /** Signs in over HTTP as a browser does, as who measures or as another; returns the session's cookie. */
  signIn(as?: { name: string; password: string }): Promise<string>
  /** A client over a WebSocket of its own. */
  connect(cookie: string): Promise<OfficeClient>
  /** Memory of its own, in MB: on Linux without what is mapped from files, elsewhere with it. */
  memory(): number
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const script = join(root, 'dist/main/office.js')

/**
 * Starts the office of a folder as the package holds it, built where it is not: from its sources each of its threads
 * would also hold what strips the types. Throws what it said where it did not get ready.
 */
export async function startOffice(folder: string): Promise<OfficeProcess> {
  buildAll(root)
  const from = performance.now()
  const child = spawn(process.execPath, [script, '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...officeEnvironment },
  })
  const address = await readyLine(child)
  const readyAfter = performance.now() - from
  const sockets: WebSocket[] = []
  return {
    address,
    readyAfter,
    async signIn(as = person) {
      let cookie = ''
      const door = createORPCClient<OfficeClient>(
        new FetchLink({
          url: `${address}/door/call`,
          headers: { origin: address },
          async fetch(request, init) {
            const response = await fetch(request, init)
            cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
            return response
          },
        }),
      )
      await door.door.signIn({ name: as.name, password: as.password })
      return cookie
    },
    async connect(cookie) {
      const socket = new WebSocket(`${address.replace('http', 'ws')}/door/socket`, {
        headers: { cookie },
        origin: address,
      })
      sockets.push(socket)
      await once(socket, 'open')
      return createORPCClient(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }))
    },
    memory: () => memoryOf(child.pid!),
    async stop() {
      for (const socket of sockets) socket.terminate()
      if (child.exitCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}

function memoryOf(pid: number): number {
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024
  return Number(/RssAnon:\s+(\d+)/.exec(readFileSync(status, 'utf8'))![1]) / 1024
}

async function readyLine(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr!.on('data', (text) => (said += String(text)))
    child.stdout!.on('data', (text) => {
      said += String(text)
      const address = /http:\/\/\S+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`The office did not start: ${said}`)))
  })
}
