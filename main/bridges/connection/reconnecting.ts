import { problemOf, type ConnectionState, type PbxProblem } from './problems.ts'

/** A connection that stands. */
export interface Standing {
  /** Settles when it is over, with the reason. Never rejects. */
  readonly over: Promise<PbxProblem>
  /** It stands, but something is amiss. */
  readonly problem?: PbxProblem | null
  close(): void
}

/** One second, then twice as long each time, up to a minute. */
export function pauseBefore(attempt: number): number {
  return Math.min(60_000, 1_000 * 2 ** Math.min(attempt, 10))
}

/** A connection that stood for less counts as a failed attempt: an exchange that hangs up at once is not hammered. */
const STOOD_MS = 10_000

/**
 * Keeps a connection: makes it, waits with growing pauses where it cannot be had, makes it again when it breaks.
 * Returns what ends it.
 */
export function keepConnected(by: {
  /** Makes the connection; rejects where it cannot be had. */
  readonly connect: (signal: AbortSignal) => Promise<Standing>
  readonly state: (state: ConnectionState) => void
  readonly lost: () => void
  /** In place of the usual pauses. */
  readonly pause?: (attempt: number) => number
}): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const pause = by.pause ?? pauseBefore

  const once = async (): Promise<{ problem: PbxProblem; stood: boolean }> => {
    const standing = await by.connect(signal)
    const close = () => standing.close()
    signal.addEventListener('abort', close)
    if (signal.aborted) close()
    const began = Date.now()
    by.state({ kind: 'connected', problem: standing.problem ?? null, retryAt: null })
    const problem = await standing.over
    signal.removeEventListener('abort', close)
    by.lost()
    return { problem, stood: Date.now() - began >= STOOD_MS }
  }

  const run = async (): Promise<void> => {
    for (let attempt = 0; !signal.aborted; attempt++) {
      by.state({ kind: 'connecting', problem: null, retryAt: null })
      const { problem, stood } = await once().catch((error: unknown) => ({
        problem: problemOf(error),
        stood: false,
      }))
      if (signal.aborted) break
      if (stood) attempt = 0
      const wait = pause(attempt)
      by.state({ kind: 'waiting', problem, retryAt: Date.now() + wait })
      await sleep(wait, signal)
    }
    by.state({ kind: 'off', problem: null, retryAt: null })
  }

  const running = run()
  return async () => {
    stopping.abort()
    await running
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
