import type { Theme } from '../theme.ts'

export const evening: Theme = {
  id: 'evening',
  family: 'calm',
  scheme: 'dark',
  seeds: { neutral: { hue: 255, chroma: 0.016 }, accent: [0.82, 0.085, 220], ladder: 'dim' },
  desk: 'plain',
}
