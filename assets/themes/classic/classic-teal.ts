import type { Theme } from '../theme.ts'

export const classicTeal: Theme = {
  id: 'classic-teal',
  family: 'classic',
  scheme: 'light',
  seeds: { neutral: { hue: 95, chroma: 0.008 }, accent: [0.38, 0.14, 265], ladder: 'grey' },
  tune: { desk: [0.64, 0.085, 195], 'desk-mark': [0.6, 0.085, 195] },
  chrome: {
    parts: ['title'],
    scheme: 'dark',
    seeds: { neutral: { hue: 265, chroma: 0.12 }, accent: [0.85, 0.1, 230], ladder: 'tinted' },
    tune: { 'title-active': [0.37, 0.15, 265] },
  },
}
