import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { UpdateState } from '../../app/updates.ts'
import { claimScheme, openHost, type ElectronParts } from './host.ts'

/**
 * The one place with a stand-in: Electron's runtime cannot be had where these tests run. It shows that the host asks
 * Electron for the right things; that Electron then does them is for the release builds to show.
 */
function standIn() {
  const pages = mkdtempSync(join(tmpdir(), 'pages-'))
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<title>Counterpart</title>')
  writeFileSync(join(pages, '..', 'outside.txt'), 'secret')
  const seen = {
    forked: [] as unknown[][],
    toOffice: [] as unknown[][],
    toFrame: [] as unknown[][],
    windows: [] as FakeWindow[],
    opened: [] as string[],
    quits: 0,
    permissions: undefined as
      undefined | ((contents: null, permission: string, answer: (yes: boolean) => void) => void),
    serve: undefined as undefined | ((request: Request) => Promise<Response>),
    schemes: [] as unknown[],
    answer: undefined as undefined | ((event: object, asked: unknown) => unknown),
    asked: [] as string[],
    folders: [] as string[],
    chosen: [] as string[],
    relaunched: 0,
  }
  class FakeWindow extends EventEmitter {
    static getAllWindows = () => seen.windows.filter(({ closed }) => !closed)
    closed = false
    readonly options: unknown
    readonly contents = Object.assign(new EventEmitter(), {
      openHandler: undefined as undefined | ((details: { url: string }) => { action: string }),
      setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
        this.openHandler = handler
      },
    })
    url = ''
    constructor(options: unknown) {
      super()
      this.options = options
      seen.windows.push(this)
    }
    get webContents() {
      return this.contents
    }
    async loadURL(url: string) {
      this.url = url
    }
    isDestroyed = () => false
    isMinimized = () => false
    show() {}
    focus() {}
    close() {
      this.closed = true
      this.emit('closed')
    }
  }
  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => true,
    whenReady: async () => undefined,
    quit: () => seen.quits++,
    relaunch: () => seen.relaunched++,
  })
  const officeProcess = Object.assign(new EventEmitter(), {
    postMessage: (...message: unknown[]) => seen.toOffice.push(message),
    kill: () => true,
  })
  const ipcMain = Object.assign(new EventEmitter(), {
    handle: (_channel: string, answer: typeof seen.answer) => (seen.answer = answer),
  })
  const electron = {
    app,
    BrowserWindow: FakeWindow,
    MessageChannelMain: class {
      port1 = 'port of the office'
      port2 = 'port of the window'
    },
    ipcMain,
    dialog: { showOpenDialog: async () => ({ filePaths: seen.chosen }) },
    net: { fetch: async (url: string) => new Response(readFileSync(fileURLToPath(url))) },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => seen.schemes.push(...schemes),
      handle: (_scheme: string, serve: (request: Request) => Promise<Response>) => {
        seen.serve = serve
      },
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: typeof seen.permissions) => {
          seen.permissions = handler
        },
      },
    },
    shell: { openExternal: async (url: string) => void seen.opened.push(url) },
    utilityProcess: {
      fork: (...args: unknown[]) => {
        seen.forked.push(args)
        return officeProcess
      },
    },
  } as unknown as ElectronParts
  const updates = () => ({
    ask: async (asked: string) => {
      seen.asked.push(asked)
      return {} as UpdateState
    },
    close: () => undefined,
  })
  const changeFolder = (folder: string) => {
    seen.folders.push(folder)
    return folder === '/x/office'
  }
  const options = {
    office: '/x/office.js',
    preload: '/x/preload.cjs',
    pages,
    data: '/x/data',
    demo: false,
    updates,
    changeFolder,
  }
  return { electron, options, seen, app, ipcMain, officeProcess }
}

describe('the Electron host', () => {
  it('starts the office in a process of its own and opens one closed-off window', async () => {
    const { electron, options, seen } = standIn()
    claimScheme(electron)
    await openHost(electron, options)
    expect(seen.forked[0]?.slice(0, 2)).toEqual(['/x/office.js', ['--data', '/x/data']])
    expect(seen.windows).toHaveLength(1)
    expect(seen.windows[0]?.url).toBe('counterpart://office/')
    expect(seen.windows[0]?.options).toMatchObject({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        preload: '/x/preload.cjs',
      },
    })
    expect(seen.schemes).toHaveLength(1)
  })

  it('hands a port to our own page and to no other', async () => {
    const { electron, options, seen, ipcMain } = standIn()
    await openHost(electron, options)
    const frame = (url: string) => ({
      senderFrame: { url, postMessage: (...message: unknown[]) => seen.toFrame.push(message) },
    })
    ipcMain.emit('office-port', frame('https://elsewhere.example/'))
    expect(seen.toFrame).toEqual([])
    ipcMain.emit('office-port', frame('counterpart://office/'))
    expect(seen.toOffice).toEqual([['window', ['port of the office']]])
    expect(seen.toFrame).toEqual([['office-port', null, ['port of the window']]])
  })

  it('stays on its own pages and opens links in the system’s programs', async () => {
    const { electron, options, seen } = standIn()
    await openHost(electron, options)
    const { contents } = seen.windows[0]!
    let stopped = 0
    const leave = (url: string) => contents.emit('will-navigate', { url, preventDefault: () => stopped++ })
    leave('counterpart://office/')
    expect(stopped).toBe(0)
    leave('https://elsewhere.example/')
    expect(stopped).toBe(1)
    for (const url of [
      'https://client.example/',
      'mailto:a@b.example',
      'file:///etc/passwd',
      'javascript:alert(1)',
    ])
      expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' })
    expect(seen.opened).toEqual(['https://client.example/', 'mailto:a@b.example'])
    let allowed = true
    seen.permissions?.(null, 'geolocation', (yes) => (allowed = yes))
    expect(allowed).toBe(false)
  })

  it('opens windows of the desk in windows of their own, closed off like the first, and closes them with it', async () => {
    const { electron, options, seen } = standIn()
    await openHost(electron, options)
    const desk = seen.windows[0]!
    const url = 'counterpart://office/?window=%2Fclients%2F12&torn=1&desk=2'
    expect(desk.contents.openHandler?.({ url })).toMatchObject({
      action: 'allow',
      overrideBrowserWindowOptions: {
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          preload: '/x/preload.cjs',
        },
      },
    })
    const torn = new (electron.BrowserWindow as unknown as new (options: object) => typeof desk)({})
    desk.contents.emit('did-create-window', torn)
    expect(torn.contents.openHandler?.({ url: 'https://elsewhere.example/?window=' })).toEqual({
      action: 'deny',
    })
    expect(desk.contents.openHandler?.({ url: 'counterpart://elsewhere/?window=' })).toEqual({
      action: 'deny',
    })
    desk.close()
    expect(torn.closed).toBe(true)
  })

  it('answers about updates to our own page, and only what may be asked', async () => {
    const { electron, options, seen } = standIn()
    await openHost(electron, options)
    const own = { senderFrame: { url: 'counterpart://office/' } }
    await seen.answer!(own, 'check')
    expect(() => seen.answer!(own, 'setFeedURL')).toThrow('Not for this page')
    expect(() => seen.answer!({ senderFrame: { url: 'https://elsewhere.example/' } }, 'install')).toThrow(
      'Not for',
    )
    expect(seen.asked).toEqual(['check'])
  })

  it('opens the office of another folder where one is chosen that holds one', async () => {
    const { electron, options, seen, ipcMain } = standIn()
    await openHost(electron, options)
    const choose = async (url: string, ...folders: string[]) => {
      seen.chosen = folders
      ipcMain.emit('choose-folder', { senderFrame: { url } })
      await new Promise((resolve) => setImmediate(resolve))
    }
    await choose('https://elsewhere.example/', '/x/office')
    await choose('counterpart://office/')
    await choose('counterpart://office/', '/x/holiday pictures')
    expect(seen).toMatchObject({ folders: ['/x/holiday pictures'], relaunched: 0, quits: 0 })
    await choose('counterpart://office/', '/x/office')
    expect(seen).toMatchObject({ relaunched: 1, quits: 1 })
  })

  it('serves the folder of pages under the policy and nothing outside of it', async () => {
    const { electron, options, seen } = standIn()
    await openHost(electron, options)
    const get = (path: string) => seen.serve!(new Request(`counterpart://office${path}`))
    const page = await get('/')
    expect(await page.text()).toContain('Counterpart')
    expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
    expect((await get('/..%2foutside.txt')).status).toBe(404)
  })

  it('ends with its office, and is there only once', async () => {
    const first = standIn()
    await openHost(first.electron, first.options)
    first.officeProcess.emit('exit', 1)
    expect(first.seen.quits).toBe(1)
    const second = standIn()
    Object.assign(second.app, { requestSingleInstanceLock: () => false })
    await openHost(second.electron, second.options)
    expect(second.seen.windows).toHaveLength(0)
    expect(second.seen.quits).toBe(1)
  })
})
