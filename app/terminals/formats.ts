import { z } from 'zod'

/** How a data-collection terminal writes what it collected: one line for each thing counted. */

/** What can stand in a line. The last three are passed over when counts are read. */
export const lineFields = ['barcode', 'quantity', 'date', 'time', 'skip'] as const
export type LineField = (typeof lineFields)[number]

/**
 * `lines`: text by a pattern, where `{barcode}` reaches to what stands behind it, `{barcode:13}` is thirteen signs
 * wide, `{tab}` is a tab, and what may be missing stands in square brackets at the end. `dbf`: a table of dBASE.
 */
export const terminalFormat = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lines'),
    pattern: z.string().trim().min(1).max(200),
    /** The line behind the last one; empty where there is none. What comes without it was cut off. */
    end: z.string().trim().max(50),
  }),
  z.object({
    kind: z.literal('dbf'),
    barcode: z.string().trim().min(1).max(10),
    quantity: z.string().trim().max(10),
  }),
])
export type TerminalFormat = z.infer<typeof terminalFormat>
export type LinesFormat = Extract<TerminalFormat, { kind: 'lines' }>

const lines = (pattern: string, end = ''): TerminalFormat => ({ kind: 'lines', pattern, end })

/**
 * Formats to begin with. The names of makers stand for how their terminals write unless somebody changed it; what a
 * particular one writes, the try-it field shows.
 */
export const readyFormats = {
  semicolon: lines('{barcode};{quantity}[;{skip}]'),
  comma: lines('{barcode},{quantity}[,{skip}]'),
  tab: lines('{barcode}{tab}{quantity}'),
  fixed: lines('{barcode:13}{quantity:6}'),
  barcodes: lines('{barcode}'),
  cipherlab: lines('{barcode},{quantity},{date},{time}'),
  zebra: lines('{date},{time},{skip},{barcode}[,{quantity}]'),
  dbf: { kind: 'dbf', barcode: 'BARCODE', quantity: 'QUANTITY' },
} as const satisfies Record<string, TerminalFormat>
export type ReadyFormat = keyof typeof readyFormats
export const readyFormatNames = Object.keys(readyFormats) as ReadyFormat[]
