import type { Theme } from '../theme.ts'

export const glassNight: Theme = {
  id: 'glass-night',
  family: 'glass',
  scheme: 'dark',
  seeds: { neutral: { hue: 272, chroma: 0.036 }, accent: [0.76, 0.14, 290], ladder: 'tinted' },
}
