import type { Theme } from '../theme.ts'

export const mekong: Theme = {
  id: 'mekong',
  family: 'national',
  scheme: 'dark',
  seeds: { neutral: { hue: 168, chroma: 0.032 }, accent: [0.83, 0.13, 85], ladder: 'tinted' },
  chrome: {
    parts: ['title'],
    scheme: 'light',
    seeds: { neutral: { hue: 88, chroma: 0.05 }, accent: [0.42, 0.09, 150], ladder: 'paper' },
    tune: { 'title-active': [0.86, 0.1, 88] },
  },
  desk: 'lotus',
}
