import { createContext, useContext } from 'react'

/** Every word windows show or say. The shell fills it from `assets/languages/`. */
export interface WindowWords {
  readonly close: string
  readonly closeOthers: string
  readonly closeAll: string
  readonly minimise: string
  readonly minimiseAll: string
  readonly maximise: string
  readonly restore: string
  readonly move: string
  readonly resize: string
  /** Said while arrow keys move a window: arrows move, Enter ends, Esc puts it back. */
  readonly moveHint: string
  readonly resizeHint: string
  readonly tile: string
  readonly cascade: string
  readonly leftHalf: string
  readonly rightHalf: string
  readonly groupWith: string
  readonly groupAll: string
  readonly ungroup: string
  readonly tearOff: string
  /** The way back from there. */
  readonly putBack: string
  /** Goes back from a full page to the one before, on a phone. */
  readonly back: string
  readonly windowMenu: string
  /** Name of the task strip. */
  readonly openWindows: string
  /** Name of the tabs of one frame. */
  readonly tabs: string
  /** Said after the title of a window with changes not yet saved. */
  readonly unsaved: string
  readonly loading: string
  /** The content of a window broke: what happened, what was kept, what to do. */
  readonly failed: string
  readonly failedHelp: string
}

const WordsContext = createContext<WindowWords | null>(null)

export const WindowWordsProvider = WordsContext.Provider

export function useWindowWords(): WindowWords {
  const words = useContext(WordsContext)
  if (!words) throw new Error('Windows are drawn outside WindowWordsProvider')
  return words
}
