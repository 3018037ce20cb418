import type { Theme } from '../theme.ts'

export const summerNight: Theme = {
  id: 'summer-night',
  family: 'seasonal',
  scheme: 'dark',
  seeds: { neutral: { hue: 268, chroma: 0.042 }, accent: [0.87, 0.13, 92], ladder: 'tinted' },
  desk: 'stars',
}
