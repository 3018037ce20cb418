/**
 * What a theme is: a few seeds and traits. The tokens that components use are made from it by
 * `renderer/shell/themes/derive.ts`.
 */

/** OKLCH: lightness 0…1, chroma 0…0.4, hue in degrees. */
export type Colour = readonly [lightness: number, chroma: number, hue: number]

export type Scheme = 'light' | 'dark'

export const states = ['good', 'warn', 'bad', 'info'] as const
export type State = (typeof states)[number]

/** Twelve hues for what an office colours by itself: statuses, avatars, charts. */
export const hueNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
export type HueNumber = (typeof hueNumbers)[number]

const plainColours = [
  // surfaces, from the desk up
  'desk',
  'desk-mark',
  'window',
  'raised',
  'sunken',
  'rail',
  'bar',
  'overlay',
  'title',
  'title-active',
  'inverse',
  'hover',
  'selection',
  'disabled',
  'skeleton',
  'scrim',
  // what is written on them
  'text',
  'text-soft',
  'text-faint',
  'text-disabled',
  'on-title',
  'on-title-active',
  'on-inverse',
  'on-inverse-soft',
  // lines: between things, round buttons and cards, round what is filled in
  'line',
  'line-strong',
  'line-control',
  'selection-line',
  'focus',
  // the one accent
  'accent',
  'accent-strong',
  'accent-soft',
  'accent-text',
  'on-accent',
] as const

export type ColourToken =
  | (typeof plainColours)[number]
  | State
  | `${State}-strong`
  | `${State}-soft`
  | `${State}-text`
  | `on-${State}`
  | `hue-${HueNumber}`
  | `hue-${HueNumber}-soft`
  | `hue-${HueNumber}-text`

export const colourTokens: readonly ColourToken[] = [
  ...plainColours,
  ...states.flatMap((s) => [s, `${s}-strong`, `${s}-soft`, `${s}-text`, `on-${s}`] as const),
  ...hueNumbers.flatMap((n) => [`hue-${n}`, `hue-${n}-soft`, `hue-${n}-text`] as const),
]

/** What a family differs in besides colour. Lengths in CSS pixels. */
export type Traits = {
  shape: { small: number; medium: number; large: number }
  density: { row: number; control: number; small: number }
  /** flat: lines only; soft and deep: shadows; bevel: lit and shaded edges; glass: bars let the desk through. */
  depth: 'flat' | 'soft' | 'deep' | 'bevel' | 'glass'
  type: { face: 'sans' | 'serif' | 'mono' | 'rounded'; size: number; strong: number }
  desk: 'plain' | 'dots' | 'squares' | 'stripes' | 'weave' | 'dawn'
}

export type Family =
  | 'calm'
  | 'contrast'
  | 'paper'
  | 'flat'
  | 'glass'
  | 'classic'
  | 'terminal'
  | 'seasonal'
  | 'national'
  | 'playful'

export type Theme = {
  id: string
  family: Family
  scheme: Scheme
  seeds: {
    /** The tint of the greys. Chroma is that of text; surfaces take a part of it. */
    neutral: { hue: number; chroma: number }
    accent: Colour
    /** Hues of the states where the usual green, amber, red and blue do not suit. */
    states?: Partial<Record<State, number>>
    /** How far the twelve hues are from grey: 1 is usual. */
    vividness?: number
    ladder?: 'calm' | 'high'
  }
  /** A colour said outright instead of made. The contrast test judges it like any other. */
  tune?: Partial<Record<ColourToken, Colour>>
} & Partial<Traits>
