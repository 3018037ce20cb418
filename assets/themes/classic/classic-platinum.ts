import type { Theme } from '../theme.ts'

export const classicPlatinum: Theme = {
  id: 'classic-platinum',
  family: 'classic',
  scheme: 'light',
  seeds: { neutral: { hue: 290, chroma: 0.008 }, accent: [0.44, 0.11, 285], ladder: 'grey' },
  tune: { desk: [0.72, 0.03, 285], 'desk-mark': [0.62, 0.03, 285] },
  desk: 'dither',
}
