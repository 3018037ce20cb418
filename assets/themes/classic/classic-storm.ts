import type { Theme } from '../theme.ts'

export const classicStorm: Theme = {
  id: 'classic-storm',
  family: 'classic',
  scheme: 'light',
  seeds: { neutral: { hue: 275, chroma: 0.014 }, accent: [0.42, 0.1, 305], ladder: 'grey' },
  tune: { desk: [0.72, 0.03, 290] },
  chrome: {
    parts: ['title'],
    scheme: 'dark',
    seeds: { neutral: { hue: 305, chroma: 0.07 }, accent: [0.85, 0.08, 320], ladder: 'tinted' },
    tune: { 'title-active': [0.4, 0.09, 305] },
  },
}
