import type { Theme } from '../theme.ts'

export const lake: Theme = {
  id: 'lake',
  family: 'calm',
  scheme: 'light',
  seeds: { neutral: { hue: 215, chroma: 0.02 }, accent: [0.48, 0.095, 218] },
  chrome: {
    parts: ['rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 225, chroma: 0.035 }, accent: [0.8, 0.1, 205], ladder: 'tinted' },
  },
  desk: 'waves',
}
