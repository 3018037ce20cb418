import { createHash, randomUUID } from 'node:crypto'
import { createConnection, type Socket } from 'node:net'
import { ConnectionProblem, problemOf, type PbxProblem } from '../../connection/problems.ts'
import { action, field, messages, type AmiMessage } from './messages.ts'

export interface AmiLogin {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly secret: string
  /** Without it the password goes over the network as it is. */
  readonly md5: boolean
}

/** What is heard of calls. Most of what Asterisk says besides, RTCP above all, is left out at the login. */
const EVENTS = 'system,call,cdr,agent,user,dialplan'
const CONNECT_MS = 8_000
const ANSWER_MS = 8_000
const BOOT_MS = 5_000
const PING_EVERY_MS = 20_000

/** A signed-in connection to Asterisk. */
export interface AmiSession {
  readonly banner: string
  /** Whether it said that it is ready; where it may not say so (no right to hear `system`), false. */
  readonly booted: boolean
  readonly over: Promise<PbxProblem>
  /** Asks for something; the answer, an error too. Rejects if the connection goes first, or nothing comes. */
  ask(name: string, fields?: readonly (readonly [string, string])[], actionId?: string): Promise<AmiMessage>
  close(): void
}

/**
 * Connects and signs in. Every message goes to `hear` from the first on. Rejects with what is wrong: the address,
 * the port, who answers there, the password.
 */
export async function openSession(
  login: AmiLogin,
  hear: (message: AmiMessage) => void,
  signal?: AbortSignal,
): Promise<AmiSession> {
  const socket = createConnection({ host: login.host, port: login.port })
  socket.setKeepAlive(true, PING_EVERY_MS)
  const line = new AmiLine(socket, hear)
  const abort = () => line.close()
  signal?.addEventListener('abort', abort)
  try {
    if (signal?.aborted) throw new ConnectionProblem('lost')
    const banner = await line.banner()
    await signIn(line, login)
    const booted = await line.booted()
    line.keepAlive()
    return {
      banner,
      booted,
      over: line.over,
      ask: (...order) => line.ask(...order),
      close: () => line.close(),
    }
  } catch (error) {
    line.close()
    throw new ConnectionProblem(problemOf(error))
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

async function signIn(line: AmiLine, login: AmiLogin): Promise<void> {
  const proof: (readonly [string, string])[] = []
  if (login.md5) {
    const challenge = field(await line.ask('Challenge', [['AuthType', 'MD5']]), 'challenge')
    const key = createHash('md5')
      .update(challenge + login.secret)
      .digest('hex')
    proof.push(['AuthType', 'MD5'], ['Key', key])
  } else proof.push(['Secret', login.secret])
  const answer = await line.ask('Login', [['Username', login.user], ...proof, ['Events', EVENTS]])
  if (answer.name === 'Success') return
  throw new ConnectionProblem(/permission/i.test(field(answer, 'message')) ? 'no_right' : 'wrong_password')
}

class AmiLine {
  readonly over: Promise<PbxProblem>
  readonly #socket: Socket
  readonly #waiting = new Map<
    string,
    { answer: (message: AmiMessage) => void; fail: (error: Error) => void }
  >()
  readonly #greeted = Promise.withResolvers<string>()
  readonly #ready = Promise.withResolvers<boolean>()
  #ping: NodeJS.Timeout | undefined
  #sawText = false

  constructor(socket: Socket, hear: (message: AmiMessage) => void) {
    this.#socket = socket
    const framing = messages()
    const ended = Promise.withResolvers<PbxProblem>()
    this.over = ended.promise
    let problem: PbxProblem = 'lost'
    socket.on('data', (bytes) => {
      this.#sawText = true
      for (const message of framing.take(bytes)) {
        if (message.kind === 'banner') this.#greeted.resolve(message.name)
        if (message.name === 'FullyBooted') this.#ready.resolve(true)
        const waiting =
          message.kind === 'response' ? this.#waiting.get(field(message, 'actionid')) : undefined
        waiting?.answer(message)
        hear(message)
      }
    })
    socket.on('error', (error) => {
      problem = problemOf(error)
    })
    socket.on('close', () => {
      clearInterval(this.#ping)
      const gone = new ConnectionProblem(problem)
      this.#greeted.reject(gone)
      this.#ready.resolve(false)
      for (const { fail } of this.#waiting.values()) fail(gone)
      ended.resolve(problem)
    })
    // Nobody may be waiting for it when it fails.
    this.#greeted.promise.catch(() => undefined)
  }

  /** The first line tells whether it is Asterisk. */
  async banner(): Promise<string> {
    const connected = new Promise<never>((_, reject) => {
      setTimeout(() => {
        if (this.#socket.connecting) reject(new ConnectionProblem('no_route'))
        else reject(new ConnectionProblem(this.#sawText ? 'other_service' : 'silent'))
      }, CONNECT_MS).unref()
    })
    const other = new Promise<never>((_, reject) => {
      this.#socket.once('data', (bytes) => {
        const text = bytes.toString('latin1')
        if (!'Asterisk Call Manager/'.startsWith(text.slice(0, 22)))
          reject(new ConnectionProblem('other_service'))
      })
    })
    return Promise.race([this.#greeted.promise, connected, other])
  }

  /** Ready, or not known to be: a login can come before the exchange has started, and its lists are empty then. */
  booted(): Promise<boolean> {
    const late = new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), BOOT_MS).unref()
    })
    return Promise.race([this.#ready.promise, late])
  }

  async ask(
    name: string,
    fields: readonly (readonly [string, string])[] = [],
    actionId: string = randomUUID(),
  ): Promise<AmiMessage> {
    if (this.#socket.destroyed) throw new ConnectionProblem('lost')
    const { promise, resolve, reject } = Promise.withResolvers<AmiMessage>()
    this.#waiting.set(actionId, { answer: resolve, fail: reject })
    const late = setTimeout(() => reject(new ConnectionProblem('silent')), ANSWER_MS)
    this.#socket.write(action(name, [['ActionID', actionId], ...fields]))
    try {
      return await promise
    } finally {
      clearTimeout(late)
      this.#waiting.delete(actionId)
    }
  }

  /** A cable that is pulled says nothing: an exchange that does not answer a ping is gone. */
  keepAlive(): void {
    this.#ping = setInterval(() => {
      this.ask('Ping').catch(() => this.close())
    }, PING_EVERY_MS)
  }

  close(): void {
    this.#socket.destroy()
  }
}
