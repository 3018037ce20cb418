import type { Theme } from '../theme.ts'

export const contrastYellow: Theme = {
  id: 'contrast-yellow',
  family: 'contrast',
  scheme: 'dark',
  seeds: { neutral: { hue: 95, chroma: 0.012 }, accent: [0.91, 0.18, 102], ladder: 'high' },
  tune: { text: [0.95, 0.13, 102] },
}
