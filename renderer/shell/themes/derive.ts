import { families } from '../../../assets/themes/families.ts'
import { colourTokens } from '../../../assets/themes/theme.ts'
import type { Face, Theme, Traits } from '../../../assets/themes/theme.ts'
import { css } from './colour.ts'
import { shadows } from './depth.ts'
import { deskTokens } from './desks.ts'
import { palette, type Palette } from './palette.ts'

const noto = "'Noto Sans Khmer Variable', 'Noto Sans Arabic Variable', 'Noto Sans SC Variable'"
const faces: Record<Face, string> = {
  sans: `'Inter Variable', ${noto}, system-ui, sans-serif`,
  serif: `'Source Serif 4 Variable', 'Noto Serif Khmer Variable', ${noto}, serif`,
  mono: `'JetBrains Mono Variable', ${noto}, monospace`,
  rounded: `'Nunito Variable', ${noto}, system-ui, sans-serif`,
  square: `'Rubik Variable', ${noto}, system-ui, sans-serif`,
}

const px = (value: number) => `${value}px`

type Tokens = Record<`--${string}`, string>

function colourText(colours: Palette, theme: Theme, depth: Traits['depth']): Tokens {
  const tokens: Tokens = {}
  for (const token of colourTokens) tokens[`--${token}`] = css(colours[token])
  tokens['--scrim'] = css(colours.scrim, theme.scheme === 'dark' ? 0.6 : 0.32)
  if (depth === 'glass')
    for (const token of ['bar', 'rail'] as const) tokens[`--${token}`] = css(colours[token], 0.86)
  return tokens
}

const traitsOf = (theme: Theme): Traits => ({ ...families[theme.family], ...theme })

/** Every custom property of the theme by its CSS name, `--accent` and the like. The same theme gives the same answer. */
export function themeTokens(theme: Theme): Tokens {
  const traits = traitsOf(theme)
  const colours = palette(theme.scheme, theme.seeds, theme.tune)
  return {
    ...colourText(colours, theme, traits.depth),
    ...shadows(traits.depth, theme.scheme, colours),
    ...deskTokens(traits.desk, colours),
    '--line-width': px(traits.line),
    '--radius-small': px(traits.shape.small),
    '--radius-medium': px(traits.shape.medium),
    '--radius-large': px(traits.shape.large),
    '--row-height': px(traits.density.row),
    '--control-height': px(traits.density.control),
    '--control-height-small': px(traits.density.small),
    '--font': faces[traits.type.face],
    '--font-mono': faces.mono,
    '--font-size': px(traits.type.size),
    '--weight-strong': String(traits.type.strong),
  }
}

/** The colours of the parts that have seeds of their own; null where the whole page has the same. */
export function chromeTokens(theme: Theme): Tokens | null {
  if (!theme.chrome) return null
  const { scheme, seeds, tune } = theme.chrome
  return colourText(palette(scheme, seeds, tune), { ...theme, scheme }, traitsOf(theme).depth)
}
