import type { Theme } from '../theme.ts'

export const saddle: Theme = {
  id: 'saddle',
  family: 'national',
  scheme: 'dark',
  seeds: { neutral: { hue: 52, chroma: 0.026 }, accent: [0.81, 0.14, 80], ladder: 'dim' },
  desk: 'horns',
  type: { face: 'serif', size: 14, strong: 600 },
}
