import { readFileSync, writeFileSync } from 'node:fs'
import type { AppUpdater, UpdateInfo } from 'electron-updater'
import type { UpdateAsked, UpdateState } from '../../app/updates.ts'

/** What of electron-updater is used. */
export type Updater = Pick<
  AppUpdater,
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'checkForUpdates'
  | 'downloadUpdate'
  | 'quitAndInstall'
  | 'on'
  | 'logger'
>

export interface UpdatesOptions {
  readonly version: string
  /** Where it is kept that somebody switched looking by itself on. */
  readonly keptIn: string
  /** Made at the first question: nothing of it runs before. Undefined where this copy of the program cannot be exchanged. */
  readonly updater: (() => Promise<Updater>) | undefined
  readonly tell: (state: UpdateState) => void
}

const day = 24 * 3_600_000

/**
 * New versions of the installed program. It asks the internet only when somebody pressed the button, or switched on
 * that it looks by itself; it fetches and installs only when told to.
 */
export class Updates {
  readonly #options: UpdatesOptions
  #state: UpdateState
  #updater: Promise<Updater> | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(options: UpdatesOptions) {
    this.#options = options
    const automatic = options.updater !== undefined && readAutomatic(options.keptIn)
    this.#state = {
      phase: options.updater ? 'idle' : 'by-hand',
      version: options.version,
      next: null,
      notes: null,
      percent: null,
      automatic,
    }
    if (automatic) this.#lookDaily()
  }

  /** Does what a window asked for; what becomes of it is told as it happens. */
  async ask(asked: UpdateAsked): Promise<UpdateState> {
    if (this.#options.updater === undefined || asked === 'state') return this.#state
    if (asked === 'automatic-on' || asked === 'automatic-off') this.#setAutomatic(asked === 'automatic-on')
    else await this.#act(asked).catch(() => this.#become({ phase: 'failed', percent: null }))
    return this.#state
  }

  close(): void {
    clearInterval(this.#timer)
  }

  async #act(asked: 'check' | 'download' | 'install'): Promise<void> {
    const { phase } = this.#state
    const updater = await (this.#updater ??= this.#prepare())
    if (asked === 'check' && !['checking', 'downloading', 'ready'].includes(phase)) {
      this.#become({ phase: 'checking' })
      if ((await updater.checkForUpdates()) === null) this.#become({ phase: 'by-hand' })
    }
    if (asked === 'download' && phase === 'available') {
      this.#become({ phase: 'downloading', percent: 0 })
      await updater.downloadUpdate()
    }
    // The office closes its base as the program ends.
    if (asked === 'install' && phase === 'ready') updater.quitAndInstall()
  }

  async #prepare(): Promise<Updater> {
    const updater = await this.#options.updater!()
    updater.autoDownload = false
    updater.autoInstallOnAppQuit = true
    updater.logger = null
    updater.on('update-available', (info) =>
      this.#become({ phase: 'available', next: info.version, notes: plainNotes(info.releaseNotes) }),
    )
    updater.on('update-not-available', () => this.#become({ phase: 'newest' }))
    updater.on('download-progress', ({ percent }) =>
      this.#become({ phase: 'downloading', percent: Math.round(percent) }),
    )
    updater.on('update-downloaded', () => this.#become({ phase: 'ready', percent: null }))
    updater.on('error', () => this.#become({ phase: 'failed', percent: null }))
    return updater
  }

  #become(changed: Partial<UpdateState>): void {
    this.#state = { ...this.#state, ...changed }
    this.#options.tell(this.#state)
  }

  #setAutomatic(automatic: boolean): void {
    writeFileSync(this.#options.keptIn, `${JSON.stringify({ automatic })}\n`)
    this.#become({ automatic })
    clearInterval(this.#timer)
    if (automatic) this.#lookDaily()
  }

  #lookDaily(): void {
    const look = () => void this.ask('check')
    look()
    this.#timer = setInterval(look, day)
    this.#timer.unref()
  }
}

function readAutomatic(file: string): boolean {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof kept === 'object' && kept !== null && 'automatic' in kept && kept.automatic === true
  } catch {
    return false
  }
}

/** What is new, as plain text: release pages give HTML, which no window of ours takes from outside. */
export function plainNotes(notes: UpdateInfo['releaseNotes']): string | null {
  const text = Array.isArray(notes) ? notes.map(({ note }) => note ?? '').join('\n') : (notes ?? '')
  const plain = text
    .replace(/<(br|\/p|\/li|\/h\d|\/ul)[^>]*>/gi, '\n')
    .replace(/<li[^>]*>/gi, '• ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof signs) => signs[name])
    .replace(/\n\s*\n+/g, '\n')
    .trim()
  return plain === '' ? null : plain.slice(0, 5000)
}

const signs = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' } as const
