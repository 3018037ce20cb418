import { z } from 'zod'

/**
 * What comes out of a receipt printer, without its language: rows of cells, bars, pictures, the cut. Written by
 * whoever wants something printed; the bridge makes bytes of it.
 */

/** `width`: columns of the paper; left out, what the others leave is shared. */
const cell = z.object({
  text: z.string().max(2_000),
  width: z.number().int().min(1).max(48).optional(),
  align: z.enum(['start', 'center', 'end']).optional(),
})

const part = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('row'),
    cells: z.array(cell).min(1).max(8),
    bold: z.boolean().optional(),
    /** Twice as high and wide: half as many columns. */
    big: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('rule') }),
  z.object({
    kind: z.literal('bars'),
    symbol: z.enum(['ean-13', 'ean-8', 'code-39', 'code-128', 'qr']),
    text: z.string().min(1).max(500),
  }),
  /** Dots, a bit each, the highest bit first, every line begun with a new byte; 1 is black. */
  z.object({
    kind: z.literal('picture'),
    width: z.number().int().min(8).max(576).multipleOf(8),
    height: z.number().int().min(1).max(2_400),
    dots: z.base64().max(240_000),
  }),
  z.object({ kind: z.literal('feed'), lines: z.number().int().min(1).max(20) }),
  z.object({ kind: z.literal('cut') }),
])
export type ReceiptPart = z.infer<typeof part>
export type ReceiptRow = Extract<ReceiptPart, { kind: 'row' }>
export type ReceiptPicture = Extract<ReceiptPart, { kind: 'picture' }>

/** So much of pictures fits into one receipt, in signs of base64. */
const MOST_DOTS = 2_000_000

export const receipt = z.object({
  /** What it is, for the list of what was printed. */
  title: z.string().trim().min(1).max(100),
  parts: z
    .array(part)
    .min(1)
    .max(1_000)
    .refine(
      (parts) =>
        parts.reduce((all, one) => all + (one.kind === 'picture' ? one.dots.length : 0), 0) <= MOST_DOTS,
    ),
})
export type Receipt = z.infer<typeof receipt>

/** A paper: how many columns of letters, and dots, go side by side on it. */
export const papers = { 58: { columns: 32, dots: 384 }, 80: { columns: 48, dots: 576 } } as const
export type PaperWidth = keyof typeof papers
