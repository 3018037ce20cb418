import type { Theme } from '../theme.ts'

export const arcade: Theme = {
  id: 'arcade',
  family: 'playful',
  scheme: 'dark',
  seeds: { neutral: { hue: 305, chroma: 0.06 }, accent: [0.8, 0.19, 330], ladder: 'black' },
  depth: 'glow',
  desk: 'zigzag',
  type: { face: 'mono', size: 13, strong: 700 },
  shape: { small: 0, medium: 2, large: 3 },
}
