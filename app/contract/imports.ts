import { z } from 'zod'
import { read, task } from './procedure.ts'

/** Largest file taken through a window; the command line reads larger ones. */
export const largestUpload = 64 * 1024 * 1024

export const mappedColumn = z.object({
  column: z.number().int().min(0),
  heading: z.string(),
  /** One of `importFields` (main/core/import/headings.ts), `ignore` for a column left out. */
  field: z.string(),
  language: z.string().optional(),
  label: z.string().optional(),
})
export const mapping = z.array(mappedColumn)

export const importProblem = z.object({
  /** As a spreadsheet counts: the headings are row 1. */
  row: z.number().int(),
  field: z.string(),
  /** A code of a closed list, worded in the language files under `import.reason`. */
  reason: z.string(),
  refused: z.boolean(),
})

export const verdicts = ['new', 'update', 'duplicate', 'refused'] as const

export const previewRow = z.object({
  row: z.number().int(),
  verdict: z.enum(verdicts),
  /** The row had more values than headings and was put right. */
  mended: z.boolean(),
  name: z.string(),
  phone: z.string().nullable(),
  city: z.string().nullable(),
  /** Whom it is a duplicate of. */
  of: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  problems: z.array(importProblem),
})

export const importPreview = z.object({
  file: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  fields: z.array(z.string()),
  mapping,
  /** First rows as they stand in the file, by column. */
  sample: z.array(z.array(z.string())),
  rows: z.number().int(),
  counts: z.object({
    new: z.number().int(),
    update: z.number().int(),
    duplicate: z.number().int(),
    refused: z.number().int(),
    mended: z.number().int(),
  }),
  /** All rows with problems and the first ones without, at most 500. */
  preview: z.array(previewRow),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importResult = z.object({
  id: z.number().int(),
  state: z.enum(['complete', 'cancelled']),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  duplicates: z.number().int(),
  refused: z.number().int(),
  problems: z.array(importProblem),
})
export type ImportResult = z.infer<typeof importResult>

export const pastImport = z.object({
  id: z.number().int(),
  at: z.number(),
  by: z.string().nullable(),
  file: z.string(),
  state: z.string(),
  created: z.number().int(),
  updated: z.number().int(),
})

export const imports = {
  /** Puts a file on the office's table for this session. Not yet a change of the base. */
  upload: task('clients.import')
    .input(z.object({ file: z.file() }))
    .output(z.object({ upload: z.string() })),
  preview: task('clients.import')
    .input(z.object({ upload: z.string(), mapping: mapping.optional() }))
    .output(importPreview),
  run: task('clients.import')
    .input(z.object({ upload: z.string(), mapping }))
    .output(importResult),
  cancel: task('clients.import').output(z.null()),
  /** Takes back what an import made, as long as its clients are untouched; those changed since stay. */
  undo: task('clients.import')
    .input(z.object({ id: z.number().int() }))
    .output(z.object({ removed: z.number().int(), kept: z.number().int() })),
  past: read('clients.import').output(z.array(pastImport)),
}
