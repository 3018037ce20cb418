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
