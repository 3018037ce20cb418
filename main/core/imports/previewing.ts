import { mostPreviewRows, type ImportPreview, type PreviewRow } from '../../../app/contract/imports.ts'
import { Refusal } from '../../../app/errors.ts'
import { readMappingFor } from '../../../db/imports.ts'
import type { Reading } from '../../../db/tables.ts'
import type { JudgedRow } from './judging.ts'
import { judgedTable, mappingOf, suggested, type FileOrder } from './judged.ts'
import { ownFieldsOf } from './ownFields.ts'
import { MadeOrganisations } from './workplaces.ts'
import { hasName, type Mapping, type OwnField } from './reading/headings.ts'
import { openTable, type Table } from './reading/table.ts'

const sampleRows = 5
const longestSample = 120
/** Some rows without anything to say, so that one sees how they are read. */
const plainRows = 200

/** A file that is only looked at. */
export interface PreviewOrder extends FileOrder {
  readonly file: string
  /** Whose clients are not there yet. */
  readonly unfinishedImport: number | undefined
  /** Whose choice for such columns counts first. */
  readonly userId: number
}

/**
 * What an import would do, row by row, without doing it. Where no column gives a name nothing can be judged yet: the
 * counts are all 0, and the window asks for the column. Throws what the file or the mapping is refused for.
 */
export async function previewOf(base: Reading, order: PreviewOrder): Promise<ImportPreview> {
  const { file, settings } = order
  const table = await openTable(order.bytes, { sheet: order.sheet })
  const own = await ownFieldsOf(base)
  const last = order.mapping === undefined ? await rememberedOf(base, table, own, order.userId) : undefined
  const mapping = last?.mapping ?? mappingOf(table, order.mapping, own)
  const preview: ImportPreview = {
    file,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet ?? null,
    sheets: (await table.sheets?.()) ?? [],
    mapping: mapping.map(({ language, label, custom, ...column }) => ({
      ...column,
      ...(language === undefined ? {} : { language }),
      ...(label === undefined ? {} : { label }),
      ...(custom === undefined ? {} : { custom }),
    })),
    remembered: last?.remembered ?? null,
    sample: sampleOf(table),
    rows: 0,
    counts: { new: 0, update: 0, duplicate: 0, refused: 0, mended: 0, organisations: 0 },
    preview: [],
  }
  if (!table.ofCards && !hasName(mapping)) return preview
  const plain: PreviewRow[] = []
  const telling: PreviewRow[] = []
  const made = new MadeOrganisations()
  for await (const rows of judgedTable(base, { table, mapping, settings }, order.unfinishedImport)) {
    for (const row of rows) {
      preview.rows++
      preview.counts[row.verdict]++
      if (row.mended) preview.counts.mended++
      made.see(row)
      const isPlain = row.verdict === 'new' && !row.mended && row.problems.length === 0
      if (isPlain && plain.length < plainRows) plain.push(shown(row))
      else if (!isPlain && telling.length < mostPreviewRows - plainRows) telling.push(shown(row))
    }
  }
  preview.counts.organisations = made.count
  preview.preview = [...telling, ...plain].sort((a, b) => a.row - b.row)
  return preview
}

/** What such columns were taken for last, where it is another than they look like and can still be. */
async function rememberedOf(
  base: Reading,
  table: Table,
  own: readonly OwnField[],
  userId: number,
): Promise<{ mapping: Mapping; remembered: ImportPreview['remembered'] } | undefined> {
  const row = table.headings.length === 0 ? undefined : await readMappingFor(base, table.headings, userId)
  if (!row) return undefined
  const { by, at, file } = row
  try {
    const mapping = mappingOf(table, JSON.parse(row.mapping), own)
    const isOwnIdea =
      JSON.stringify(mapping.map(choiceOf)) === JSON.stringify(suggested(table, own).map(choiceOf))
    if (isOwnIdea) return undefined
    return { mapping, remembered: { by, yours: row.user_id === userId, at, file } }
  } catch (error) {
    // A field of then is none any more.
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const choiceOf = ({ column, field, language, label, custom }: Mapping[number]) => [
  column,
  field,
  language,
  label,
  custom,
]

function sampleOf(table: Table): string[][] {
  const rows = table.sample.filter((row) => !row.problem)
  return table.headings.map((_, column) =>
    rows
      .map((row) => row.values[column] ?? '')
      .filter((value) => value !== '')
      .slice(0, sampleRows)
      .map((value) => value.slice(0, longestSample)),
  )
}

function shown({ row, verdict, mended, draft, of, ofRow, workplace, problems }: JudgedRow): PreviewRow {
  return {
    row,
    verdict,
    mended,
    name: draft?.names[0]?.text ?? '',
    phone: draft?.phones[0]?.typed ?? null,
    city: draft?.addresses.find((address) => address.city)?.city ?? null,
    of,
    ofRow,
    workplace: workplace && {
      name: workplace.name,
      ...(workplace.id === undefined ? {} : { id: workplace.id }),
    },
    problems: problems.map((problem) => ({ ...problem })),
  }
}
