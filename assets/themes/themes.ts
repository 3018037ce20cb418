import { calmDark } from './calm-dark.ts'
import { calmLight } from './calm-light.ts'
import type { Theme } from './theme.ts'

/** Every theme that can be chosen, in the order of the gallery. */
export const themes: readonly Theme[] = [calmLight, calmDark]
