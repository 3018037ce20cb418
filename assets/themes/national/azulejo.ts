import type { Theme } from '../theme.ts'

export const azulejo: Theme = {
  id: 'azulejo',
  family: 'national',
  scheme: 'light',
  seeds: { neutral: { hue: 255, chroma: 0.014 }, accent: [0.44, 0.16, 260] },
  tune: { desk: [0.94, 0.012, 255], 'desk-mark': [0.75, 0.1, 258] },
  chrome: {
    parts: ['bars'],
    scheme: 'dark',
    seeds: { neutral: { hue: 260, chroma: 0.09 }, accent: [0.88, 0.15, 92], ladder: 'tinted' },
  },
  desk: 'tiles',
}
