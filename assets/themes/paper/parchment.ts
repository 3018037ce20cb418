import type { Theme } from '../theme.ts'

export const parchment: Theme = {
  id: 'parchment',
  family: 'paper',
  scheme: 'light',
  seeds: { neutral: { hue: 72, chroma: 0.03 }, accent: [0.45, 0.12, 48], ladder: 'paper' },
  chrome: {
    parts: ['rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 48, chroma: 0.04 }, accent: [0.84, 0.11, 75], ladder: 'paper' },
  },
  desk: 'weave',
  shape: { small: 4, medium: 6, large: 9 },
}
