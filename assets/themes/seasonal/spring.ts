import type { Theme } from '../theme.ts'

export const spring: Theme = {
  id: 'spring',
  family: 'seasonal',
  scheme: 'light',
  seeds: { neutral: { hue: 350, chroma: 0.024 }, accent: [0.5, 0.17, 355], ladder: 'tinted' },
  desk: 'petals',
}
