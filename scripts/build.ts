/**
 * `npm run build`: the windows into dist/renderer and, unless `--renderer` is given, the hosts into dist/main as
 * the package holds them. Nothing built is needed to run the office from its sources, only the windows.
 */
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build, type InlineConfig } from 'vite'

const root = path.resolve(import.meta.dirname, '..')

/** Left outside of the bundles: native modules, and what only Electron itself can give. */
const external = ['better-sqlite3', '@node-rs/argon2', '@serialport/bindings-cpp', 'electron']

/** What is started by itself, as a process or a worker: name in dist/main → source. */
const entries = {
  electron: 'main/electron/main.ts',
  office: 'main/office.ts',
  reader: 'main/core/reader.ts',
  columns: 'main/core/columns/thread.ts',
}
const preload = 'main/electron/preload.ts'

function hostConfig(input: Record<string, string>, format: 'es' | 'cjs'): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: 'node24',
      outDir: 'dist/main',
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        external,
        output: {
          format,
          // All beside each other: `../../assets` then means the same from a bundle as from main/core/.
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  }
}

async function buildHosts(): Promise<void> {
  rmSync(path.join(root, 'dist/main'), { recursive: true, force: true })
  const present = Object.entries(entries)
    .map(([name, source]) => [name, path.join(root, source)] as const)
    .filter(([, source]) => existsSync(source))
  await build(hostConfig(Object.fromEntries(present), 'es'))
  // A page's sandbox loads its preload script as CommonJS only.
  if (existsSync(path.join(root, preload))) {
    await build(hostConfig({ preload: path.join(root, preload) }, 'cjs'))
  }
}

const { values } = parseArgs({ options: { renderer: { type: 'boolean', default: false } } })

try {
  await build({
    configFile: path.join(root, 'vite.config.ts'),
    root: path.join(root, 'renderer'),
    logLevel: 'warn',
  })
  if (!values.renderer) await buildHosts()
  console.log(values.renderer ? 'dist/renderer is built.' : 'dist/renderer and dist/main are built.')
} catch (error) {
  // Vite's own message names the file and the place; its stack would only bury it.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
