/**
 * `npm run package [-- electron-builder's options]`: builds everything and packs it for this system. Needs Electron's
 * runtime, which electron-builder fetches. Publishes nothing unless it is told to (`--publish always`).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

function run(file: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** A program for both of Apple's processors needs native parts of both; npm brings those of this computer. */
function bringOtherProcessor(): void {
  const modules = path.join(root, 'node_modules/@node-rs')
  const { version } = JSON.parse(readFileSync(path.join(modules, 'argon2/package.json'), 'utf8')) as {
    version: string
  }
  const missing = ['argon2-darwin-x64', 'argon2-darwin-arm64'].filter(
    (name) => !existsSync(path.join(modules, name)),
  )
  const npm = process.env.npm_execpath
  if (missing.length === 0 || !npm) return
  run(npm, [
    'install',
    '--no-save',
    '--force',
    '--ignore-scripts',
    ...missing.map((name) => `@node-rs/${name}@${version}`),
  ])
}

const given = process.argv.slice(2)
if (process.platform === 'darwin') bringOtherProcessor()
run(path.join(root, 'scripts/build.ts'), [])
run(path.join(root, 'node_modules/electron-builder/cli.js'), [
  ...(given.includes('--publish') ? [] : ['--publish', 'never']),
  ...given,
])
