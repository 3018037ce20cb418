/** Where the lines come from: a serial line, an exchange that waits for a listener, or one that calls us. */
import { createConnection, createServer, type Socket } from 'node:net'
import { SerialPort } from 'serialport'
import { ConnectionProblem, problemOf, type PbxProblem } from '../pbx.ts'
import type { Standing } from '../reconnecting.ts'
import type { SmdrFormat } from './formats.ts'

export type SmdrSource =
  | ({ readonly kind: 'serial'; readonly path: string } & SmdrFormat['serial'])
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'listen'; readonly host: string; readonly port: number }

const CONNECT_MS = 8_000
const DIALOGUE_MS = 10_000
/** An exchange that calls us has one or two connections; more are none of it. */
const MOST_CALLERS = 4

/** What is done with what comes. */
interface Taker {
  readonly take: (bytes: Uint8Array) => void
  readonly signal?: AbortSignal | undefined
}

/** Opens the source. Rejects with what is wrong. With `listen` it stands as soon as it waits. */
export async function openSource(
  source: SmdrSource,
  dialogue: SmdrFormat['dialogue'],
  password: string,
  taker: Taker,
): Promise<Standing> {
  try {
    if (taker.signal?.aborted) throw new ConnectionProblem('lost')
    if (source.kind === 'serial') return await openSerial(source, taker)
    if (source.kind === 'listen') return await openListener(source, taker)
    return await openTcp(source, dialogue, password, taker)
  } catch (error) {
    throw new ConnectionProblem(problemOf(error))
  }
}

async function openSerial(source: SmdrSource & { kind: 'serial' }, { take }: Taker): Promise<Standing> {
  const port = new SerialPort({
    path: source.path,
    baudRate: source.baud,
    dataBits: source.bits,
    parity: source.parity,
    stopBits: 1,
    autoOpen: false,
  })
  await new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(error) : resolve()))
  })
  const over = Promise.withResolvers<PbxProblem>()
  port.on('data', take)
  port.on('error', () => port.close(() => undefined))
  port.on('close', () => over.resolve('lost'))
  return {
    over: over.promise,
    close: () => {
      if (port.isOpen) port.close(() => undefined)
    },
  }
}

async function openListener(source: { host: string; port: number }, { take }: Taker): Promise<Standing> {
  const callers = new Set<Socket>()
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (callers.size >= MOST_CALLERS) return void socket.destroy()
    callers.add(socket)
    socket.on('data', take)
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
    close: () => {
      for (const socket of callers) socket.destroy()
      server.close()
    },
  }
}

async function openTcp(
  source: { host: string; port: number },
  dialogue: SmdrFormat['dialogue'],
  password: string,
  { take, signal }: Taker,
): Promise<Standing> {
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
    if (dialogue.length > 0) {
      const done = answerDialogue(socket, dialogue, password)
      await Promise.race([done, failed, after(DIALOGUE_MS, 'silent')])
    }
    socket.on('data', take)
    return { over: over.promise, close }
  } catch (error) {
    close()
    throw error
  } finally {
    signal?.removeEventListener('abort', close)
  }
}

function after(milliseconds: number, problem: PbxProblem): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new ConnectionProblem(problem)), milliseconds).unref()
  })
}

/** Answers what the exchange asks, in order. Being asked for the password again means that it was wrong. */
function answerDialogue(socket: Socket, dialogue: SmdrFormat['dialogue'], password: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = ''
    let step = 0
    const listen = (bytes: Buffer) => {
      heard = (heard + bytes.toString('latin1')).slice(-500)
      const last = dialogue.at(-1)?.asked ?? ''
      const next = dialogue[step]
      if (next === undefined) {
        // The exchange says something after the last answer: it is content, or asks again.
        const again = heard.trimEnd().endsWith(last)
        finish(again ? new ConnectionProblem('wrong_password') : undefined)
      } else if (heard.trimEnd().endsWith(next.asked)) {
        heard = ''
        step++
        socket.write(`${next.answer.replaceAll('{password}', password)}\r\n`)
      }
    }
    const finish = (problem?: Error) => {
      socket.off('data', listen)
      if (problem) reject(problem)
      else resolve()
    }
    socket.on('data', listen)
  })
}
