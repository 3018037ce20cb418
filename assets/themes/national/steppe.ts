import type { Theme } from '../theme.ts'

export const steppe: Theme = {
  id: 'steppe',
  family: 'national',
  scheme: 'light',
  seeds: { neutral: { hue: 92, chroma: 0.03 }, accent: [0.45, 0.09, 212], ladder: 'tinted' },
  chrome: {
    parts: ['rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 208, chroma: 0.055 }, accent: [0.87, 0.14, 92], ladder: 'tinted' },
  },
  desk: 'horns',
}
