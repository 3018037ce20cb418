import type { Theme } from '../theme.ts'

export const toybox: Theme = {
  id: 'toybox',
  family: 'playful',
  scheme: 'light',
  seeds: { neutral: { hue: 85, chroma: 0.012 }, accent: [0.53, 0.19, 258], vividness: 1.25 },
  chrome: {
    parts: ['rail', 'bars'],
    scheme: 'dark',
    seeds: { neutral: { hue: 258, chroma: 0.09 }, accent: [0.88, 0.16, 95], ladder: 'tinted' },
  },
  desk: 'confetti',
}
