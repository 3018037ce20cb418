import type { Tone } from '../tone.ts'

export const chartKinds = ['bar', 'line', 'pie'] as const
export type ChartKind = (typeof chartKinds)[number]

/** One of the things that are told apart by colour. */
export type ChartPart = { key: string; name: string; tone: Tone }

/** One bar, point or slice: how many of each part. */
export type ChartRow = { key: string; name: string; tone: Tone; values: readonly number[] }

export type ChartData = {
  parts: readonly ChartPart[]
  rows: readonly ChartRow[]
  /** Rows follow each other in time: bars stand side by side from left to right. */
  time: boolean
}

/** The token of a tone that lines and areas of a chart are drawn with: each stands out against a window (see `pairs.ts`). */
export const chartColour = (tone: Tone): string =>
  typeof tone === 'number'
    ? `var(--hue-${tone})`
    : tone === 'neutral'
      ? 'var(--text-faint)'
      : `var(--${tone})`

/** Hues for what has no tone of its own, in an order in which neighbours differ. */
export const chartHues = [8, 3, 6, 11, 1, 5, 10, 2, 7, 12, 4, 9] as const

/** What the colours of a chart stand for; nothing where there is only one. */
export const coloured = (kind: ChartKind, { parts, rows }: ChartData): readonly (ChartPart | ChartRow)[] =>
  kind === 'pie' ? rows : parts.length > 1 ? parts : []

export const rowTotal = ({ values }: ChartRow): number => values.reduce((sum, value) => sum + value, 0)
