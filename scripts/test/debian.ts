/** On a bare Debian or Ubuntu, as in a fresh container, root can be given what the tests need. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { BROWSER_VARIABLE, findBrowser } from '../browser.ts'

/**
 * Installs chromium (browser tests) and socat (pseudo-terminals of the serial tests) where they are missing.
 * Does nothing on other systems and for anyone but root; says on screen what it does.
 */
export function installOnDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  const browser = process.env[BROWSER_VARIABLE] ?? findBrowser()
  const missing = [...(browser ? [] : ['chromium']), ...(inPath('socat') ? [] : ['socat'])]
  if (missing.length === 0) return
  console.log(`\n=== Installing ${missing.join(' and ')}`)
  aptGet('update')
  // One by one: a system without one of them still gets the other.
  for (const name of missing) aptGet('install', '-y', name)
}

function aptGet(...args: string[]): void {
  spawnSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 10 * 60_000,
  })
}

function inPath(name: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(path.join(folder, name)))
}
