import type { Theme } from '../theme.ts'

export const midnight: Theme = {
  id: 'midnight',
  family: 'calm',
  scheme: 'dark',
  seeds: { neutral: { hue: 265, chroma: 0.024 }, accent: [0.74, 0.14, 285], ladder: 'black' },
  desk: 'stars',
}
