import type { Theme } from '../theme.ts'

export const khokhloma: Theme = {
  id: 'khokhloma',
  family: 'national',
  scheme: 'dark',
  seeds: { neutral: { hue: 45, chroma: 0.02 }, accent: [0.82, 0.15, 82], ladder: 'black' },
  chrome: {
    parts: ['title', 'bars'],
    scheme: 'dark',
    seeds: { neutral: { hue: 28, chroma: 0.1 }, accent: [0.86, 0.15, 88], ladder: 'tinted' },
  },
  desk: 'leaves',
}
