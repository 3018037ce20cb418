import type { Theme } from '../theme.ts'

export const largePrint: Theme = {
  id: 'large-print',
  family: 'contrast',
  scheme: 'light',
  seeds: { neutral: { hue: 90, chroma: 0.012 }, accent: [0.36, 0.1, 155], ladder: 'high' },
  type: { face: 'sans', size: 16, strong: 700 },
  density: { row: 38, control: 40, small: 32 },
  shape: { small: 5, medium: 8, large: 12 },
  line: 1,
}
