import type { Theme } from '../theme.ts'

export const picnic: Theme = {
  id: 'picnic',
  family: 'playful',
  scheme: 'light',
  seeds: { neutral: { hue: 140, chroma: 0.022 }, accent: [0.46, 0.14, 145], ladder: 'tinted' },
  tune: { 'line-strong': [0.36, 0.07, 145] },
  desk: 'checks',
  depth: 'hard',
  line: 2,
}
