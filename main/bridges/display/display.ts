import type { ConnectionState } from '../connection/problems.ts'
import { keepConnected } from '../connection/reconnecting.ts'
import { openSource, type OpenSource, type Source } from '../connection/source.ts'
import { text } from '../printer/escpos.ts'
import type { CodePage } from '../../../app/receipts/codePages.ts'

const PAUSE_MS = 2_000
const CLEAR = 0x0c

export interface DisplaySettings {
  readonly source: Source
  readonly columns: number
  readonly pages: readonly CodePage[]
}

/** A customer display of two lines. It shows what it was told last, also after it was plugged in again. */
export class CustomerDisplay {
  readonly #settings: DisplaySettings
  readonly #stop: () => Promise<void>
  #open: OpenSource | null = null
  #shown: readonly string[] = []

  constructor(settings: DisplaySettings, state: (state: ConnectionState) => void, pauseMs = PAUSE_MS) {
    this.#settings = settings
    this.#stop = keepConnected({
      connect: async (signal) => {
        this.#open = await openSource(settings.source, { take: () => undefined, signal })
        this.#write()
        return this.#open
      },
      state,
      lost: () => {
        this.#open = null
      },
      pause: () => pauseMs,
    })
  }

  /** Shows two lines, each cut to what the display has room for. None: an empty display. */
  show(lines: readonly string[]): void {
    this.#shown = lines
    this.#write()
  }

  stop(): Promise<void> {
    return this.#stop()
  }

  #write(): void {
    const { columns, pages } = this.#settings
    // Whole lines, so that the second begins where it should without any order for places.
    const lines = this.#shown.slice(0, 2).map((line) => [...line].slice(0, columns).join('').padEnd(columns))
    this.#open?.write(Uint8Array.from([CLEAR, ...lines.flatMap((line) => text(line, pages))]))
  }
}
