import type { Theme } from '../theme.ts'

export const winterNight: Theme = {
  id: 'winter-night',
  family: 'seasonal',
  scheme: 'dark',
  seeds: { neutral: { hue: 245, chroma: 0.042 }, accent: [0.86, 0.07, 225], ladder: 'tinted' },
  desk: 'snow',
}
