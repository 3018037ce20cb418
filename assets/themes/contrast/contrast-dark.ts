import type { Theme } from '../theme.ts'

export const contrastDark: Theme = {
  id: 'contrast-dark',
  family: 'contrast',
  scheme: 'dark',
  seeds: { neutral: { hue: 262, chroma: 0.01 }, accent: [0.87, 0.11, 215], ladder: 'high' },
}
