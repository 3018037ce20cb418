import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Contract } from '../../app/contract/index.ts'
import type { Office } from '../core/office.ts'
import { temporaryFolder } from '../core/testOffice.ts'
import { openHttpDoor } from './http.ts'

/** The real door on loopback, asked as browsers and others ask it. */

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** What an oRPC answer holds. */
  readonly json: unknown
}

export interface Asked {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
}

export class TestDoor {
  readonly address: string

  constructor(address: string) {
    this.address = address
  }

  get host(): string {
    return new URL(this.address).host
  }

  /** A request exactly as given: nothing in the path is put right on the way. */
  async ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
    const { hostname, port } = new URL(this.address)
    const asking = request({ hostname, port, path, method, headers, agent: false })
    asking.end(body)
    const [response] = (await once(asking, 'response')) as [IncomingMessage]
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    return {
      status: response.statusCode!,
      headers: response.headers,
      text,
      get json() {
        return (JSON.parse(text) as { json: unknown }).json
      },
    }
  }

  /** Calls a procedure over HTTP as a page of the office does. */
  call(path: string, input?: unknown, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
    return this.ask(`/door/call/${path}`, {
      method: 'POST',
      headers: { origin: this.address, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(input === undefined ? {} : { json: input }),
    })
  }

  /** Signs in; returns the cookie that a browser would keep. */
  async signIn(name: string, password: string, headers: OutgoingHttpHeaders = {}): Promise<string> {
    const answer = await this.call('door/signIn', { name, password }, headers)
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
    return answer.headers['set-cookie']![0]!.split(';')[0]!
  }

  socket(headers: Record<string, string | undefined>): WebSocket {
    const given = Object.entries(headers).filter(([, value]) => value !== undefined) as [string, string][]
    const socket = new WebSocket(`${this.address.replace('http', 'ws')}/door/socket`, {
      headers: Object.fromEntries(given),
    })
    onTestFinished(() => socket.terminate())
    return socket
  }

  /** The status with which an upgrade is refused; 101 where it is not. */
  async upgrade(headers: Record<string, string | undefined>): Promise<number> {
    const socket = this.socket(headers)
    return new Promise((resolve, reject) => {
      socket.on('open', () => resolve(101))
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode!))
      socket.on('error', reject)
    })
  }

  /** A page's one socket, and a client over it. `key` goes with every command. */
  async connect(cookie: string, key?: string) {
    const socket = this.socket({ cookie, origin: this.address })
    await once(socket, 'open')
    const closed = once(socket, 'close').then(([code]) => code as number)
    const link = new RPCLink({
      websocket: socket as unknown as globalThis.WebSocket,
      headers: key === undefined ? {} : { 'x-command-key': key },
    })
    return { socket, closed, ask: createORPCClient<ContractRouterClient<Contract>>(link) }
  }

  /** Raw bytes down a connection, which is then hung up without a word. */
  async hangUp(bytes: string): Promise<void> {
    const { hostname, port } = new URL(this.address)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.write(bytes)
    socket.resetAndDestroy()
  }
}

/** A folder of pages as the build makes it, with something beside it that is nobody's business. */
export function testPages(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'the secret')
  writeFileSync(join(folder, 'secret'), 'the secret')
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Counterpart</title>')
  writeFileSync(join(folder, 'renderer', 'assets', 'app-1a2b.js'), 'go()')
  return join(folder, 'renderer')
}

export async function testDoor(office: Office): Promise<TestDoor> {
  const door = await openHttpDoor(office, { host: '127.0.0.1', port: 0, pages: testPages() })
  onTestFinished(() => door.close())
  return new TestDoor(door.address)
}
