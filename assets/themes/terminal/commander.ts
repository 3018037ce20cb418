import type { Theme } from '../theme.ts'

export const commander: Theme = {
  id: 'commander',
  family: 'terminal',
  scheme: 'dark',
  seeds: { neutral: { hue: 264, chroma: 0.095 }, accent: [0.9, 0.17, 102], ladder: 'tinted' },
  tune: { text: [0.93, 0.07, 200] },
  desk: 'dither',
  line: 2,
}
