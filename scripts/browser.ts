/** Finds the browser that the browser tests, the bench and the pictures drive. */
import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'

/** Path of a browser of one's own choice; comes before everything that is found. */
export const BROWSER_VARIABLE = 'COUNTERPART_BROWSER'

const UNIX_NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_NAMES = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
]

/** What a Chromium is started with here: nothing that needs a graphics card or calls home. */
export const browserArguments: readonly string[] = [
  // Chromium refuses to start for root with its sandbox on; for everyone else the sandbox stays.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Absolute path of a Chromium, Chrome or Edge on this computer, or undefined when there is none. */
export function findBrowser(): string | undefined {
  const chosen = process.env[BROWSER_VARIABLE]
  if (chosen) return canRun(chosen) ? chosen : undefined
  return [chromium.executablePath(), ...usualPlaces()].find(canRun)
}

function usualPlaces(): string[] {
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    )
    return WINDOWS_NAMES.flatMap((name) => roots.map((root) => path.join(root, name)))
  }
  if (process.platform === 'darwin') {
    const roots = ['/Applications', path.join(homedir(), 'Applications')]
    return MAC_NAMES.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`))
  }
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return UNIX_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
