import type { Theme } from '../theme.ts'

export const cobalt: Theme = {
  id: 'cobalt',
  family: 'flat',
  scheme: 'dark',
  seeds: { neutral: { hue: 262, chroma: 0.07 }, accent: [0.87, 0.15, 190], ladder: 'tinted' },
  desk: 'zigzag',
}
