import type { Theme } from '../theme.ts'

export const winter: Theme = {
  id: 'winter',
  family: 'seasonal',
  scheme: 'light',
  seeds: { neutral: { hue: 250, chroma: 0.018 }, accent: [0.38, 0.13, 265], ladder: 'tinted' },
  chrome: {
    parts: ['rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 262, chroma: 0.06 }, accent: [0.88, 0.06, 235], ladder: 'tinted' },
  },
  desk: 'snow',
}
