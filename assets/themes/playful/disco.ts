import type { Theme } from '../theme.ts'

export const disco: Theme = {
  id: 'disco',
  family: 'playful',
  scheme: 'dark',
  seeds: { neutral: { hue: 288, chroma: 0.058 }, accent: [0.87, 0.15, 195], ladder: 'tinted' },
  desk: 'confetti',
}
