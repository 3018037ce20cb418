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

/** What lies on the desk: drawn by `renderer/shell/themes/desks.ts` in the theme's own colours. */
export const deskPatterns = [
  'plain',
  'dots',
  'squares',
  'stripes',
  'weave',
  'dawn',
  'graph',
  'ruled',
  'checks',
  'dither',
  'scanlines',
  'waves',
  'scales',
  'bubbles',
  'confetti',
  'zigzag',
  'terrazzo',
  'petals',
  'leaves',
  'snow',
  'stars',
  'hills',
  'lotus',
  'horns',
  'rosettes',
  'lattice',
  'tiles',
  'eightfold',
  'gingham',
  'circuit',
] as const
export type DeskPattern = (typeof deskPatterns)[number]

/** What a family differs in besides colour. Lengths in CSS pixels. */
export type Traits = {
  shape: { small: number; medium: number; large: number }
  density: { row: number; control: number; small: number }
  /**
   * flat: lines only; soft and deep: shadows; hard: a sharp shadow in ink; bevel: lit and shaded edges; glow: light in
   * the colour of the accent; glass: bars let the desk through.
   */
  depth: 'flat' | 'soft' | 'deep' | 'hard' | 'bevel' | 'glow' | 'glass'
  type: { face: Face; size: number; strong: number }
  desk: DeskPattern
  /** Width of the lines round windows and buttons. */
  line: 1 | 2
}

export type Face = 'sans' | 'serif' | 'mono' | 'rounded' | 'square'

/** How light the surfaces are against each other, and how much of the tint they take: `renderer/shell/themes/ladders/`. */
export const ladderNames = ['calm', 'high', 'tinted', 'paper', 'grey', 'dim', 'black'] as const
export type LadderName = (typeof ladderNames)[number]

export type Seeds = {
  /** The tint of the greys. Chroma is that of text; surfaces take a part of it. */
  neutral: { hue: number; chroma: number }
  accent: Colour
  /** Hues of the states where the usual green, amber, red and blue do not suit. */
  states?: Partial<Record<State, number>>
  /** How far the twelve hues are from grey: 1 is usual. */
  vividness?: number
  ladder?: LadderName
}

/** Parts round the windows that may have colours of their own: the areas, the bars above and below, titles in front. */
export type ChromePart = 'rail' | 'bars' | 'title'

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
  seeds: Seeds
  /** A colour said outright instead of made. The contrast test judges it like any other. */
  tune?: Tune
  /** Parts that are drawn with other seeds than the rest, a dark rail beside light windows for one. */
  chrome?: { parts: readonly ChromePart[]; scheme: Scheme; seeds: Seeds; tune?: Tune }
} & Partial<Traits>

export type Tune = Partial<Record<ColourToken, Colour>>
