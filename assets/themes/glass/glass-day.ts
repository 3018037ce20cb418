import type { Theme } from '../theme.ts'

export const glassDay: Theme = {
  id: 'glass-day',
  family: 'glass',
  scheme: 'light',
  seeds: { neutral: { hue: 240, chroma: 0.026 }, accent: [0.5, 0.17, 258], ladder: 'tinted' },
}
