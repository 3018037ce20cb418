/**
 * What a long work tells, now and then, until it has ended; then its last word. Where the caller goes away, `work` hears
 * of it by its signal and comes to its end by itself.
 */
export async function* steps<Step>(
  signal: AbortSignal | undefined,
  work: (tell: (step: Step) => void, signal: AbortSignal) => Promise<Step>,
): AsyncGenerator<Step> {
  const ended = new AbortController()
  let latest: Step | undefined
  let told: (() => void) | undefined
  const last = work(
    (step) => {
      latest = step
      told?.()
    },
    signal ? AbortSignal.any([signal, ended.signal]) : ended.signal,
  )
  // Nobody may be there any more to hear of it.
  last.catch(() => undefined)
  try {
    for (;;) {
      const next = new Promise<null>((resolve) => (told = () => resolve(null)))
      const done = await Promise.race([last, next])
      if (done !== null) return yield done
      if (latest !== undefined) yield latest
    }
  } finally {
    ended.abort()
  }
}
