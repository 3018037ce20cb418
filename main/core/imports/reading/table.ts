import { setImmediate } from 'node:timers/promises'
import { withoutApostrophe } from '../../../../app/csv.ts'
import { Refusal } from '../../../../app/errors.ts'
import { decode, encodingOf } from './decode.ts'
import { detectDelimiter, separatorLine } from './delimiter.ts'
import { knownHeadings, looksLikeHeadings } from './heading.ts'
import { hasGoingOn, learn, mend, type Profile } from './mending.ts'
import { cardsIn, partsOf, type Card } from './vcard/properties.ts'
import { openWorkbook } from './workbook/workbook.ts'
import { CsvReader, type CsvRecord, type RecordProblem } from './records.ts'

/** Why a row could not be read as a row of this table. */
export type RowProblem = RecordProblem | 'too-many-values' | 'bad-quotes'

export interface TableRow {
  /** As a person counts in a spreadsheet: the headings are row 1, the first client row 2; blank rows count too. */
  readonly row: number
  /** As many as there are headings, trimmed, words for nothing as ''. Of a refused row: what was found, for showing. */
  readonly values: readonly string[]
  /** It had more values than headings and was put right: a notice, not an error. */
  readonly mended: boolean
  /** The row is refused. */
  readonly problem?: RowProblem
  /** Instead of values: a vCard, which says itself what is what. */
  readonly card?: Card
}

export interface Table {
  /** Cards instead of columns: there is nothing to map, and rows are counted from 1. */
  readonly ofCards?: true
  readonly encoding: string
  readonly delimiter: string
  /** Of a workbook: the sheet that is read, and all that can be (see `openWorkbook`). */
  readonly sheet?: string
  readonly sheets?: () => Promise<{ name: string; rows: number }[]>
  /** Distinct; a column without a heading is named by its letter ("D"), a second "Phone" is "Phone (2)". */
  readonly headings: readonly string[]
  /** The first rows, for recognising columns and for the preview. */
  readonly sample: readonly TableRow[]
  /** All rows, in order, blank ones left out; in portions of at most 100 rows, others getting a turn between them. */
  portions(): AsyncGenerator<TableRow[], void, undefined>
}

export interface TableOptions {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  /** Which sheet of a workbook; the one that looks like clients where nobody says it. */
  readonly sheet?: string | undefined
}

/** Some programs write a few lines of their own before the first card. */
const beginsWithCards = /^(?:[^\r\n]{0,200}[\r\n]+){0,10}\s*BEGIN:VCARD\s*[\r\n]/i

const sampleRecords = 1000
const cardsAtOnce = 100
const sampleCards = 1000

/**
 * A CSV, XLSX or vCard file as a table: encoding, delimiter and headings found out, rows put right where they can be.
 * Rows with too few values get empty ones at the end. Words for nothing (NULL, N/A, a dash) become ''.
 * Throws FILE_UNREADABLE and TOO_LARGE (see `encodingOf` and `openWorkbook`).
 */
export async function openTable(bytes: Uint8Array, options: TableOptions = {}): Promise<Table> {
  // "PK": a ZIP archive, which an XLSX file is; any other archive is refused by what it lacks.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { rows, sheet, sheets } = await openWorkbook(bytes, options.sheet)
    return { ...(await tableOf(rows, { encoding: 'xlsx', delimiter: '\t' })), sheet, sheets }
  }
  const encoding = await encodingOf(bytes, options.encoding)
  const { value: start = '' } = await decode(bytes, encoding).next()
  if (beginsWithCards.test(start)) return tableOfCards(bytes, encoding)
  const separator = separatorLine(start)
  const delimiter =
    options.delimiter ?? separator?.delimiter ?? detectDelimiter(start.slice(separator?.length ?? 0))
  return tableOf(() => records(bytes, encoding, delimiter, separator?.length ?? 0), { encoding, delimiter })
}

/** Cards as rows, the first one row 1. Their text is read whole: the largest upload has some 300,000 of them. */
async function tableOfCards(bytes: Uint8Array, encoding: string): Promise<Table> {
  let text = ''
  for await (const piece of decode(bytes, encoding)) text += piece
  async function* portions() {
    let rows: TableRow[] = []
    let row = 0
    for (const card of cardsIn(text)) {
      rows.push({ row: ++row, values: [], mended: false, card })
      if (rows.length < cardsAtOnce) continue
      yield rows
      rows = []
      await setImmediate()
    }
    if (rows.length > 0) yield rows
  }
  const sample = companiesIn(text)
  return {
    ofCards: true,
    encoding,
    delimiter: '',
    headings: sample.length > 0 ? ['ORG'] : [],
    sample,
    portions,
  }
}

/** The companies that the first cards name: what is to become of them is the one thing to choose about cards. */
function companiesIn(text: string): TableRow[] {
  const found: TableRow[] = []
  let row = 0
  for (const { properties } of cardsIn(text)) {
    if (++row > sampleCards) break
    const value = properties.find(({ name }) => name === 'ORG')?.value
    const company = typeof value === 'string' ? partsOf(value).filter(Boolean).join(', ') : ''
    if (company !== '') found.push({ row, values: [company], mended: false })
  }
  return found
}

/** A table of records, however they were read; `source` gives them anew each time it is called. */
async function tableOf(
  source: () => AsyncIterable<CsvRecord[]>,
  { encoding, delimiter }: { encoding: string; delimiter: string },
): Promise<Table> {
  const found = await beginning(source())
  const first = found.slice(titleRows(found))
  const top = first[0]
  if (!top) throw new Refusal('FILE_UNREADABLE', { reason: 'empty' })
  const headed = looksLikeHeadings(top.values)
  const tail = headed && endWithDelimiter(first, top.values.length)
  const rows = (headed ? first.slice(1) : first).map((row) => (tail ? withoutTail(row) : row))
  const width = usualWidth(headed ? top.values.length : 0, rows)
  const given = Array.from({ length: width }, (_, column) => (headed ? (top.values[column] ?? '') : ''))
  const nothing = wordsForNothing(rows)
  const empty = (value: string) => (nothing.has(value.trim()) ? '' : value)
  const cleaned = rows.map((row) => ({ ...row, values: row.values.map(empty) }))
  const profile = learn({ values: headed ? given : given.map(() => 'x'), quoted: top.quoted }, cleaned)
  const toRow = (record: CsvRecord) => tableRow(record, record.values.map(empty), profile, delimiter)

  async function* portions() {
    for await (const found of source()) {
      const part = found.filter(
        (record) => (headed ? record.row > top!.row : record.row >= top!.row) && isFilled(record),
      )
      if (part.length > 0) yield part.map((record) => toRow(tail ? withoutTail(record) : record))
      await setImmediate()
    }
  }
  return { encoding, delimiter, headings: distinct(given), sample: rows.slice(0, 200).map(toRow), portions }
}

/** Reads the file record by record; the first one tells how many values belong in a row. */
async function* records(bytes: Uint8Array, encoding: string, delimiter: string, skip: number) {
  const reader = new CsvReader(delimiter)
  let rest = skip
  for await (const text of decode(bytes, encoding)) {
    const piece = rest === 0 ? text : text.slice(rest)
    rest = Math.max(0, rest - text.length)
    if (reader.columns === 0) {
      // Line by line until there is a first row, so that an unclosed quote in the second is already known as one.
      const line = /^\s*[^\r\n]*/.exec(piece)![0]
      const [first] = new CsvReader(delimiter).read(line, true)
      reader.columns = first?.[0]?.values.length ?? 0
    }
    yield* reader.read(piece)
  }
  yield* reader.read('', true)
}

async function beginning(source: AsyncIterable<CsvRecord[]>): Promise<CsvRecord[]> {
  const first: CsvRecord[] = []
  for await (const found of source) {
    for (const record of found) if (first.length <= sampleRecords && isFilled(record)) first.push(record)
    if (first.length > sampleRecords) break
  }
  return first
}

/** Rows above the headings that are looked through for them. */
const mostTitleRows = 10

/**
 * How many rows stand above the headings: what the list is called, when it was made. Only where a later row has at least
 * two headings that are known, and every row above it fewer values.
 */
function titleRows(records: readonly CsvRecord[]): number {
  const filled = (record: CsvRecord) => record.values.filter((value) => value.trim() !== '').length
  const at = records.slice(0, mostTitleRows).findIndex(({ values }) => knownHeadings(values) >= 2)
  if (at < 1) return 0
  return records.slice(0, at).every((record) => filled(record) < filled(records[at]!)) ? at : 0
}

/** Some programs write a delimiter after the last value too, and not after the last heading. */
function endWithDelimiter([, ...rows]: readonly CsvRecord[], headings: number): boolean {
  return rows.length > 0 && rows.every(({ values }) => values.length > headings && values.at(-1) === '')
}

const withoutTail = (record: CsvRecord): CsvRecord =>
  record.values.at(-1) === '' && record.values.length > 1
    ? { ...record, values: record.values.slice(0, -1) }
    : record

const isFilled = (record: CsvRecord) =>
  record.problem !== undefined || record.values.some((value) => value.trim() !== '')

/**
 * More than the headings say only where all rows agree on more, as a program writes them (columns nobody named),
 * and not where it is a blank after a comma that makes them more, as with addresses nobody put in quotes.
 */
function usualWidth(headings: number, rows: readonly CsvRecord[]): number {
  const counts = new Map<number, number>()
  for (const { values } of rows) counts.set(values.length, (counts.get(values.length) ?? 0) + 1)
  const [width = headings, times = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  if (headings === 0) return Math.max(width, 1)
  const goOn = rows.filter(({ values, quoted }) =>
    values.some((value, at) => at > 0 && /^ +\S/.test(value) && !quoted?.[at]),
  )
  const agreed = times > 1 && times > rows.length * 0.98 && goOn.length < rows.length * 0.3
  return width > headings && agreed ? width : headings
}

/** NULL is somebody's surname too: it means nothing where the file says it more than once. */
function wordsForNothing(rows: readonly CsvRecord[]): Set<string> {
  const words = new Set([
    'N/A',
    'n/a',
    '#N/A',
    '\\N',
    '-',
    '–',
    '—',
    '--',
    '---',
    '<null>',
    '(null)',
    '<NULL>',
    '(NULL)',
  ])
  for (const word of ['NULL', 'null']) {
    let times = 0
    for (const row of rows) for (const value of row.values) if (value.trim() === word) times++
    if (times > 1) words.add(word)
  }
  return words
}

function tableRow(record: CsvRecord, values: string[], profile: Profile, delimiter: string): TableRow {
  const width = profile.columns.length
  const { row, quoted } = record
  const refuse = (problem: RowProblem): TableRow => ({
    row,
    values: values.map(cell),
    mended: false,
    problem,
  })
  if (record.problem) return refuse(record.problem)
  const short = values.length < width
  if (short && (record.odd || values.some((value, index) => strayQuote(value) && !quoted?.[index])))
    return refuse('bad-quotes')
  const pieces = { values, quoted }
  if (values.length <= width && !hasGoingOn(pieces, profile))
    return { row, values: filled(values, width), mended: false }
  const put = mend(pieces, profile, delimiter)
  if (!put) return refuse('too-many-values')
  return { row, values: filled(put.values, width), mended: put.mended }
}

const strayQuote = (value: string) => (value.split('"').length - 1) % 2 === 1

function filled(values: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => cell(values[column] ?? ''))
}

/** ="012" is how spreadsheets are told to keep a zero, '=1 that a text is no formula. */
function cell(value: string): string {
  const text = value.trim()
  const plain = withoutApostrophe(text)
  if (plain !== text) return plain.trim()
  return text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1) : text
}

/** A, B, … Z, AA, … as above the columns of a spreadsheet: no word that would have to be translated. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}

function distinct(given: readonly string[]): string[] {
  const taken = new Set<string>()
  return given.map((text, column) => {
    const name = cell(text).replace(/\s+/g, ' ') || columnLetters(column)
    let unique = name
    for (let times = 2; taken.has(unique); times++) unique = `${name} (${times})`
    taken.add(unique)
    return unique
  })
}
