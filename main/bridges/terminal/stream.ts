import type { ConnectionState } from '../connection/problems.ts'
import { keepConnected } from '../connection/reconnecting.ts'
import { openSource, type Source } from '../connection/source.ts'
import { LONGEST_TRANSFER } from './transfer.ts'

/** A terminal sends all it has in one go: what comes after a rest of this length is another transfer. */
const REST_MS = 1_500
const PAUSE_MS = 2_000

/** What came over a line, whole: `cut` where the line broke before it came to rest. */
export type StreamTaker = (bytes: Uint8Array, cut: boolean) => void

/** Listens to a terminal on a serial line or in the network. Gives what ends it. */
export function listenToTerminal(
  source: Source,
  take: StreamTaker,
  state: (state: ConnectionState) => void,
  { restMs = REST_MS, pauseMs = PAUSE_MS } = {},
): () => Promise<void> {
  let waiting: Buffer[] = []
  let held = 0
  let timer: NodeJS.Timeout | undefined
  const give = (cut: boolean) => {
    clearTimeout(timer)
    const bytes = Buffer.concat(waiting)
    const tooLong = held > LONGEST_TRANSFER
    waiting = []
    held = 0
    if (bytes.length > 0) take(bytes, cut || tooLong)
  }
  return keepConnected({
    connect: (signal) =>
      openSource(source, {
        take: (bytes) => {
          clearTimeout(timer)
          held += bytes.length
          // The rest is let go of: it is said to be cut off.
          if (held <= LONGEST_TRANSFER) waiting.push(Buffer.from(bytes))
          timer = setTimeout(() => give(false), restMs)
        },
        signal,
      }),
    state,
    lost: () => give(true),
    pause: () => pauseMs,
  })
}
