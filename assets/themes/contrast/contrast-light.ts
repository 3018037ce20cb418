import type { Theme } from '../theme.ts'

export const contrastLight: Theme = {
  id: 'contrast-light',
  family: 'contrast',
  scheme: 'light',
  seeds: { neutral: { hue: 262, chroma: 0.01 }, accent: [0.38, 0.16, 262], ladder: 'high' },
}
