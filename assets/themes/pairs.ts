import { hueNumbers, states } from './theme.ts'
import type { ColourToken } from './theme.ts'

/** WCAG 2.2 AA: text, and large text or what outlines a control. */
const text = 4.5
const outline = 3

export type Pair = { front: ColourToken; back: ColourToken; atLeast: number }

const pairs = (fronts: ColourToken[], backs: ColourToken[], atLeast: number): Pair[] =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back, atLeast })))

const surfaces: ColourToken[] = ['window', 'raised', 'sunken', 'rail', 'bar', 'overlay']
const rows: ColourToken[] = ['hover', 'selection']

/** What may stand on what. Anything else is a mistake of the component, not of the theme. */
export const allowedPairs: readonly Pair[] = [
  ...pairs(['text', 'text-soft', 'accent-text'], [...surfaces, ...rows, 'accent-soft'], text),
  ...pairs(['text'], ['desk', ...states.map((s): ColourToken => `${s}-soft`)], text),
  ...pairs(['text-faint'], [...surfaces, 'hover'], text),
  ...pairs(['on-accent'], ['accent', 'accent-strong'], text),
  ...pairs(['on-title'], ['title'], text),
  ...pairs(['on-title-active'], ['title-active'], text),
  ...pairs(['on-inverse', 'on-inverse-soft'], ['inverse'], text),
  ...pairs(['line-control'], ['window', 'raised', 'sunken', 'overlay'], outline),
  ...pairs(['focus', 'accent'], ['desk', ...surfaces, ...rows], outline),
  ...states.flatMap((s) => [
    ...pairs([`${s}-text`], [...surfaces, ...rows, `${s}-soft`], text),
    ...pairs([`on-${s}`], [s, `${s}-strong`], text),
    ...pairs([s], ['window', 'raised', 'sunken', 'bar'], outline),
  ]),
  ...hueNumbers.flatMap((n) => [
    ...pairs([`hue-${n}-text`], [`hue-${n}-soft`, 'window', 'raised'], text),
    ...pairs(['text'], [`hue-${n}-soft`], text),
    ...pairs([`hue-${n}`], ['window', 'raised'], outline),
  ]),
]
