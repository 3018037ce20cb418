import type { Theme } from '../theme.ts'

export const nyasa: Theme = {
  id: 'nyasa',
  family: 'national',
  scheme: 'dark',
  seeds: { neutral: { hue: 232, chroma: 0.05 }, accent: [0.83, 0.15, 75], ladder: 'tinted' },
  chrome: {
    parts: ['rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 25, chroma: 0.075 }, accent: [0.85, 0.15, 85], ladder: 'tinted' },
  },
  desk: 'rosettes',
}
