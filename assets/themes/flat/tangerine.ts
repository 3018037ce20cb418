import type { Theme } from '../theme.ts'

export const tangerine: Theme = {
  id: 'tangerine',
  family: 'flat',
  scheme: 'light',
  seeds: { neutral: { hue: 60, chroma: 0.012 }, accent: [0.6, 0.18, 45] },
  chrome: {
    parts: ['rail', 'bars'],
    scheme: 'dark',
    seeds: { neutral: { hue: 40, chroma: 0.045 }, accent: [0.78, 0.15, 60], ladder: 'tinted' },
  },
  desk: 'checks',
}
