import type { Theme } from '../theme.ts'

export const autumn: Theme = {
  id: 'autumn',
  family: 'seasonal',
  scheme: 'light',
  seeds: { neutral: { hue: 62, chroma: 0.028 }, accent: [0.48, 0.15, 38], ladder: 'paper' },
  chrome: {
    parts: ['bars'],
    scheme: 'dark',
    seeds: { neutral: { hue: 35, chroma: 0.06 }, accent: [0.84, 0.13, 75], ladder: 'tinted' },
  },
  desk: 'leaves',
}
