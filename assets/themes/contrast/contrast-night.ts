import type { Theme } from '../theme.ts'

export const contrastNight: Theme = {
  id: 'contrast-night',
  family: 'contrast',
  scheme: 'dark',
  seeds: { neutral: { hue: 265, chroma: 0.34 }, accent: [0.88, 0.15, 85], ladder: 'high' },
  desk: 'squares',
}
