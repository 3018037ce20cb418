import type { Theme } from '../theme.ts'

export const autumnNight: Theme = {
  id: 'autumn-night',
  family: 'seasonal',
  scheme: 'dark',
  seeds: { neutral: { hue: 42, chroma: 0.034 }, accent: [0.77, 0.15, 52], ladder: 'paper' },
  desk: 'leaves',
}
