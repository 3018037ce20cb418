import type { ImportPreview, PreviewRow, Verdict } from '../../../../app/contract/imports.ts'
import type { Tone } from '../../../kit/tone.ts'

/** Sorts of rows to look at: what becomes of them, or that they were put right. */
export const sorts = ['new', 'update', 'duplicate', 'refused', 'mended'] as const
export type Sort = (typeof sorts)[number]

export const toneOf: Record<Sort, Tone> = {
  new: 'good',
  update: 'info',
  duplicate: 'neutral',
  refused: 'bad',
  mended: 'warn',
} satisfies Record<Verdict | 'mended', Tone>

export const isOfSort = (row: PreviewRow, sort: Sort | undefined): boolean =>
  sort === undefined || (sort === 'mended' ? row.mended : row.verdict === sort)

/** How many rows would change something. */
export const wanted = ({ counts }: ImportPreview): number => counts.new + counts.update
