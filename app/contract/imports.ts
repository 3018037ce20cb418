import { z } from 'zod'
import { command, read, task } from './procedure.ts'

/** Largest file taken through a window; the command line reads larger ones. */
export const largestUpload = 64 * 1024 * 1024

/** Everything a column can be taken for; `ignore` for a column left out. The window has a word for each. */
export const importFields = [
  'name', 'company', 'employer', 'firstName', 'lastName', 'middleName', 'title', 'contactName', 'contactTitle', 'phone', 'email',
  'website', 'street', 'city', 'region', 'postcode', 'country', 'addressText', 'note', 'code', 'status', 'manager', 'birthday',
  'kind', 'language', 'relations', 'category', 'source', 'groups', 'priceList', 'discount', 'bonusCard', 'creditLimit',
  'messengers', 'socialPages', 'custom', 'ignore',
] as const // prettier-ignore
export type ImportField = (typeof importFields)[number]

/** What can be wrong with a row, each worded under `imports.reason`. */
export const problemReasons = [
  'no-name', 'too-long', 'bad-email', 'bad-phone', 'bad-url', 'bad-date', 'unknown-country', 'unknown-kind', 'unreadable',
  'bad-value', 'too-many-values', 'organisation-full', 'bad-quotes', 'unclosed-quote', 'cell-too-large', 'picture-left-out',
] as const // prettier-ignore
export type ProblemReason = (typeof problemReasons)[number]

/** Why a file cannot be read: `reason` of FILE_UNREADABLE, each worded under `imports.unreadable`. */
export const unreadableReasons = [
  'empty', 'spreadsheet', 'old-spreadsheet', 'spreadsheet-damaged', 'archive', 'pdf', 'image', 'database', 'binary', 'encoding',
] as const // prettier-ignore
export type UnreadableReason = (typeof unreadableReasons)[number]

/** What a person takes a column for; judged by the core (BAD_MAPPING). */
export const mappedColumn = z.object({
  column: z.number().int().min(0),
  heading: z.string(),
  /** One of `importFields`. */
  field: z.string(),
  /** BCP 47, of a name. */
  language: z.string().optional(),
  /** Of a phone, of an address, of a note (see main/core/imports/reading/headings.ts). */
  label: z.string().optional(),
  /** Which of the office's own fields, where `field` is `custom`. */
  custom: z.number().int().positive().optional(),
})
export const mapping = z.array(mappedColumn)

/** Name of a sheet, as it stands on its tab; absent: the one that looks like a list of clients. */
const sheet = z.string().max(200).optional()

/** The same as the core suggests it. */
export const suggestedColumn = mappedColumn.extend({ field: z.enum(importFields) })
export type SuggestedColumn = z.infer<typeof suggestedColumn>

export const importProblem = z.object({
  /** As a spreadsheet counts: the headings are row 1. */
  row: z.number().int(),
  /** What the column with the value is taken for; `row` for the row as a whole. */
  field: z.enum([...importFields, 'row']),
  /** What the office calls the field, of one of its own. */
  name: z.string().optional(),
  reason: z.enum(problemReasons),
  /** Whether the row is left out for it; else only this value went into the notes. */
  refused: z.boolean(),
})
export type ImportProblem = z.infer<typeof importProblem>

export const verdicts = ['new', 'update', 'duplicate', 'refused'] as const
export type Verdict = (typeof verdicts)[number]

export const previewRow = z.object({
  row: z.number().int(),
  verdict: z.enum(verdicts),
  /** The row had more values than headings and was put right. */
  mended: z.boolean(),
  name: z.string(),
  phone: z.string().nullable(),
  city: z.string().nullable(),
  /** The client of the office that it is the same as. */
  of: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  /** The earlier row of the file that it is the same as. */
  ofRow: z.number().int().nullable(),
  /** The organisation whose contact person this one becomes; without an id it is made by this import. */
  workplace: z.object({ name: z.string(), id: z.number().int().optional() }).nullable(),
  problems: z.array(importProblem),
})
export type PreviewRow = z.infer<typeof previewRow>

export const importPreview = z.object({
  file: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  /** Of a workbook: the sheet that was read. */
  sheet: z.string().nullable(),
  /** The sheets that can be chosen, with how many filled rows each has; none where there is nothing to choose. */
  sheets: z.array(z.object({ name: z.string(), rows: z.number().int() })),
  mapping: z.array(suggestedColumn),
  /** Whose choice for columns of these headings the mapping is; null where it is what the columns look like. */
  remembered: z.object({ by: z.string(), yours: z.boolean(), at: z.number(), file: z.string() }).nullable(),
  /** First values of each column, by column; long ones are cut. */
  sample: z.array(z.array(z.string())),
  rows: z.number().int(),
  counts: z.object({
    new: z.number().int(),
    update: z.number().int(),
    duplicate: z.number().int(),
    refused: z.number().int(),
    mended: z.number().int(),
    /** Beside the rows: organisations made for the people who work there. */
    organisations: z.number().int(),
  }),
  /** Rows with something to say first of all, at most `mostPreviewRows`, in the order of the file. */
  preview: z.array(previewRow),
})
export type ImportPreview = z.infer<typeof importPreview>

export const mostPreviewRows = 1000

export const importResult = z.object({
  id: z.number().int(),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  duplicates: z.number().int(),
  refused: z.number().int(),
  /** Made for the people of the file who work there; no row's own. */
  organisations: z.number().int(),
  /** At most 10,000. */
  problems: z.array(importProblem),
})
export type ImportResult = z.infer<typeof importResult>

export const refusedRows = z.object({
  headings: z.array(z.string()),
  /** With their values as they stand in the file. */
  rows: z.array(z.object({ values: z.array(z.string()), problems: z.array(importProblem) })),
})
export type RefusedRows = z.infer<typeof refusedRows>

export const pastImport = z.object({
  id: z.number().int(),
  at: z.number(),
  /** Null for the command line. */
  by: z.string().nullable(),
  /** Whether the person who asks may stop it or take it back. */
  yours: z.boolean(),
  file: z.string(),
  state: z.enum(['running', 'complete', 'cancelled', 'failed', 'undone']),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  duplicates: z.number().int(),
  refused: z.number().int(),
})
export type PastImport = z.infer<typeof pastImport>

export const undoneImport = z.object({
  /** Clients it made that are gone again. */
  removed: z.number().int(),
  /** Known clients whose cards are as before. */
  restored: z.number().int(),
  /** Clients of both sorts that somebody has changed since. */
  kept: z.number().int(),
  /** The first of those. */
  stayed: z.array(z.object({ id: z.number().int(), name: z.string() })),
})
export type UndoneImport = z.infer<typeof undoneImport>

/**
 * Bringing clients in from a file. Only for roles that see the whole client base, as every row is compared with it:
 * NO_RIGHT where a role is limited to its own clients, FIELD_HIDDEN where it does not see one of their fields.
 */
export const imports = {
  /** Puts a file on the office's table for this session. Not yet a change of the base. */
  upload: task('clients.import')
    .input(z.object({ file: z.file() }))
    .output(z.object({ upload: z.string() })),
  preview: task('clients.import')
    .input(z.object({ upload: z.string(), sheet, mapping: mapping.optional() }))
    .output(importPreview),
  /** Forgets what columns of these headings were taken for: the next such file is looked at anew. */
  forgetMapping: command('clients.import')
    .input(z.object({ headings: z.array(z.string()).max(2000) }))
    .output(z.null()),
  /** The rows that would be left out, to be mended. */
  refused: task('clients.import')
    .input(z.object({ upload: z.string(), sheet, mapping }))
    .output(refusedRows),
  /** Runs to its end even when the caller goes away; asked again for the same upload, it gives that import's result. */
  run: task('clients.import')
    .input(z.object({ upload: z.string(), sheet, mapping }))
    .output(importResult),
  /** Stops the import that runs; nothing of it stays. One's own; of others, whoever may change the office. */
  cancel: task('clients.import').output(z.null()),
  /**
   * Takes back an import: the clients it made and what it added to known ones, as long as nobody has touched them since;
   * what somebody has touched stays and is named. One's own; of others, whoever may change the office.
   */
  undo: task('clients.import')
    .input(z.object({ id: z.number().int() }))
    .output(undoneImport),
  past: read('clients.import').output(z.array(pastImport)),
}
