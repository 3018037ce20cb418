import { join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Electron from 'electron'
import { updateQuestions, type UpdateState } from '../../app/updates.ts'
import { pageHeaders } from '../doors/guard.ts'
import type { Updates } from './updates.ts'

/** What of Electron the host uses: given by Electron in the installed program, by a stand-in in the test. */
export type ElectronParts = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'MessageChannelMain'
  | 'dialog'
  | 'ipcMain'
  | 'net'
  | 'protocol'
  | 'session'
  | 'shell'
  | 'utilityProcess'
>

export interface HostOptions {
  /** The office's process: dist/main/office.js. */
  readonly office: string
  readonly preload: string
  /** The windows' files: dist/renderer. */
  readonly pages: string
  /** Where the base lies. */
  readonly data: string
  readonly demo: boolean
  /** Opens the office of another folder at the next start; false where there is none. */
  readonly changeFolder: (folder: string) => boolean
  /** Newer versions of the program; told to every window. */
  readonly updates: (tell: (state: UpdateState) => void) => Pick<Updates, 'ask' | 'close'>
}

const scheme = 'counterpart'
const home = `${scheme}://office/`

/** Before Electron is ready: our own scheme, as `file:` pages have rights they do not need. */
export function claimScheme({ protocol }: ElectronParts): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/**
 * The installed program: starts the office in a process of its own, opens a window, and hands each window a port to
 * the office. It wires and decides nothing: whatever can be right or wrong is in the core or in the windows.
 */
export async function openHost(electron: ElectronParts, options: HostOptions): Promise<void> {
  const { app, BrowserWindow, MessageChannelMain, ipcMain, session, shell, utilityProcess } = electron
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  await app.whenReady()
  servePages(electron, options.pages)
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))

  const office = utilityProcess.fork(
    options.office,
    ['--data', options.data, ...(options.demo ? ['--demo'] : [])],
    { serviceName: 'Counterpart office', stdio: 'inherit' },
  )
  // Without its office the program has nothing to show; the base is whole, as the office sees to that itself.
  office.once('exit', () => app.quit())

  // A window asks once its page listens; only our own page may.
  ipcMain.on('office-port', (event) => {
    if (!event.senderFrame?.url.startsWith(home)) return
    const { port1, port2 } = new MessageChannelMain()
    office.postMessage('window', [port1])
    event.senderFrame.postMessage('office-port', null, [port2])
  })

  const updates = options.updates((state) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send('update-state', state)
  })
  ipcMain.handle('updates', (event, asked: unknown) => {
    const known = updateQuestions.find((question) => question === asked)
    if (!known || !event.senderFrame?.url.startsWith(home)) throw new Error('Not for this page')
    return updates.ask(known)
  })
  app.on('will-quit', () => updates.close())

  ipcMain.on('choose-folder', (event) => {
    if (!event.senderFrame?.url.startsWith(home)) return
    void electron.dialog.showOpenDialog({ properties: ['openDirectory'] }).then(({ filePaths: [folder] }) => {
      if (folder === undefined || !options.changeFolder(folder)) return
      app.relaunch()
      app.quit()
    })
  })

  const closedOff = {
    preload: options.preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  } as const
  const guard = ({ webContents }: Electron.BrowserWindow) => {
    webContents.on('will-navigate', (event) => {
      if (!event.url.startsWith(home)) event.preventDefault()
    })
    webContents.setWindowOpenHandler(({ url }) => {
      // A window of the desk that is torn off: the same page in a window of its own.
      if (url.startsWith(`${home}?window=`))
        return {
          action: 'allow',
          overrideBrowserWindowOptions: { minWidth: 320, minHeight: 240, webPreferences: closedOff },
        }
      // A client's website or mail address goes to the system's own programs; nothing else opens anything.
      if (/^(https?|mailto|tel):/.test(url)) void shell.openExternal(url)
      return { action: 'deny' }
    })
    webContents.on('did-create-window', guard)
  }
  const open = () => {
    const window = new BrowserWindow({
      width: 1366,
      height: 768,
      minWidth: 360,
      minHeight: 480,
      show: false,
      webPreferences: closedOff,
    })
    window.once('ready-to-show', () => window.show())
    guard(window)
    // Without the desk nobody could get at the others; the desk brings them back the next time.
    window.once('closed', () => {
      for (const torn of BrowserWindow.getAllWindows()) torn.close()
    })
    void window.loadURL(home)
    return window
  }

  let window = open()
  app.on('second-instance', () => {
    if (window.isDestroyed()) window = open()
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('activate', () => {
    if (window.isDestroyed()) window = open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('quit', () => office.kill())
}

/** Our scheme answers with files of one folder, under the same policy as the office host's pages. */
function servePages({ net, protocol }: ElectronParts, folder: string): void {
  protocol.handle(scheme, async (request) => {
    const { pathname } = new URL(request.url)
    const file = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)))
    if (!file.startsWith(folder + sep)) return new Response(null, { status: 404 })
    const answer = await net.fetch(pathToFileURL(file).href)
    const headers = new Headers(answer.headers)
    for (const [name, value] of Object.entries(pageHeaders)) headers.set(name, value)
    return new Response(answer.body, { status: answer.status, headers })
  })
}
