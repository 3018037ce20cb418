import type { Theme } from '../theme.ts'

export const pine: Theme = {
  id: 'pine',
  family: 'calm',
  scheme: 'dark',
  seeds: { neutral: { hue: 160, chroma: 0.026 }, accent: [0.78, 0.13, 150], ladder: 'tinted' },
  desk: 'dots',
}
