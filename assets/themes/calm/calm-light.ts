import type { Theme } from '../theme.ts'

export const calmLight: Theme = {
  id: 'calm-light',
  family: 'calm',
  scheme: 'light',
  seeds: { neutral: { hue: 262, chroma: 0.022 }, accent: [0.515, 0.155, 257] },
}
