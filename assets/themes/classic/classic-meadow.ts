import type { Theme } from '../theme.ts'

export const classicMeadow: Theme = {
  id: 'classic-meadow',
  family: 'classic',
  scheme: 'light',
  seeds: { neutral: { hue: 85, chroma: 0.02 }, accent: [0.48, 0.18, 258], ladder: 'tinted' },
  tune: { desk: [0.8, 0.08, 235], 'desk-mark': [0.68, 0.14, 140] },
  chrome: {
    parts: ['title', 'bars'],
    scheme: 'dark',
    seeds: { neutral: { hue: 258, chroma: 0.1 }, accent: [0.88, 0.14, 120], ladder: 'tinted' },
    tune: { 'title-active': [0.48, 0.17, 258], bar: [0.44, 0.16, 260] },
  },
  shape: { small: 3, medium: 4, large: 8 },
  depth: 'soft',
  desk: 'hills',
}
