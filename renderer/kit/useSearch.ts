import { useEffect, useEffectEvent, useState } from 'react'

type Answer<Found> = { text: string; round: number; found: readonly Found[]; failed: boolean }

/** Milliseconds without a key before the server is asked. */
const pause = 120

/**
 * Asks while `active`, a moment after the last key. A newer question cuts the older one short, and what was
 * found last stays shown until the next answer, so that the list does not jump.
 */
export function useSearch<Found>(
  search: (text: string, signal: AbortSignal) => Promise<readonly Found[]>,
  text: string,
  active: boolean,
) {
  const [answer, setAnswer] = useState<Answer<Found>>()
  const [round, setRound] = useState(0)
  const asking = useEffectEvent((signal: AbortSignal) => search(text.trim(), signal))
  useEffect(() => {
    if (!active) return
    const controller = new AbortController()
    const { signal } = controller
    const timer = setTimeout(
      async () => {
        try {
          const found = await asking(signal)
          if (!signal.aborted) setAnswer({ text, round, found, failed: false })
        } catch {
          if (!signal.aborted) setAnswer({ text, round, found: [], failed: true })
        }
      },
      text === '' ? 0 : pause,
    )
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [text, active, round])
  const current = answer?.text === text && answer.round === round
  const state: 'searching' | 'ready' | 'failed' = !current ? 'searching' : answer.failed ? 'failed' : 'ready'
  return { found: answer?.found ?? [], state, retry: () => setRound(round + 1) }
}
