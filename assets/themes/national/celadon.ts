import type { Theme } from '../theme.ts'

export const celadon: Theme = {
  id: 'celadon',
  family: 'national',
  scheme: 'light',
  seeds: { neutral: { hue: 165, chroma: 0.03 }, accent: [0.42, 0.075, 185], ladder: 'paper' },
  chrome: {
    parts: ['title'],
    scheme: 'light',
    seeds: { neutral: { hue: 172, chroma: 0.05 }, accent: [0.4, 0.07, 185], ladder: 'paper' },
  },
  desk: 'lattice',
  type: { face: 'serif', size: 14, strong: 600 },
}
