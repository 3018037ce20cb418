import type { Theme } from '../theme.ts'

export const clay: Theme = {
  id: 'clay',
  family: 'calm',
  scheme: 'light',
  seeds: { neutral: { hue: 50, chroma: 0.025 }, accent: [0.5, 0.13, 40], ladder: 'tinted' },
  desk: 'terrazzo',
}
