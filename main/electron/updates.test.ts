import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeHttpExecutor } from 'builder-util'
import { configureRequestUrl, type DownloadOptions } from 'builder-util-runtime'
import { AppImageUpdater } from 'electron-updater'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { UpdateState } from '../../app/updates.ts'
import { plainNotes, Updates, type Updater } from './updates.ts'

/** As electron-updater's own, on Node's sockets in place of Chromium's. */
class Downloads extends NodeHttpExecutor {
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const request = { headers: options.headers ?? undefined }
      configureRequestUrl(url, request)
      const callback = (error: Error | null) => (error ? reject(error) : resolve(destination))
      this.doDownload(request, { destination, options, onCancel, callback, responseHandler: null }, 0)
    })
  }
}

/** electron-updater itself against a server on this computer; only what Electron would give it is given by Node. */
let server: Server
let folder: string
let asked: string[]
let files: Record<string, string | Buffer>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'updates-'))
  asked = []
  files = {}
  server = createServer((request, response) => {
    const name = request.url!.split('?')[0]!.slice(1)
    asked.push(name)
    const file = files[name]
    response.writeHead(file === undefined ? 404 : 200, { 'Content-Length': file?.length ?? 0 })
    response.end(file)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
})

/** What a release puts beside its installers. */
function release(version: string, content: Buffer, sha512?: string): void {
  const name = `Counterpart-${version}.AppImage`
  const hash = sha512 ?? createHash('sha512').update(content).digest('base64')
  const told = [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${hash}`,
    `    size: ${content.length}`,
    `path: ${name}`,
    `sha512: ${hash}`,
    `releaseNotes: "<p>Calls &amp; tills</p><ul><li>quicker</li></ul>"`,
    `releaseDate: '2026-11-21T00:00:00.000Z'`,
  ].join('\n')
  for (const system of ['', '-linux', '-linux-arm64', '-mac']) files[`latest${system}.yml`] = told
  files[name] = content
}

function updates(): { ask: Updates['ask']; told: UpdateState[]; made: () => number; close(): void } {
  const { port } = server.address() as AddressInfo
  let made = 0
  const told: UpdateState[] = []
  const opened = new Updates({
    version: '0.1.0',
    keptIn: join(folder, 'updates.json'),
    tell: (state) => told.push(state),
    updater: async () => {
      made++
      // As electron-builder puts it into the package.
      writeFileSync(
        join(folder, 'app-update.yml'),
        `provider: generic\nurl: http://127.0.0.1:${port}/\nupdaterCacheDirName: updates\n`,
      )
      const updater = new AppImageUpdater(null, {
        version: '0.1.0',
        name: 'counterpart',
        isPackaged: true,
        appUpdateConfigPath: join(folder, 'app-update.yml'),
        userDataPath: folder,
        baseCachePath: folder,
        whenReady: async () => undefined,
        relaunch: () => undefined,
        quit: () => undefined,
        onQuit: () => undefined,
      })
      updater.forceDevUpdateConfig = true
      updater.disableDifferentialDownload = true
      Object.assign(updater, { httpExecutor: new Downloads() })
      return updater satisfies Updater
    },
  })
  return { ask: (what) => opened.ask(what), told, made: () => made, close: () => opened.close() }
}

it('asks nothing of anybody until somebody asks for it', async () => {
  release('0.2.0', Buffer.from('new'))
  const { ask, made } = updates()
  expect(await ask('state')).toMatchObject({ phase: 'idle', version: '0.1.0', automatic: false })
  expect(made()).toBe(0)
  expect(asked).toEqual([])
})

it('finds a newer version, fetches it when told to, checks it, and is ready', async () => {
  process.env.APPIMAGE = join(folder, 'old.AppImage')
  const content = Buffer.alloc(200_000, 'new')
  release('0.2.0', content)
  const { ask, told } = updates()
  expect(await ask('check')).toMatchObject({
    phase: 'available',
    next: '0.2.0',
    notes: 'Calls & tills\n• quicker',
  })
  expect(asked.some((name) => name.endsWith('.AppImage'))).toBe(false)
  expect(await ask('download')).toMatchObject({ phase: 'ready' })
  expect(told.map(({ phase }) => phase)).toContain('downloading')
  expect(readFileSync(join(folder, 'updates/pending/Counterpart-0.2.0.AppImage'))).toEqual(content)
})

it('does not take a file that is not the one that was announced', async () => {
  process.env.APPIMAGE = join(folder, 'old.AppImage')
  release('0.2.0', Buffer.from('something else'), createHash('sha512').update('new').digest('base64'))
  const { ask } = updates()
  await ask('check')
  expect(await ask('download')).toMatchObject({ phase: 'failed', percent: null })
})

it('says that there is nothing newer, and that it could not ask', async () => {
  release('0.1.0', Buffer.from('same'))
  expect(await updates().ask('check')).toMatchObject({ phase: 'newest' })
  files = {}
  expect(await updates().ask('check')).toMatchObject({ phase: 'failed' })
})

it('looks by itself once it is switched on, and no longer when it is switched off', async () => {
  release('0.2.0', Buffer.from('new'))
  const first = updates()
  expect(await first.ask('automatic-on')).toMatchObject({ automatic: true })
  await expect.poll(() => first.told.at(-1)?.phase).toBe('available')
  first.close()
  const second = updates()
  await expect.poll(() => second.told.at(-1)?.phase).toBe('available')
  await second.ask('automatic-off')
  const before = asked.length
  expect(await updates().ask('state')).toMatchObject({ automatic: false, phase: 'idle' })
  expect(asked).toHaveLength(before)
})

it('shows what is new as plain text', () => {
  expect(plainNotes('<img src=x onerror=alert(1)><b>bold</b> &lt;i&gt;')).toBe('bold <i>')
  expect(
    plainNotes([
      { version: '1', note: 'one' },
      { version: '2', note: null },
    ]),
  ).toBe('one')
  expect(plainNotes(null)).toBeNull()
})
