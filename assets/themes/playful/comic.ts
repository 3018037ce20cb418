import type { Theme } from '../theme.ts'

export const comic: Theme = {
  id: 'comic',
  family: 'playful',
  scheme: 'light',
  seeds: { neutral: { hue: 95, chroma: 0.01 }, accent: [0.52, 0.2, 262], vividness: 1.2 },
  tune: {
    desk: [0.91, 0.15, 98],
    'desk-mark': [0.72, 0.16, 60],
    'line-strong': [0.22, 0.02, 262],
    line: [0.8, 0.02, 262],
  },
  depth: 'hard',
  line: 2,
  desk: 'dots',
  shape: { small: 3, medium: 5, large: 6 },
}
