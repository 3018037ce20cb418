import type { Theme } from '../theme.ts'

export const lamplight: Theme = {
  id: 'lamplight',
  family: 'paper',
  scheme: 'dark',
  seeds: { neutral: { hue: 65, chroma: 0.022 }, accent: [0.81, 0.11, 75], ladder: 'paper' },
}
