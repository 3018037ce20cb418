import type { Theme } from '../theme.ts'

export const jelly: Theme = {
  id: 'jelly',
  family: 'playful',
  scheme: 'light',
  seeds: { neutral: { hue: 292, chroma: 0.036 }, accent: [0.53, 0.2, 292], ladder: 'tinted' },
  desk: 'bubbles',
  shape: { small: 12, medium: 16, large: 24 },
}
