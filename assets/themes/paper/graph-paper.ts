import type { Theme } from '../theme.ts'

export const graphPaper: Theme = {
  id: 'graph-paper',
  family: 'paper',
  scheme: 'light',
  seeds: { neutral: { hue: 230, chroma: 0.016 }, accent: [0.48, 0.16, 255] },
  tune: { desk: [0.965, 0.01, 230], 'desk-mark': [0.83, 0.05, 230] },
  desk: 'graph',
  type: { face: 'square', size: 13, strong: 600 },
  depth: 'flat',
}
