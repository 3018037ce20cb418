import type { Theme } from '../theme.ts'

export const teletype: Theme = {
  id: 'teletype',
  family: 'terminal',
  scheme: 'light',
  seeds: { neutral: { hue: 100, chroma: 0.006 }, accent: [0.36, 0.04, 255], ladder: 'paper' },
  desk: 'ruled',
}
