import type { Theme } from '../theme.ts'

export const graphite: Theme = {
  id: 'graphite',
  family: 'flat',
  scheme: 'dark',
  seeds: { neutral: { hue: 260, chroma: 0.003 }, accent: [0.87, 0.2, 125], ladder: 'black' },
  type: { face: 'square', size: 13, strong: 500 },
}
