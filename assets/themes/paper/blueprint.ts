import type { Theme } from '../theme.ts'

export const blueprint: Theme = {
  id: 'blueprint',
  family: 'paper',
  scheme: 'dark',
  seeds: { neutral: { hue: 256, chroma: 0.055 }, accent: [0.9, 0.07, 215], ladder: 'tinted' },
  desk: 'graph',
  type: { face: 'square', size: 13, strong: 500 },
  depth: 'flat',
  shape: { small: 0, medium: 0, large: 0 },
}
