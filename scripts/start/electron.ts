/** Electron's runtime: 110 MB that npm does not bring; it is fetched when the program is first started. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Enough for a slow line; without a line it fails at once. */
const FETCH_LIMIT_MS = 5 * 60_000

/** After this silence a person wants to know what takes so long. */
const SILENCE_MS = 2000

/** Path of Electron's executable, fetching it if need be, or undefined when it is not to be had. */
export async function electronRuntime(root: string): Promise<string | undefined> {
  const installer = path.join(root, 'node_modules/electron/install.js')
  if (!existsSync(installer)) return undefined
  const present = presentRuntime(root)
  if (present) return present
  const notice = setTimeout(
    () => console.log('Fetching Electron’s runtime, once (about 110 MB)…'),
    SILENCE_MS,
  )
  const fetching = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: FETCH_LIMIT_MS })
  await new Promise<void>((resolve) => {
    fetching.once('error', () => resolve())
    fetching.once('exit', () => resolve())
  })
  clearTimeout(notice)
  return presentRuntime(root)
}

/**
 * Electron's executable where it is here already. Looked for where electron's own index.js does, which cannot be asked:
 * it fetches as soon as it is imported.
 */
export function presentRuntime(root: string): string | undefined {
  const folder = path.join(root, 'node_modules/electron')
  try {
    const name = readFileSync(path.join(folder, 'path.txt'), 'utf8')
    const file = path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist'), name)
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

/** Why a window cannot be opened on this computer whatever is installed, or undefined. */
export function noWindowHere(): string | undefined {
  if (process.platform !== 'linux') return undefined
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no screen here'
  if (process.getuid?.() === 0) return 'Electron does not run as root'
  return undefined
}
