import { colourTokens, hueNumbers, states } from '../../../assets/themes/theme.ts'
import type { Colour, ColourToken, Scheme, Seeds, State, Tune } from '../../../assets/themes/theme.ts'
import { contrast, fit, readable, shift } from './colour.ts'
import { ladders } from './ladders/ladders.ts'

export type Palette = Record<ColourToken, Colour>

const usualHue: Record<State, number> = { good: 155, warn: 68, bad: 25, info: 245 }

/**
 * How a state departs from the ladder: amber is only amber when light, red only red when strong. Lightness is added in
 * light themes, chroma is multiplied.
 */
const stateShape: Record<State, readonly [lighter: number, stronger: number]> = {
  good: [0, 1],
  warn: [0.11, 1.1],
  bad: [0.02, 1.38],
  info: [0, 1],
}

/** Degrees of the twelve hues: closer where eyes tell them apart, wider among the greens. */
const wheel = [22, 47, 72, 98, 132, 158, 188, 218, 248, 280, 312, 348]

const white: Colour = [1, 0, 0]

/** Every colour that the seeds come to, before it becomes text for CSS. What is tuned is taken as it is said. */
export function palette(scheme: Scheme, seeds: Seeds, tune: Tune = {}): Palette {
  const { neutral, accent, vividness = 1 } = seeds
  const ladder = ladders[seeds.ladder ?? 'calm'][scheme]
  const made = {} as Palette
  const set = (token: ColourToken, colour: Colour) => {
    made[token] = tune[token] ?? colour
  }
  for (const token of colourTokens) {
    if (!(token in ladder)) continue
    const [lightness, tint] = ladder[token as keyof typeof ladder] as readonly [number, number]
    set(token, fit([lightness, neutral.chroma * tint, neutral.hue]))
  }

  const through = (front: Colour, back: Colour): Colour => [
    front[0] * 0.86 + back[0] * 0.14,
    front[1] * 0.86 + back[1] * 0.14,
    front[2],
  ]
  const surfaces = [
    ...(['window', 'raised', 'sunken', 'rail', 'bar', 'overlay'] as const).map((t) => made[t]),
    // Glass bars let the desk through.
    through(made.rail, made.desk),
    through(made.bar, made.desk),
  ]
  const tinted = (hue: number, [lightness, chroma]: readonly [number, number]): Colour =>
    fit([lightness, chroma * vividness, hue])
  const ink: Colour = [0.2, neutral.chroma, neutral.hue]
  /** White or ink, whichever reads better; the shape itself then moves until AA holds on it and round it. */
  const filled = (name: 'accent' | State, start: Colour) => {
    const seen = readable(start, surfaces, 3)
    const better = contrast(white, seen) >= 4 ? [white, ink] : [ink, white]
    const fits = better
      .map((on) => ({ on, solid: readable(seen, [on], 4.5) }))
      .find(({ solid }) => surfaces.every((back) => contrast(solid, back) >= 3))
    const { on, solid } = fits ?? { on: ink, solid: seen }
    set(name, solid)
    set(`${name}-strong`, readable(shift(made[name], ladder.press), [on], 4.5))
    set(`on-${name}`, on)
  }

  const [selectionLight, selectionChroma] = ladder.selection
  set('selection', fit([selectionLight, selectionChroma, accent[2]]))
  const rows = [made.hover, made.selection]
  for (const token of ['text', 'text-soft'] as const)
    set(token, readable(made[token], [...surfaces, ...rows], 4.5))
  set('text-faint', readable(made['text-faint'], [...surfaces, made.hover], 4.5))
  set(
    'line-control',
    readable(made['line-control'], [made.window, made.raised, made.sunken, made.overlay], 3),
  )
  set('on-title', readable(made['text-soft'], [made.title], 4.5))
  set('on-title-active', readable(made.text, [made['title-active']], 4.5))

  filled('accent', accent)
  set('accent-soft', tinted(accent[2], ladder.soft))
  const word = (hue: number, chroma: number, backs: Colour[]) =>
    readable([ladder.word[0], chroma, hue], backs, 4.5)
  set(
    'accent-text',
    word(accent[2], Math.min(accent[1], ladder.word[1] + 0.02), [...surfaces, ...rows, made['accent-soft']]),
  )
  set('focus', readable(made.accent, [made.desk, ...surfaces, ...rows], 3))
  set('selection-line', made.accent)

  for (const state of states) {
    const hue = seeds.states?.[state] ?? usualHue[state]
    const [lighter, stronger] = stateShape[state]
    const lightness = ladder.solid[0] + (scheme === 'light' ? lighter : 0)
    filled(state, [lightness, ladder.solid[1] * stronger * vividness, hue])
    set(`${state}-soft`, tinted(hue, ladder.soft))
    set(
      `${state}-text`,
      word(hue, ladder.word[1] * stronger * vividness, [...surfaces, ...rows, made[`${state}-soft`]]),
    )
  }
  for (const n of hueNumbers) {
    const hue = wheel[n - 1] ?? 0
    const soft = tinted(hue, ladder.soft)
    set(`hue-${n}-soft`, soft)
    set(`hue-${n}-text`, word(hue, ladder.word[1] * 0.9 * vividness, [soft, made.window, made.raised]))
    set(`hue-${n}`, readable([ladder.solid[0] + 0.06, 0.13 * vividness, hue], surfaces, 3))
  }
  return made
}
