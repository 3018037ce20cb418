import type { Theme } from '../theme.ts'

export const classicNight: Theme = {
  id: 'classic-night',
  family: 'classic',
  scheme: 'dark',
  seeds: { neutral: { hue: 250, chroma: 0.012 }, accent: [0.82, 0.1, 230], ladder: 'grey' },
  desk: 'dither',
}
