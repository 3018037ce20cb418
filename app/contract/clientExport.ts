import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { languageTags } from '../languages.ts'
import { clientFilter, clientOrder } from './clients.ts'
import { read, task } from './procedure.ts'

export const exportFormats = ['xlsx', 'csv', 'vcard'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What can stand in an exported file beside the names, in the order of its columns. */
export const exportFields = [
  'kind', 'code', 'status', 'manager', 'phones', 'emails', 'addresses', 'contacts', 'websites', 'language', 'relations',
  'category', 'groups', 'source', 'birthday', 'messengers', 'socialPages', 'priceList', 'discount', 'bonusCard', 'creditLimit',
  'custom', 'notes', 'photo',
] as const // prettier-ignore
export type ExportField = (typeof exportFields)[number]

/** As many as a selection holds at most, and some more. */
const ids = z.array(z.number().int().positive()).max(100_000)

/** Which clients, as the table shows them, and as what. */
export const clientExport = z.object({
  filter: clientFilter.default({}),
  order: clientOrder.default([]),
  /** Of those that match only these, */
  ids: ids.optional(),
  /** or all but these. */
  except: ids.optional(),
  format: z.enum(exportFormats),
  /** All that the person sees, where it is not said. */
  fields: z.array(z.enum(exportFields)).optional(),
  /** Of headings, countries and words. */
  language: z.enum(languageTags),
  /** Between the values of a CSV file: a semicolon where the comma is the decimal sign, as spreadsheets there have it. */
  delimiter: z.enum([',', ';']).default(','),
})
export type ClientExport = z.infer<typeof clientExport>

/** How far it is; at the end the file, which is fetched part by part with `exported`. */
export const exportStep = z.object({
  done: z.number().int(),
  total: z.number().int(),
  file: z.object({ id: z.string(), size: z.number().int() }).nullable(),
})
export type ExportStep = z.infer<typeof exportStep>

/** Bytes of one part of a file. */
export const exportPart = 1024 * 1024

/**
 * Clients as a file: as they stand at one moment, and of them what the person reaches. Ends when the caller goes away.
 * Needs `clients.see` too. FIELD_HIDDEN where a hidden field is filtered, sorted or asked for.
 */
export const exporting = {
  export: task('clients.export').input(clientExport).output(eventIterator(exportStep)),
  /** At most `exportPart` bytes from `offset` on. NOT_FOUND for another session's file, or one that is long made. */
  exported: read('clients.export')
    .input(z.object({ id: z.string(), offset: z.number().int().min(0) }))
    .output(z.file()),
}
