import type { Theme } from '../theme.ts'

export const gzhel: Theme = {
  id: 'gzhel',
  family: 'national',
  scheme: 'light',
  seeds: { neutral: { hue: 264, chroma: 0.016 }, accent: [0.42, 0.19, 264] },
  tune: { desk: [0.955, 0.014, 264], 'desk-mark': [0.78, 0.09, 264] },
  chrome: {
    parts: ['rail', 'title'],
    scheme: 'dark',
    seeds: { neutral: { hue: 264, chroma: 0.08 }, accent: [0.9, 0.06, 250], ladder: 'tinted' },
    tune: { 'title-active': [0.4, 0.17, 264] },
  },
  desk: 'petals',
  shape: { small: 6, medium: 10, large: 16 },
}
