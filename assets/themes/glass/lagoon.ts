import type { Theme } from '../theme.ts'

export const lagoon: Theme = {
  id: 'lagoon',
  family: 'glass',
  scheme: 'dark',
  seeds: { neutral: { hue: 238, chroma: 0.06 }, accent: [0.86, 0.12, 185], ladder: 'tinted' },
  desk: 'waves',
}
