import type { Theme } from '../theme.ts'

export const syntax: Theme = {
  id: 'syntax',
  family: 'terminal',
  scheme: 'dark',
  seeds: { neutral: { hue: 285, chroma: 0.022 }, accent: [0.8, 0.14, 350], ladder: 'dim' },
  desk: 'plain',
  shape: { small: 3, medium: 5, large: 8 },
  depth: 'soft',
}
