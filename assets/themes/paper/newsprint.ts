import type { Theme } from '../theme.ts'

export const newsprint: Theme = {
  id: 'newsprint',
  family: 'paper',
  scheme: 'light',
  seeds: { neutral: { hue: 90, chroma: 0.004 }, accent: [0.33, 0.02, 40], ladder: 'paper', vividness: 0.7 },
  shape: { small: 0, medium: 0, large: 0 },
  depth: 'flat',
  desk: 'plain',
  type: { face: 'serif', size: 15, strong: 700 },
}
