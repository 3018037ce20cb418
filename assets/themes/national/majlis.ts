import type { Theme } from '../theme.ts'

export const majlis: Theme = {
  id: 'majlis',
  family: 'national',
  scheme: 'light',
  seeds: { neutral: { hue: 62, chroma: 0.018 }, accent: [0.42, 0.13, 15], ladder: 'paper' },
  chrome: {
    parts: ['rail', 'bars'],
    scheme: 'dark',
    seeds: { neutral: { hue: 12, chroma: 0.06 }, accent: [0.85, 0.11, 82], ladder: 'tinted' },
  },
  desk: 'eightfold',
}
