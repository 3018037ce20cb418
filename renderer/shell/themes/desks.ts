import type { Colour, ColourToken, DeskPattern } from '../../../assets/themes/theme.ts'
import { css } from './colour.ts'
import type { Drawing, Inks } from './drawing.ts'
import { motifs } from './motifs.ts'

const gradients: Partial<Record<DeskPattern, (inks: Inks, soft: readonly [string, string]) => Drawing>> = {
  plain: () => ({ image: 'none' }),
  dots: ({ mark }) => ({
    image: `radial-gradient(circle, ${mark} 0.75px, transparent 1.25px)`,
    size: '24px 24px',
  }),
  squares: ({ faint }) => ({
    image: `linear-gradient(${faint} 1px, transparent 1px), linear-gradient(90deg, ${faint} 1px, transparent 1px)`,
    size: '24px 24px',
  }),
  stripes: ({ faint }) => ({
    image: `repeating-linear-gradient(135deg, ${faint} 0 10px, transparent 10px 20px)`,
  }),
  weave: ({ faint }) => ({
    image: `repeating-linear-gradient(45deg, ${faint} 0 1px, transparent 1px 7px), repeating-linear-gradient(-45deg, ${faint} 0 1px, transparent 1px 7px)`,
  }),
  scanlines: ({ faint }) => ({
    image: `repeating-linear-gradient(0deg, ${faint} 0 1px, transparent 1px 3px)`,
  }),
  ruled: ({ faint }) => ({ image: `linear-gradient(transparent 27px, ${faint} 27px)`, size: '100% 28px' }),
  gingham: ({ faint }) => ({
    image: `linear-gradient(${faint} 50%, transparent 50%), linear-gradient(90deg, ${faint} 50%, transparent 50%)`,
    size: '36px 36px',
  }),
  checks: ({ faint }) => ({
    image: `repeating-conic-gradient(${faint} 0 25%, transparent 0 50%)`,
    size: '48px 48px',
  }),
  dawn: (_, [one, other]) => ({
    image: `radial-gradient(ellipse at 20% 0%, ${one}, transparent 60%), radial-gradient(ellipse at 90% 100%, ${other}, transparent 55%)`,
  }),
}

/**
 * The picture of the desk as tokens: `background-color: var(--desk)` and the four others. Whatever is drawn stays
 * close to the desk's own lightness, so that what is written on the desk can be read on it.
 */
export function deskTokens(
  pattern: DeskPattern,
  colours: Record<ColourToken, Colour>,
): Record<`--${string}`, string> {
  const inks: Inks = {
    faint: css(colours['desk-mark'], 0.45),
    mark: css(colours['desk-mark']),
    second: css(colours.accent, 0.16),
    third: css(colours['hue-2'], 0.16),
  }
  const gradient = gradients[pattern]
  const motif = motifs[pattern]
  const drawing = gradient
    ? gradient(inks, [css(colours['accent-soft']), css(colours['info-soft'])])
    : motif
      ? motif(inks)
      : { image: 'none' }
  return {
    '--desk-image': drawing.image,
    '--desk-size': drawing.size ?? 'auto',
    '--desk-position': drawing.position ?? '0 0',
    '--desk-repeat': drawing.repeat ?? 'repeat',
  }
}
