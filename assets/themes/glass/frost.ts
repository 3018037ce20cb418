import type { Theme } from '../theme.ts'

export const frost: Theme = {
  id: 'frost',
  family: 'glass',
  scheme: 'light',
  seeds: { neutral: { hue: 200, chroma: 0.022 }, accent: [0.45, 0.06, 230] },
  tune: { desk: [0.89, 0.03, 205] },
  desk: 'bubbles',
}
