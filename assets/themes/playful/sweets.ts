import type { Theme } from '../theme.ts'

export const sweets: Theme = {
  id: 'sweets',
  family: 'playful',
  scheme: 'light',
  seeds: { neutral: { hue: 352, chroma: 0.036 }, accent: [0.54, 0.2, 355], ladder: 'tinted' },
  chrome: {
    parts: ['rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 352, chroma: 0.1 }, accent: [0.88, 0.1, 350], ladder: 'tinted' },
  },
  desk: 'gingham',
}
