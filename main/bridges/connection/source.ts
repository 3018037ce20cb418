/** Where bytes come from and go to: a serial line, a device that waits for us, or one that calls us. */
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { createConnection, createServer, type Socket } from 'node:net'
import { SerialPort } from 'serialport'
import { ConnectionProblem, problemOf, type PbxProblem } from './problems.ts'
import type { Standing } from './reconnecting.ts'
import { pathOf, type SerialLine } from './serialLines.ts'

export type Source =
  | ({ readonly kind: 'serial' } & SerialLine)
  /** What the system shows as a file: a printer at the USB port (/dev/usb/lp0), a shared printer (\\\\computer\\name). */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'listen'; readonly host: string; readonly port: number }

const CONNECT_MS = 8_000
const GREETING_MS = 10_000
/** A device that calls us has one or two connections; more are none of it. */
const MOST_CALLERS = 4

/** What is done with what comes. */
interface Taker {
  /** `answer` goes back over the line on which they came. */
  readonly take: (bytes: Uint8Array, answer: (bytes: Uint8Array) => void) => void
  readonly signal?: AbortSignal | undefined
  /** What is said over TCP before anything is taken. Rejects where the other side does not let us in. */
  readonly greet?: ((socket: Socket) => Promise<void>) | undefined
}

/** A source that stands. */
export interface OpenSource extends Standing {
  /** Says something to the other side; of several callers to all. Where it cannot, the line is over anyway. */
  write(bytes: Uint8Array): void
  /** Resolves once all that was written has left this computer. Nothing is written afterwards. */
  finish(): Promise<void>
}

/** Opens the source. Rejects with what is wrong. With `listen` it stands as soon as it waits. */
export async function openSource(source: Source, taker: Taker): Promise<OpenSource> {
  try {
    if (taker.signal?.aborted) throw new ConnectionProblem('lost')
    if (source.kind === 'serial') return await openSerial(source, taker)
    if (source.kind === 'file') return await openFile(source.path)
    if (source.kind === 'listen') return await openListener(source, taker)
    return await openTcp(source, taker)
  } catch (error) {
    throw new ConnectionProblem(problemOf(error))
  }
}

async function openSerial(source: Source & { kind: 'serial' }, { take }: Taker): Promise<OpenSource> {
  const port = new SerialPort({
    path: await pathOf(source),
    baudRate: source.baud,
    dataBits: source.bits,
    parity: source.parity,
    stopBits: source.stopBits ?? 1,
    autoOpen: false,
  })
  await new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(error) : resolve()))
  })
  const over = Promise.withResolvers<PbxProblem>()
  const write = (bytes: Uint8Array) => {
    if (port.isOpen) port.write(Buffer.from(bytes))
  }
  port.on('data', (bytes: Buffer) => take(bytes, write))
  port.on('error', () => port.close(() => undefined))
  port.on('close', () => over.resolve('lost'))
  return {
    over: over.promise,
    write,
    finish: () => new Promise((resolve) => port.drain(() => resolve())),
    close: () => {
      if (port.isOpen) port.close(() => undefined)
    },
  }
}

async function openListener(source: { host: string; port: number }, { take }: Taker): Promise<OpenSource> {
  const callers = new Set<Socket>()
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (callers.size >= MOST_CALLERS) return void socket.destroy()
    callers.add(socket)
    socket.on('data', (bytes) => take(bytes, (answer) => socket.write(answer)))
    socket.on('close', () => callers.delete(socket))
  })
  const over = Promise.withResolvers<PbxProblem>()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(source.port, source.host, resolve)
  }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw code === 'EADDRINUSE' || code === 'EACCES' ? new ConnectionProblem('device_busy') : error
  })
  server.on('close', () => over.resolve('lost'))
  return {
    over: over.promise,
    write: (bytes) => {
      for (const socket of callers) socket.write(bytes)
    },
    finish: async () => {
      await Promise.all([...callers].map(ended))
    },
    close: () => {
      for (const socket of callers) socket.destroy()
      server.close()
    },
  }
}

async function openTcp(
  source: { host: string; port: number },
  { take, signal, greet }: Taker,
): Promise<OpenSource> {
  const socket = createConnection({ host: source.host, port: source.port })
  socket.setKeepAlive(true, 20_000)
  const over = Promise.withResolvers<PbxProblem>()
  let problem: PbxProblem = 'lost'
  const failed = new Promise<never>((_, reject) => {
    socket.on('error', (error) => {
      problem = problemOf(error)
      reject(error)
    })
    socket.on('close', () => {
      reject(new ConnectionProblem(problem))
      over.resolve(problem)
    })
  })
  failed.catch(() => undefined)
  const close = () => socket.destroy()
  signal?.addEventListener('abort', close)
  try {
    const connected = new Promise<void>((resolve) => {
      socket.once('connect', () => resolve())
    })
    await Promise.race([connected, failed, after(CONNECT_MS, 'no_route')])
    if (greet) await Promise.race([greet(socket), failed, after(GREETING_MS, 'silent')])
    const write = (bytes: Uint8Array) => void socket.write(bytes)
    socket.on('data', (bytes) => take(bytes, write))
    return { over: over.promise, close, write, finish: () => ended(socket) }
  } catch (error) {
    close()
    throw error
  } finally {
    signal?.removeEventListener('abort', close)
  }
}

/** A file is only written to. */
async function openFile(path: string): Promise<OpenSource> {
  // Never made where there is none: then it is not plugged in.
  const file = await open(path, constants.O_WRONLY)
  const over = Promise.withResolvers<PbxProblem>()
  let writing: Promise<unknown> = Promise.resolve()
  const close = () => {
    void file.close().catch(() => undefined)
    over.resolve('lost')
  }
  return {
    over: over.promise,
    close,
    write: (bytes) => {
      writing = writing.then(() => file.writeFile(bytes)).catch(close)
    },
    finish: async () => void (await writing),
  }
}

const ended = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.end(resolve)
  })

function after(milliseconds: number, problem: PbxProblem): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new ConnectionProblem(problem)), milliseconds).unref()
  })
}
