import type { Scheme } from '../../../assets/themes/theme.ts'

/** Lightness of each neutral, and how much of the theme's grey chroma it takes. */
type Step = readonly [lightness: number, tint: number]

export type Ladder = Record<
  | 'desk'
  | 'desk-mark'
  | 'window'
  | 'raised'
  | 'sunken'
  | 'rail'
  | 'bar'
  | 'overlay'
  | 'title'
  | 'title-active'
  | 'inverse'
  | 'hover'
  | 'disabled'
  | 'skeleton'
  | 'scrim'
  | 'text'
  | 'text-soft'
  | 'text-faint'
  | 'text-disabled'
  | 'on-inverse'
  | 'on-inverse-soft'
  | 'line'
  | 'line-strong'
  | 'line-control',
  Step
> & {
  /** Lightness and chroma of tinted backgrounds: chips and banners, selected rows. */
  soft: readonly [lightness: number, chroma: number]
  selection: readonly [lightness: number, chroma: number]
  /** Lightness and chroma that filled shapes and coloured words start from. */
  solid: readonly [lightness: number, chroma: number]
  word: readonly [lightness: number, chroma: number]
  /** What hovering and pressing adds to a filled shape. */
  press: number
}

const light: Ladder = {
  desk: [0.918, 0.62],
  'desk-mark': [0.845, 0.8],
  window: [0.994, 0.08],
  raised: [1, 0],
  sunken: [0.974, 0.2],
  rail: [0.984, 0.16],
  bar: [0.992, 0.1],
  overlay: [1, 0],
  title: [0.96, 0.25],
  'title-active': [0.984, 0.16],
  inverse: [0.26, 1.2],
  hover: [0.963, 0.3],
  disabled: [0.955, 0.25],
  skeleton: [0.935, 0.35],
  scrim: [0.25, 1],
  text: [0.235, 1.2],
  'text-soft': [0.45, 1.1],
  'text-faint': [0.545, 0.9],
  'text-disabled': [0.7, 0.6],
  'on-inverse': [0.98, 0.1],
  'on-inverse-soft': [0.8, 0.6],
  line: [0.916, 0.38],
  'line-strong': [0.862, 0.5],
  'line-control': [0.7, 0.7],
  soft: [0.95, 0.042],
  selection: [0.945, 0.034],
  solid: [0.52, 0.135],
  word: [0.49, 0.14],
  press: -0.055,
}

const dark: Ladder = {
  desk: [0.172, 0.75],
  'desk-mark': [0.262, 0.9],
  window: [0.248, 0.75],
  raised: [0.286, 0.8],
  sunken: [0.272, 0.78],
  rail: [0.23, 0.75],
  bar: [0.23, 0.75],
  overlay: [0.292, 0.8],
  title: [0.248, 0.75],
  'title-active': [0.272, 0.78],
  inverse: [0.93, 0.4],
  hover: [0.292, 0.85],
  disabled: [0.28, 0.6],
  skeleton: [0.31, 0.8],
  scrim: [0.1, 0.6],
  text: [0.935, 0.35],
  'text-soft': [0.77, 0.7],
  'text-faint': [0.675, 0.8],
  'text-disabled': [0.5, 0.7],
  'on-inverse': [0.23, 1],
  'on-inverse-soft': [0.45, 1],
  line: [0.33, 0.85],
  'line-strong': [0.395, 0.95],
  'line-control': [0.5, 1],
  soft: [0.335, 0.055],
  selection: [0.335, 0.062],
  solid: [0.745, 0.125],
  word: [0.8, 0.115],
  press: 0.05,
}

const highLight: Ladder = {
  ...light,
  desk: [0.9, 0.3],
  window: [1, 0],
  sunken: [0.965, 0.1],
  rail: [1, 0],
  bar: [1, 0],
  text: [0.12, 0.3],
  'text-soft': [0.28, 0.5],
  'text-faint': [0.36, 0.5],
  line: [0.62, 0.3],
  'line-strong': [0.42, 0.3],
  'line-control': [0.28, 0.3],
  solid: [0.4, 0.14],
  word: [0.36, 0.14],
}

const highDark: Ladder = {
  ...dark,
  desk: [0.08, 0.2],
  window: [0.13, 0.2],
  raised: [0.17, 0.2],
  sunken: [0.16, 0.2],
  rail: [0.1, 0.2],
  bar: [0.1, 0.2],
  overlay: [0.17, 0.2],
  hover: [0.22, 0.3],
  text: [1, 0],
  'text-soft': [0.92, 0.2],
  'text-faint': [0.85, 0.3],
  line: [0.5, 0.3],
  'line-strong': [0.7, 0.3],
  'line-control': [0.86, 0.3],
  solid: [0.85, 0.13],
  word: [0.88, 0.11],
}

export const ladders: Record<'calm' | 'high', Record<Scheme, Ladder>> = {
  calm: { light, dark },
  high: { light: highLight, dark: highDark },
}
