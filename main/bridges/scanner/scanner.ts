import type { scannerSettings } from '../../../app/devices.ts'
import type { z } from 'zod'
import type { ConnectionState } from '../connection/problems.ts'
import { keepConnected } from '../connection/reconnecting.ts'
import { openSource } from '../connection/source.ts'
import { codes } from './codes.ts'

/** Whoever plugs a scanner in again wants to scan: it is looked for often, as that costs nothing. */
const PAUSE_MS = 2_000

/** What is heard of a scanner. */
export interface ScannerListener {
  readonly code: (code: string) => void
  readonly state: (state: ConnectionState) => void
}

/** A scanner on a serial line or in the network. Listens at once and as long as it is there; gives what ends it. */
export function listenToScanner(
  { connection, ends }: z.infer<typeof scannerSettings>,
  listener: ScannerListener,
  pauseMs = PAUSE_MS,
): () => Promise<void> {
  return keepConnected({
    connect: (signal) => {
      // What a broken line left of a code is not put in front of the next one.
      const reading = codes(ends, listener.code)
      return openSource(connection, { take: (bytes) => reading.take(bytes), signal })
    },
    state: listener.state,
    lost: () => undefined,
    pause: () => pauseMs,
  })
}
