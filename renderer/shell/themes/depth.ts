import type { Colour, ColourToken, Scheme, Traits } from '../../../assets/themes/theme.ts'
import { css, shift } from './colour.ts'

type Tokens = Record<`--${string}`, string>

/** Shadows of windows, popups and controls, and how much bars blur what is behind them. */
export function shadows(
  depth: Traits['depth'],
  scheme: Scheme,
  colours: Record<ColourToken, Colour>,
): Tokens {
  const dark = scheme === 'dark'
  const tint: Colour = [dark ? 0.05 : 0.3, dark ? 0 : 0.03, colours.desk[2]]
  const shade = (alpha: number) => css(tint, dark ? Math.min(0.8, alpha * 3.4) : alpha)
  const none = 'none'
  if (depth === 'hard') {
    const ink = css(colours['line-strong'])
    return {
      '--shadow-window': `4px 4px 0 ${ink}`,
      '--shadow-popup': `3px 3px 0 ${ink}`,
      '--shadow-control': `2px 2px 0 ${ink}`,
      '--shadow-field': none,
      '--blur': '0px',
    }
  }
  if (depth === 'glow') {
    const light = (alpha: number) => css(colours.accent, alpha)
    return {
      '--shadow-window': `0 0 0 1px ${light(0.28)}, 0 0 24px ${light(0.14)}`,
      '--shadow-popup': `0 0 0 1px ${light(0.4)}, 0 0 18px ${light(0.22)}`,
      '--shadow-control': none,
      '--shadow-field': `inset 0 0 0 1px ${light(0.12)}`,
      '--blur': '0px',
    }
  }
  if (depth === 'flat')
    return {
      '--shadow-window': none,
      '--shadow-popup': `0 2px 0 ${shade(0.16)}`,
      '--shadow-control': none,
      '--shadow-field': none,
      '--blur': '0px',
    }
  if (depth === 'bevel') {
    const lit = css(shift(colours.sunken, dark ? 0.1 : 0.06))
    const dim = css(shift(colours.sunken, dark ? -0.1 : -0.2))
    return {
      '--shadow-window': `inset 1px 1px 0 ${lit}, inset -1px -1px 0 ${dim}, 2px 2px 6px ${shade(0.3)}`,
      '--shadow-popup': `inset 1px 1px 0 ${lit}, inset -1px -1px 0 ${dim}, 2px 2px 4px ${shade(0.3)}`,
      '--shadow-control': `inset 1px 1px 0 ${lit}, inset -1px -1px 0 ${dim}`,
      '--shadow-field': `inset 1px 1px 0 ${dim}, inset -1px -1px 0 ${lit}`,
      '--blur': '0px',
    }
  }
  const reach = depth === 'soft' ? 1 : 1.6
  const far = (y: number, blur: number, alpha: number) =>
    `0 ${Math.round(y * reach)}px ${Math.round(blur * reach)}px ${shade(alpha)}`
  return {
    '--shadow-window': `0 1px 2px ${shade(0.05)}, ${far(4, 12, 0.06)}, ${far(12, 32, 0.08)}`,
    '--shadow-popup': `0 1px 3px ${shade(0.08)}, ${far(8, 24, 0.14)}`,
    '--shadow-control': dark ? none : `0 1px 1px ${shade(0.04)}`,
    '--shadow-field': none,
    '--blur': depth === 'glass' ? '18px' : '0px',
  }
}
