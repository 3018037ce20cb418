import type { Theme } from '../theme.ts'

export const aurora: Theme = {
  id: 'aurora',
  family: 'glass',
  scheme: 'dark',
  seeds: {
    neutral: { hue: 190, chroma: 0.04 },
    accent: [0.84, 0.16, 160],
    ladder: 'tinted',
    states: { info: 300 },
  },
}
