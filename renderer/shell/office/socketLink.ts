import { ORPCError, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { setConnection } from './connection.ts'

export interface CallContext extends ClientContext {
  /** Of a command: sent again with the same key, it happens once. */
  commandKey?: string
}

/** The office ended the session: no use in trying again. */
const sessionEnded = 4401
const pauses = [250, 500, 1000, 2000, 5000]

/** A key no other command has; `crypto.randomUUID` does not exist over plain HTTP. */
export function newCommandKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

/**
 * A socket that is closing takes what is sent and forgets it: its end, which comes next, lets go of every call. oRPC
 * would throw instead, and nobody hears that where a call is only being cancelled.
 */
const whileClosing = (
  socket: WebSocket,
): Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'readyState'> => ({
  get readyState() {
    return socket.readyState === WebSocket.CLOSING ? WebSocket.OPEN : socket.readyState
  },
  send: (message) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(message)
  },
  addEventListener: socket.addEventListener.bind(socket),
  removeEventListener: socket.removeEventListener.bind(socket),
})

interface Line {
  readonly socket: WebSocket
  readonly link: RPCLink<CallContext>
}

/**
 * All calls and events of a page over one WebSocket, which comes back by itself after a gap. A call that the gap cut
 * off is sent once more: commands carry their key, so they happen once.
 * `stillSignedIn` is asked when the socket is refused, as a browser does not say why.
 */
export class SocketLink implements ClientLink<CallContext> {
  readonly #address: string
  readonly #stillSignedIn: () => Promise<boolean>
  #line: Promise<Line> | undefined
  #failures = 0
  #signIns = 0
  #left = false

  constructor(address: string, stillSignedIn: () => Promise<boolean>) {
    this.#address = address
    this.#stillSignedIn = stillSignedIn
  }

  async call(...[path, input, options]: Parameters<ClientLink<CallContext>['call']>): Promise<unknown> {
    const context = { commandKey: newCommandKey(), ...options.context }
    for (let attempt = 0; ; attempt++) {
      const { socket, link } = await this.#open()
      try {
        return await link.call(path, input, { ...options, context })
      } catch (error) {
        const cutOff =
          socket.readyState !== WebSocket.OPEN && !(error instanceof ORPCError) && !options.signal?.aborted
        if (!cutOff || attempt > 0) throw error
      }
    }
  }

  /** Lets go of the line for good: at sign-out, before the page is loaded anew. */
  close(): void {
    const line = this.#line
    this.#left = true
    this.#line = undefined
    line?.then(({ socket }) => socket.close(1000)).catch(() => undefined)
  }

  /** Somebody has signed in: a refusal that is still on its way is of the session before. */
  signedIn(): void {
    this.#signIns++
  }

  #open(): Promise<Line> {
    if (this.#left) return Promise.reject(new ORPCError('NOT_SIGNED_IN', { defined: true }))
    return (this.#line ??= this.#dial().catch((error: unknown) => {
      this.#line = undefined
      throw error
    }))
  }

  async #dial(): Promise<Line> {
    for (;;) {
      const signIns = this.#signIns
      const socket = new WebSocket(this.#address)
      const link = new RPCLink<CallContext>({
        websocket: whileClosing(socket),
        headers: ({ context }) => (context.commandKey ? { 'x-command-key': context.commandKey } : {}),
      })
      const opened = await new Promise<boolean>((resolve) => {
        socket.addEventListener('open', () => resolve(true), { once: true })
        socket.addEventListener('close', () => resolve(false), { once: true })
      })
      if (opened) {
        this.#failures = 0
        setConnection('open')
        socket.addEventListener('close', (event) => this.#lost(socket, event.code), { once: true })
        return { socket, link }
      }
      if (this.#left || !(await this.#maySignIn())) {
        if (!this.#left && signIns !== this.#signIns) continue
        setConnection('signed-out')
        throw new ORPCError('NOT_SIGNED_IN', { defined: true })
      }
      setConnection('lost')
      await new Promise((resolve) =>
        setTimeout(resolve, pauses[Math.min(this.#failures++, pauses.length - 1)]),
      )
    }
  }

  /** An office that does not answer at all is not a refusal. */
  async #maySignIn(): Promise<boolean> {
    try {
      return await this.#stillSignedIn()
    } catch {
      return true
    }
  }

  #lost(socket: WebSocket, code: number): void {
    this.#line
      ?.then((line) => {
        if (line.socket !== socket) return
        this.#line = undefined
        if (code === 1000) return
        setConnection(code === sessionEnded ? 'signed-out' : 'lost')
        if (code !== sessionEnded) void this.#open().catch(() => undefined)
      })
      .catch(() => undefined)
  }
}
