import type { Theme } from '../theme.ts'

export const ember: Theme = {
  id: 'ember',
  family: 'calm',
  scheme: 'dark',
  seeds: { neutral: { hue: 30, chroma: 0.02 }, accent: [0.75, 0.17, 48], ladder: 'black' },
  desk: 'plain',
  shape: { small: 6, medium: 9, large: 14 },
}
