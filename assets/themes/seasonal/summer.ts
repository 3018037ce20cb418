import type { Theme } from '../theme.ts'

export const summer: Theme = {
  id: 'summer',
  family: 'seasonal',
  scheme: 'light',
  seeds: { neutral: { hue: 205, chroma: 0.03 }, accent: [0.5, 0.12, 228], ladder: 'tinted' },
  tune: { desk: [0.88, 0.06, 215], 'desk-mark': [0.8, 0.1, 175] },
  desk: 'hills',
}
