import { isCountryCode } from '../../../app/countries.ts'
import { Refusal } from '../../../app/errors.ts'
import type { OfficeSettings } from '../../../db/settings.ts'
import type { Reading } from '../../../db/tables.ts'
import { CardMaker, type Mapped } from './cards.ts'
import { Judge, type JudgedRow } from './judging.ts'
import { drafter } from './reading/draft.ts'
import { ownFieldsOf } from './ownFields.ts'
import { hasName, readMapping, suggestMapping, type Mapping, type OwnField } from './reading/headings.ts'
import { openTable, type Table } from './reading/table.ts'

/** A file, and what its columns are to be taken for. All of it can be told to a thread. */
export interface FileOrder {
  readonly bytes: Uint8Array
  /** Of a workbook: the sheet that was chosen by hand. */
  readonly sheet?: string | undefined
  /** As a person or a file gives it; what the headings and values suggest where nobody says anything. */
  readonly mapping: unknown
  readonly settings: OfficeSettings
}

export const suggested = (table: Table, own: readonly OwnField[]): Mapping =>
  table.ofCards
    ? table.headings.map((heading, column) => ({ column, heading, field: 'note', label: heading }))
    : suggestMapping(
        table.headings,
        table.sample.filter((row) => !row.problem).map((row) => row.values),
        own,
      )

/** A mapping that came from a window or a file, checked against the table's headings. Throws BAD_MAPPING. */
export const mappingOf = (table: Table, given: unknown, own: readonly OwnField[]): Mapping =>
  given === undefined || table.headings.length === 0
    ? suggested(table, own)
    : readMapping(given, table.headings, suggested(table, own), own)

/** The same where it is to be used. Throws BAD_MAPPING, NO_NAME_COLUMN. */
export const mappingFor = async (base: Reading, table: Table, given: unknown): Promise<Mapping> =>
  usableMapping(table, given, await ownFieldsOf(base))

/** The same for an office whose own fields are known. Throws BAD_MAPPING, NO_NAME_COLUMN. */
export function usableMapping(table: Table, given: unknown, own: readonly OwnField[]): Mapping {
  const mapping = mappingOf(table, given, own)
  if (!table.ofCards && !hasName(mapping)) throw new Refusal('NO_NAME_COLUMN')
  return mapping
}

/** Judges every row of a table, some at a time. */
export async function* judgedTable(
  base: Reading,
  mapped: Mapped,
  unfinishedImport: number | undefined,
): AsyncGenerator<JudgedRow[], void, undefined> {
  const { table, mapping, settings } = mapped
  const country = isCountryCode(settings.country) ? settings.country : undefined
  const draft = drafter(mapping, { country, sample: table.sample, own: await ownFieldsOf(base) })
  const cards = await CardMaker.read(base, mapped)
  const judge = new Judge(base, cards, unfinishedImport)
  for await (const rows of table.portions()) yield judge.judge(rows.map(draft))
}

/** Opens a file and judges its rows. Throws what the file or the mapping is refused for. */
export async function* judgedRows(
  base: Reading,
  { bytes, sheet, mapping: given, settings }: FileOrder,
  unfinishedImport: number | undefined,
): AsyncGenerator<JudgedRow[], void, undefined> {
  const table = await openTable(bytes, { sheet })
  const mapping = await mappingFor(base, table, given)
  yield* judgedTable(base, { table, mapping, settings }, unfinishedImport)
}
