/** How the installed program stands with its newer versions; a browser has nothing of it. */
export interface UpdateState {
  /**
   * `by-hand`: this copy is exchanged by whoever brought it here. `idle`: nobody has asked yet. `failed`: the last
   * question or download came to nothing, and everything is as it was.
   */
  readonly phase:
    'by-hand' | 'idle' | 'checking' | 'newest' | 'available' | 'downloading' | 'ready' | 'failed'
  readonly version: string
  readonly next: string | null
  /** What is new, as plain text. */
  readonly notes: string | null
  readonly percent: number | null
  /** Looks once a day by itself; off until somebody switches it on. */
  readonly automatic: boolean
}

export const updateQuestions = [
  'state',
  'check',
  'download',
  'install',
  'automatic-on',
  'automatic-off',
] as const
/** What a window of the installed program may ask about updates. */
export type UpdateAsked = (typeof updateQuestions)[number]
