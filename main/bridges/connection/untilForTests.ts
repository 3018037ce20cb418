import { vi } from 'vitest'

/** Waits for something to become so, with patience: the machine may be busy with other things. */
export const until = <T>(check: () => T) => vi.waitFor(check, 15_000)
