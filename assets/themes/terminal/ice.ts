import type { Theme } from '../theme.ts'

export const ice: Theme = {
  id: 'ice',
  family: 'terminal',
  scheme: 'dark',
  seeds: { neutral: { hue: 222, chroma: 0.045 }, accent: [0.87, 0.1, 212], ladder: 'black' },
  desk: 'circuit',
}
