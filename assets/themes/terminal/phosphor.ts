import type { Theme } from '../theme.ts'

export const phosphor: Theme = {
  id: 'phosphor',
  family: 'terminal',
  scheme: 'dark',
  seeds: { neutral: { hue: 148, chroma: 0.09 }, accent: [0.86, 0.21, 145], ladder: 'black' },
  tune: { text: [0.88, 0.16, 148], 'text-soft': [0.78, 0.13, 148] },
  desk: 'scanlines',
  depth: 'glow',
}
