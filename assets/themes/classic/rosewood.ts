import type { Theme } from '../theme.ts'

export const rosewood: Theme = {
  id: 'rosewood',
  family: 'classic',
  scheme: 'light',
  seeds: { neutral: { hue: 35, chroma: 0.034 }, accent: [0.4, 0.12, 22], ladder: 'grey' },
  tune: { desk: [0.7, 0.055, 35] },
  chrome: {
    parts: ['title', 'rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 30, chroma: 0.05 }, accent: [0.82, 0.11, 70], ladder: 'tinted' },
  },
  desk: 'weave',
  type: { face: 'serif', size: 14, strong: 600 },
}
