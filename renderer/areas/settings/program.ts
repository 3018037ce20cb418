import { useEffect, useState } from 'react'
import type { UpdateAsked, UpdateState } from '../../../app/updates.ts'

/** What the installed program's preload hands to the page; absent in a browser. */
declare global {
  interface Window {
    counterpartUpdates?: {
      ask(asked: UpdateAsked): Promise<UpdateState>
      onChange(heed: (state: UpdateState) => void): () => void
    }
  }
}

/** How the installed program stands with its newer versions; undefined in a browser, and until it has answered. */
export function useUpdates(): {
  readonly state: UpdateState | undefined
  readonly ask: (asked: UpdateAsked) => void
} {
  const [state, setState] = useState<UpdateState>()
  const { counterpartUpdates: updates } = window
  useEffect(() => {
    if (!updates) return undefined
    void updates.ask('state').then(setState)
    return updates.onChange(setState)
  }, [updates])
  return { state, ask: (asked) => void updates?.ask(asked).then(setState) }
}
