import type { Theme } from '../theme.ts'

export const harbour: Theme = {
  id: 'harbour',
  family: 'calm',
  scheme: 'dark',
  seeds: { neutral: { hue: 250, chroma: 0.032 }, accent: [0.78, 0.13, 38], ladder: 'tinted' },
  desk: 'squares',
}
