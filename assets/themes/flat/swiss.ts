import type { Theme } from '../theme.ts'

export const swiss: Theme = {
  id: 'swiss',
  family: 'flat',
  scheme: 'light',
  seeds: { neutral: { hue: 30, chroma: 0.002 }, accent: [0.55, 0.215, 28] },
  tune: { desk: [0.93, 0.002, 30] },
  chrome: {
    parts: ['bars'],
    scheme: 'dark',
    seeds: { neutral: { hue: 30, chroma: 0.004 }, accent: [0.7, 0.19, 28], ladder: 'black' },
  },
  type: { face: 'sans', size: 14, strong: 800 },
}
