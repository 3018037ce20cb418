import type { Theme } from '../theme.ts'

export const amber: Theme = {
  id: 'amber',
  family: 'terminal',
  scheme: 'dark',
  seeds: { neutral: { hue: 72, chroma: 0.08 }, accent: [0.84, 0.16, 75], ladder: 'black' },
  tune: { text: [0.87, 0.12, 82], 'text-soft': [0.77, 0.11, 78] },
  desk: 'scanlines',
  depth: 'glow',
}
