import type { Theme } from '../theme.ts'

export const chitenge: Theme = {
  id: 'chitenge',
  family: 'national',
  scheme: 'light',
  seeds: { neutral: { hue: 65, chroma: 0.022 }, accent: [0.5, 0.19, 30] },
  tune: { desk: [0.87, 0.07, 75], 'desk-mark': [0.74, 0.11, 50] },
  chrome: {
    parts: ['bars', 'rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 150, chroma: 0.035 }, accent: [0.84, 0.15, 95], ladder: 'tinted' },
  },
  desk: 'rosettes',
}
