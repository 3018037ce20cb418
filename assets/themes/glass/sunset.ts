import type { Theme } from '../theme.ts'

export const sunset: Theme = {
  id: 'sunset',
  family: 'glass',
  scheme: 'light',
  seeds: {
    neutral: { hue: 25, chroma: 0.036 },
    accent: [0.54, 0.18, 15],
    ladder: 'tinted',
    states: { info: 300 },
  },
}
