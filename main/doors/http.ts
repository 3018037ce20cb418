import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { BodyLimitPlugin, RPCHandler as HttpHandler } from '@orpc/server/node'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { contract } from '../../app/contract/index.ts'
import { largestUpload } from '../../app/contract/imports.ts'
import { version } from '../core/door.ts'
import { note } from '../core/notebook.ts'
import type { Office } from '../core/office.ts'
import { officeRouter, type CallContext } from '../core/router.ts'
import { hashToken } from '../core/sessions.ts'
import type { Caller } from '../core/work.ts'
import { interceptors } from './interceptors.ts'
import { cookieOf, isLoopback, knownHost, ownOrigin, pageHeaders, pathOf, seatOf } from './guard.ts'
import { Pages } from './pages.ts'
import { answerRating, ratingTokenAt } from './ratingPage.ts'
import { exchangeAt, takeCounts, takeNotification, terminalAt } from './public.ts'

/** Close code for a socket whose session has ended: the window goes back to the sign-in. */
const sessionEnded = 4401

export interface HttpDoor {
  readonly server: Server
  /** Where a browser on this computer finds the office. */
  readonly address: string
  close(): Promise<void>
}

/**
 * The door for browsers: pages, sign-in and health over HTTP, everything else over one WebSocket per page
 * (with more connections a browser's sixth window would hang).
 * Throws the system's error where the port is taken.
 */
export async function openHttpDoor(
  office: Office,
  options: { host: string; port: number; pages: string },
): Promise<HttpDoor> {
  const pages = new Pages(options.pages)
  const cookie = `counterpart-${office.id.slice(0, 8)}`
  const door = new HttpHandler<CallContext>(officeRouter(office, ['door']), {
    interceptors,
    plugins: [new BodyLimitPlugin({ maxBodySize: 64 * 1024 })],
  })
  const signedIn = (Object.keys(contract) as (keyof typeof contract)[]).filter((area) => area !== 'door')
  const calls = new SocketHandler<CallContext>(officeRouter(office, signedIn), { interceptors })

  const callerOf = (request: IncomingMessage, response?: ServerResponse): Caller => ({
    seat: seatOf(request),
    isAtOffice: isLoopback(request),
    token: cookieOf(request, cookie),
    keepToken: (token) =>
      response?.setHeader(
        'Set-Cookie',
        `${cookie}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${token === null ? '; Max-Age=0' : ''}`,
      ),
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
    const pathname = pathOf(request)
    if (pathname === undefined) return end(response, 400)
    // Providers call under the name that the office has on the internet, and prove themselves.
    const exchange = exchangeAt(pathname)
    if (exchange !== undefined) return takeNotification(office, exchange, request, response)
    const terminal = terminalAt(pathname)
    if (terminal !== undefined) return takeCounts(office, terminal, request, response)
    const rated = ratingTokenAt(pathname)
    if (rated !== undefined) return answerRating(office, rated, request, response)
    if (!knownHost(request)) return end(response, 403)
    if (pathname === '/health') {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      response.end(JSON.stringify({ status: 'ok', version }))
      return
    }
    if (pathname.startsWith('/door/')) {
      if (request.method !== 'POST') return end(response, 405)
      if (!ownOrigin(request)) return end(response, 403)
      response.setHeader('Cache-Control', 'no-store')
      const { matched } = await door.handle(request, response, {
        prefix: '/door/call',
        context: { caller: callerOf(request, response) },
      })
      if (!matched) end(response, 404)
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405)
    if (!pages.answer(pathname, request.method, response)) end(response, 404)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      note('error', 'http', error)
      if (!response.headersSent) end(response, 500)
      else response.destroy()
    })
  })

  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestUpload + 1024 * 1024 })
  const bySession = new Map<WebSocket, string>()
  const stopHeeding = office.onSessionEnd((session) => {
    for (const [socket, of] of bySession) if (of === session) socket.close(sessionEnded)
  })

  async function upgrade(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
    // Whoever hangs up in between is no reason to fall over.
    socket.on('error', () => socket.destroy())
    if (pathOf(request) !== '/door/socket') return refuse(socket, '404 Not Found')
    if (!knownHost(request) || !ownOrigin(request)) return refuse(socket, '403 Forbidden')
    const caller = callerOf(request)
    const session = caller.token === null || office.vanished ? undefined : hashToken(caller.token)
    if (!session || !(await office.sessions.person(office.reading, session, caller.seat)))
      return refuse(socket, '401 Unauthorized')
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      bySession.set(webSocket, session)
      webSocket.on('close', () => bySession.delete(webSocket))
      webSocket.on('error', (error) => note('warn', `socket: ${error.message}`))
      void calls.upgrade(webSocket, { context: { caller } })
    })
  }

  server.on('upgrade', (request, socket, head) => {
    upgrade(request, socket as Socket, head).catch((error: unknown) => {
      note('error', 'upgrade', error)
      socket.destroy()
    })
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const { port, address } = server.address() as AddressInfo
  const name =
    address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address.includes(':') ? `[${address}]` : address

  // A socket that fell silent (a computer that went to sleep) is found out and let go.
  const silent = new Set<WebSocket>()
  const pulse = setInterval(() => {
    for (const socket of silent) socket.terminate()
    silent.clear()
    for (const socket of bySession.keys()) {
      silent.add(socket)
      socket.once('pong', () => silent.delete(socket))
      socket.ping()
    }
  }, 30_000)
  pulse.unref()

  return {
    server,
    address: `http://${name}:${port}`,
    async close() {
      clearInterval(pulse)
      stopHeeding()
      for (const socket of bySession.keys()) socket.terminate()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end()
}

function refuse(socket: Socket, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
