/** Builds what is missing or older than its sources, before a host is started. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { isFresh } from './fresh.ts'

const common = [
  'app',
  'assets',
  'package-lock.json',
  'scripts/build.ts',
  'renderer',
  'vite.config.ts',
  'docs/help',
]

/** The windows, for the office host. */
export const buildWindows = (root: string): void =>
  build(root, 'dist/renderer/index.html', common, '--renderer')

/** The windows and the hosts, for Electron. */
export const buildAll = (root: string): void =>
  build(root, 'dist/main/electron.js', [...common, 'main', 'db', 'migrations'])

function build(root: string, output: string, sources: readonly string[], ...flags: string[]): void {
  if (
    isFresh(
      path.join(root, output),
      sources.map((name) => path.join(root, name)),
    )
  )
    return
  // Standard output belongs to the host's own lines.
  process.stderr.write('Building the windows…\n')
  const built = spawnSync(process.execPath, [path.join(root, 'scripts/build.ts'), ...flags], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
