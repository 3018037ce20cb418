import type { Theme } from '../theme.ts'

export const plum: Theme = {
  id: 'plum',
  family: 'calm',
  scheme: 'dark',
  seeds: { neutral: { hue: 325, chroma: 0.045 }, accent: [0.83, 0.1, 340], ladder: 'dim' },
  desk: 'dots',
}
