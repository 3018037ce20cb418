import type { Theme } from '../theme.ts'

export const springNight: Theme = {
  id: 'spring-night',
  family: 'seasonal',
  scheme: 'dark',
  seeds: { neutral: { hue: 338, chroma: 0.03 }, accent: [0.82, 0.11, 350], ladder: 'tinted' },
  desk: 'petals',
}
