import type { Theme } from '../theme.ts'

export const angkor: Theme = {
  id: 'angkor',
  family: 'national',
  scheme: 'light',
  seeds: { neutral: { hue: 75, chroma: 0.024 }, accent: [0.46, 0.1, 68], ladder: 'paper' },
  chrome: {
    parts: ['rail'],
    scheme: 'dark',
    seeds: { neutral: { hue: 55, chroma: 0.035 }, accent: [0.83, 0.12, 82], ladder: 'tinted' },
  },
  desk: 'lotus',
}
