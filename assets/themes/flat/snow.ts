import type { Theme } from '../theme.ts'

export const snow: Theme = {
  id: 'snow',
  family: 'flat',
  scheme: 'light',
  seeds: { neutral: { hue: 250, chroma: 0.004 }, accent: [0.32, 0.03, 260] },
  tune: { desk: [0.965, 0.003, 250] },
}
