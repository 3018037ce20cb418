import type { Theme } from '../theme.ts'

export const sage: Theme = {
  id: 'sage',
  family: 'calm',
  scheme: 'light',
  seeds: { neutral: { hue: 150, chroma: 0.025 }, accent: [0.46, 0.1, 155], ladder: 'tinted' },
  desk: 'plain',
}
