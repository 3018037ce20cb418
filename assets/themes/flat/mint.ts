import type { Theme } from '../theme.ts'

export const mint: Theme = {
  id: 'mint',
  family: 'flat',
  scheme: 'light',
  seeds: { neutral: { hue: 172, chroma: 0.024 }, accent: [0.47, 0.09, 178], ladder: 'tinted' },
  chrome: {
    parts: ['rail', 'bars'],
    scheme: 'dark',
    seeds: { neutral: { hue: 175, chroma: 0.06 }, accent: [0.88, 0.11, 165], ladder: 'tinted' },
  },
  desk: 'stripes',
  type: { face: 'rounded', size: 14, strong: 700 },
}
