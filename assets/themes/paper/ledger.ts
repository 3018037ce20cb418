import type { Theme } from '../theme.ts'

export const ledger: Theme = {
  id: 'ledger',
  family: 'paper',
  scheme: 'light',
  seeds: { neutral: { hue: 140, chroma: 0.024 }, accent: [0.4, 0.09, 155], ladder: 'paper' },
  desk: 'ruled',
}
