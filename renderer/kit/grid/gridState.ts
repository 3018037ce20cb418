import { z } from 'zod'
import { freshLayout } from './layout.ts'
import type { GridState } from './types.ts'

export const densities = ['compact', 'usual', 'roomy'] as const
export type Density = (typeof densities)[number]

/** What a person did to a table, as it is kept: read with care, as another version of the program may have written it. */
export const gridState = z.object({
  layout: z.object({
    order: z.array(z.string()),
    widths: z.record(z.string(), z.number()),
    hidden: z.array(z.string()),
    frozen: z.number().int().min(0),
  }),
  sort: z.array(z.object({ column: z.string(), descending: z.boolean() })).max(3),
  /** Columns that group the rows, the outermost first. */
  groups: z.array(z.string()).max(3),
  filterRow: z.boolean(),
  density: z.enum(densities),
  /** Rows have the colour of their state. */
  coloured: z.boolean().default(false),
})

export const freshState: GridState = {
  layout: freshLayout,
  sort: [],
  groups: [],
  filterRow: true,
  density: 'usual',
  coloured: false,
}
