import type { Theme } from '../theme.ts'

export const classicWorkbench: Theme = {
  id: 'classic-workbench',
  family: 'classic',
  scheme: 'light',
  seeds: { neutral: { hue: 255, chroma: 0.012 }, accent: [0.42, 0.13, 45], ladder: 'grey' },
  tune: { desk: [0.73, 0.09, 255], 'desk-mark': [0.69, 0.1, 255] },
  chrome: {
    parts: ['title', 'bars'],
    scheme: 'light',
    seeds: { neutral: { hue: 255, chroma: 0.02 }, accent: [0.48, 0.15, 255] },
  },
  desk: 'checks',
  type: { face: 'square', size: 13, strong: 500 },
}
