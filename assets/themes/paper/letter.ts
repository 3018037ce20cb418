import type { Theme } from '../theme.ts'

export const letter: Theme = {
  id: 'letter',
  family: 'paper',
  scheme: 'light',
  seeds: { neutral: { hue: 80, chroma: 0.014 }, accent: [0.42, 0.12, 25], ladder: 'paper' },
}
