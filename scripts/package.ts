/**
 * `npm run package [-- electron-builder's options]`: builds everything and packs it for this system. Needs Electron's
 * runtime, which electron-builder fetches.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

function run(file: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

run('scripts/build.ts', [])
run('node_modules/electron-builder/cli.js', ['--publish', 'never', ...process.argv.slice(2)])
