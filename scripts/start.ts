/**
 * `npm start [-- --data FOLDER --port N --demo]`: builds the windows when they are not built, and opens this user's
 * office: in Electron where its runtime is here or can be fetched, otherwise in a browser.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll, buildWindows } from './start/build.ts'
import { electronRuntime, noWindowHere } from './start/electron.ts'
import { dataFolder } from './start/folder.ts'
import { startOffice } from './start/host.ts'
import { freePort } from './start/port.ts'

const FIRST_PORT = 4870

/** A program that ends this soon, and badly, has not opened: a library of the system is missing, for one. */
const OPENING_MS = 5000

const root = path.resolve(import.meta.dirname, '..')

const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string' }, demo: { type: 'boolean', default: false } },
})
const data = path.resolve(values.data ?? dataFolder(values.demo))
const demo = values.demo ? ['--demo'] : []

/** Opens Electron's window and stays until it is closed; returns, with the reason, when it does not open. */
async function inElectron(): Promise<string> {
  const obstacle = noWindowHere()
  if (obstacle) return obstacle
  if (!existsSync(path.join(root, 'main/electron/main.ts')))
    return 'There is no Electron host in these sources'
  const runtime = await electronRuntime(root)
  if (!runtime) return 'Electron’s runtime is not here and could not be fetched'
  buildAll(root)
  const began = Date.now()
  const window = spawn(runtime, [root, '--data', data, ...demo], { stdio: 'inherit' })
  const code = await new Promise<number | null>((resolve) => {
    window.once('error', () => resolve(null))
    window.once('exit', resolve)
  })
  if (code === 0 || Date.now() - began > OPENING_MS) process.exit(code ?? 1)
  return 'Electron’s runtime does not start on this computer'
}

async function inBrowser(reason: string): Promise<void> {
  console.log(`${reason}, so the same office opens in a browser, at the address below.`)
  buildWindows(root)
  const port = values.port ?? String(await freePort(FIRST_PORT))
  startOffice(root, [], ['--data', data, '--port', port, ...demo], openBrowser)
}

function openBrowser(address: string): void {
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (process.env.CI || !process.stdout.isTTY || !screen) return
  const [command, args] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '', address.replaceAll('&', '^&')]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]]
  // Where there is nothing to open it with, the address is on the screen.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

await inBrowser(await inElectron())
