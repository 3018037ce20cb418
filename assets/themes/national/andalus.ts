import type { Theme } from '../theme.ts'

export const andalus: Theme = {
  id: 'andalus',
  family: 'national',
  scheme: 'light',
  seeds: { neutral: { hue: 90, chroma: 0.016 }, accent: [0.43, 0.09, 168], ladder: 'paper' },
  chrome: {
    parts: ['rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 165, chroma: 0.05 }, accent: [0.85, 0.11, 88], ladder: 'tinted' },
  },
  desk: 'eightfold',
  type: { face: 'serif', size: 14, strong: 600 },
}
