import type { Theme } from '../theme.ts'

export const slate: Theme = {
  id: 'slate',
  family: 'flat',
  scheme: 'dark',
  seeds: { neutral: { hue: 240, chroma: 0.014 }, accent: [0.78, 0.13, 28], ladder: 'dim' },
  chrome: {
    parts: ['rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 240, chroma: 0.014 }, accent: [0.78, 0.13, 28], ladder: 'black' },
  },
}
