import type { Theme } from '../theme.ts'

export const lantern: Theme = {
  id: 'lantern',
  family: 'national',
  scheme: 'dark',
  seeds: { neutral: { hue: 25, chroma: 0.062 }, accent: [0.87, 0.15, 88], ladder: 'tinted' },
  desk: 'lattice',
}
