import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { FolderProblem } from './core/folder.ts'
import { note } from './core/notebook.ts'
import { Office } from './core/office.ts'
import { openHttpDoor, type HttpDoor } from './doors/http.ts'
import { openPortDoor, type OfficePort } from './doors/port.ts'

/**
 * The office: a process of its own, whichever program started it.
 *   node main/office.ts --data DIR [--port N] [--host ADDR] [--demo]
 * Under Electron's utilityProcess it takes the windows' ports from its parent; otherwise it opens a door for browsers.
 */

interface ParentPort {
  on(event: 'message', listener: (message: { ports: OfficePort[] }) => void): void
  postMessage(message: unknown): void
}
const parent = (process as { parentPort?: ParentPort }).parentPort

const usage = 'Usage: npm run office -- --data DIR [--port N] [--host ADDR] [--demo]'

function settings() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '4870' },
        host: { type: 'string', default: '127.0.0.1' },
        demo: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!values.data || !Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(usage)
    return { data: values.data, port, host: values.host, demo: values.demo }
  } catch (error) {
    throw new FolderProblem('unreadable', error instanceof Error ? error.message : usage)
  }
}

async function main(): Promise<void> {
  const { data, port, host, demo } = settings()
  const office = await Office.open({ folder: data, demo, sayLost: true })
  let door: HttpDoor | undefined
  if (parent) {
    const takeIn = openPortDoor(office)
    parent.on('message', ({ ports: [windowPort] }) => windowPort && takeIn(windowPort))
    parent.postMessage('ready')
  } else {
    const built = import.meta.url.endsWith('.ts') ? '../dist/renderer' : '../renderer'
    door = await openHttpDoor(office, { host, port, pages: fileURLToPath(new URL(built, import.meta.url)) })
    process.stdout.write(`Counterpart is ready at ${door.address}\n`)
  }
  const stop = () => {
    void (async () => {
      await door?.close()
      await office.close()
      process.exit(0)
    })()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** Why the door does not open, by the system's code. */
const doorProblems: Record<string, string> = {
  EADDRINUSE: 'This port is in use. Choose another with --port, or close the program that has it.',
  EACCES: 'This port is kept for others. Choose one above 1023 with --port.',
  EADDRNOTAVAIL: 'This computer does not have that address. Choose another with --host.',
  ENOTFOUND: 'This computer does not have that address. Choose another with --host.',
}

process.on('unhandledRejection', (error) => note('error', 'unhandled', error))

main().catch((error: unknown) => {
  const sentence =
    error instanceof FolderProblem ? error.message : doorProblems[(error as { code?: string }).code ?? '']
  process.stderr.write(`${sentence ?? (error instanceof Error ? error.stack : String(error))}\n`)
  process.exit(1)
})
