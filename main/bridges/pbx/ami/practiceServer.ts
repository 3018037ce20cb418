import { createHash } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { field, messages, type AmiMessage } from './messages.ts'
import type { RecordedConnection } from './recording.ts'

type Answer = (order: AmiMessage) => string

const CHALLENGE = '129467907'

/** A practice Asterisk at a port of this computer: asks for the password, answers orders, says what it is given. */
export class PracticeServer {
  readonly user = 'crm'
  readonly secret = 'crm-secret'
  /** Orders as they came, the login's among them. */
  readonly orders: AmiMessage[] = []
  /** Actions to which it answers other than "Success"; text of whole messages, `ActionID` of the order included. */
  readonly answers = new Map<string, Answer>()
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #signedIn = new Set<Socket>()
  #welcome: () => string = () => 'Event: FullyBooted\r\nUptime: 100\r\nStatus: Fully Booted\r\n\r\n'

  constructor() {
    this.#server = createServer((socket) => this.#serve(socket))
    this.answers.set('ping', (order) => answer(order, 'Success', ['Ping: Pong']))
    this.answers.set('challenge', (order) => answer(order, 'Success', [`Challenge: ${CHALLENGE}`]))
    this.answers.set('coreshowchannels', (order) => this.list(order, ''))
    this.answers.set('listcommands', (order) =>
      answer(
        order,
        'Success',
        ['CoreShowChannels', 'Originate', 'Hangup', 'Redirect'].map((name) => `${name}: does it (Priv: all)`),
      ),
    )
  }

  async listen(port = 0): Promise<number> {
    await new Promise<void>((resolve) => {
      this.#server.listen(port, '127.0.0.1', resolve)
    })
    return (this.#server.address() as AddressInfo).port
  }

  /** What somebody hears first who has signed in. */
  welcome(text: () => string): void {
    this.#welcome = text
  }

  /** An answer to CoreShowChannels with these events. */
  list(order: AmiMessage, events: string): string {
    const id = field(order, 'actionid')
    return (
      answer(order, 'Success', ['EventList: start', 'Message: Channels will follow']) +
      events +
      `Event: CoreShowChannelsComplete\r\nActionID: ${id}\r\nEventList: Complete\r\n\r\n`
    )
  }

  /** Says it to everyone who has signed in. */
  say(text: string | Uint8Array): void {
    for (const socket of this.#signedIn) socket.write(text)
  }

  /** Plays a recording to everyone who has signed in, at its pace or `faster` times so fast. */
  async play(recording: RecordedConnection, faster = 1): Promise<void> {
    const began = Date.now()
    for (const { seconds, bytes } of recording.pieces) {
      const wait = (seconds * 1000) / faster - (Date.now() - began)
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      this.say(bytes)
    }
  }

  get listeners(): number {
    return this.#signedIn.size
  }

  /** Cuts every connection, as a cable that is pulled. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #serve(socket: Socket): void {
    const framing = messages()
    this.#sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#sockets.delete(socket)
      this.#signedIn.delete(socket)
    })
    socket.write('Asterisk Call Manager/11.0.0\r\n')
    socket.on('data', (bytes) => {
      // An order is framed like an event, with Action in the place of Event.
      const text = bytes.toString('utf8').replace(/^Action: /gm, 'Event: ')
      for (const order of framing.take(Buffer.from(text))) this.#obey(socket, order)
    })
  }

  #obey(socket: Socket, order: AmiMessage): void {
    const name = order.name.toLowerCase()
    this.orders.push(order)
    if (name === 'login') return this.#signIn(socket, order)
    if (!this.#signedIn.has(socket) && name !== 'challenge')
      return void socket.write(answer(order, 'Error', ['Message: Permission denied']))
    const say = this.answers.get(name) ?? ((asked: AmiMessage) => answer(asked, 'Success', ['Message: done']))
    socket.write(say(order))
  }

  #signIn(socket: Socket, order: AmiMessage): void {
    const key = createHash('md5')
      .update(CHALLENGE + this.secret)
      .digest('hex')
    const right = field(order, 'secret') === this.secret || field(order, 'key') === key
    if (!right || field(order, 'username') !== this.user) {
      socket.end(answer(order, 'Error', ['Message: Authentication failed']))
      return
    }
    socket.write(answer(order, 'Success', ['Message: Authentication accepted']))
    this.#signedIn.add(socket)
    socket.write(this.#welcome())
  }
}

/** One answer to an order. */
export function answer(order: AmiMessage, response: string, rows: readonly string[]): string {
  return `Response: ${response}\r\nActionID: ${field(order, 'actionid')}\r\n${rows.join('\r\n')}\r\n\r\n`
}
