import type { Theme } from '../theme.ts'

export const calmDark: Theme = {
  id: 'calm-dark',
  family: 'calm',
  scheme: 'dark',
  seeds: { neutral: { hue: 265, chroma: 0.02 }, accent: [0.745, 0.125, 253] },
}
