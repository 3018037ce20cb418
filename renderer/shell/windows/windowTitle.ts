import type { OpenWindow } from './deskState.ts'
import { useDesk } from './deskStore.ts'
import type { WindowKind } from './kinds.ts'
import { matchAddress } from './kinds.ts'
import { useWindowWords } from './windowWords.ts'

export interface WindowFace {
  readonly title: string
  readonly icon: WindowKind['icon'] | undefined
}

/** Title and icon of a window: what its content told, or its kind's title in the present language. */
export function faceOf(window: Pick<OpenWindow, 'address' | 'title'>): WindowFace {
  const match = matchAddress(window.address)
  return { title: window.title ?? match?.kind.title(match.params) ?? window.address, icon: match?.kind.icon }
}

export function useWindowFace(id: string): WindowFace {
  // Kinds name themselves in the present language: drawn again when the words change.
  useWindowWords()
  const address = useDesk((state) => state.windows[id]?.address ?? '')
  const title = useDesk((state) => state.windows[id]?.title ?? null)
  return faceOf({ address, title })
}
