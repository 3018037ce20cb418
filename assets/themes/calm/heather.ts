import type { Theme } from '../theme.ts'

export const heather: Theme = {
  id: 'heather',
  family: 'calm',
  scheme: 'light',
  seeds: { neutral: { hue: 300, chroma: 0.026 }, accent: [0.49, 0.15, 300], ladder: 'tinted' },
  desk: 'dots',
  shape: { small: 6, medium: 9, large: 14 },
}
