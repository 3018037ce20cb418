import { Refusal } from '../../../../../app/errors.ts'
import { knownHeadings, namesSomebody } from '../heading.ts'
import { longestCell, type CsvRecord } from '../records.ts'
import { Archive } from './archive.ts'
import { numberText, readStyles, type Meaning } from './styles.ts'
import { readWholeXml, readXml } from './xml.ts'

const portion = 100
const mostColumns = 1000

interface Workbook {
  readonly archive: Archive
  readonly sheet: string
  readonly strings: readonly string[]
  readonly meaning: (style: number) => Meaning
  readonly from1904: boolean
}

/** A visible sheet, by the name on its tab. */
interface Sheet {
  readonly name: string
  readonly part: string
}

export interface OpenWorkbook {
  /** The sheet that is read. */
  readonly sheet: string
  /** Its records in portions; may be called again for another reading. */
  readonly rows: () => AsyncGenerator<CsvRecord[], void, undefined>
  /** All visible sheets with how many filled rows each has; empty where there is only one. Reads them all. */
  readonly sheets: () => Promise<{ name: string; rows: number }[]>
}

/**
 * A sheet of an XLSX file: the one of that name, else the first visible one that looks like a list of clients, else the
 * first that is filled. Formulas count by their last value; dates come as YYYY-MM-DD. Throws FILE_UNREADABLE and
 * TOO_LARGE; NOT_FOUND where no visible sheet has the name.
 */
export async function openWorkbook(bytes: Uint8Array, named?: string): Promise<OpenWorkbook> {
  const archive = await Archive.open(bytes)
  if (!archive.has('xl/workbook.xml')) {
    // Excel's binary form and OpenDocument are workbooks too, but not this kind; anything else is only packed.
    const reason = archive.has('xl/workbook.bin') || archive.has('mimetype') ? 'spreadsheet' : 'archive'
    throw new Refusal('FILE_UNREADABLE', { reason })
  }
  const { sheets, from1904 } = await readSheets(archive)
  const strings = await readStrings(archive)
  const meaning = await readStyles(archive)
  const rowsIn = ({ part }: Sheet) => rowsOf({ archive, sheet: part, strings, meaning, from1904 })
  const opened = (sheet: Sheet): OpenWorkbook => ({
    sheet: sheet.name,
    rows: () => rowsIn(sheet),
    async sheets() {
      if (sheets.length < 2) return []
      const counted = []
      for (const one of sheets.slice(0, mostSheets)) {
        let rows = 0
        for await (const some of rowsIn(one)) rows += some.length
        counted.push({ name: one.name, rows })
      }
      return counted
    },
  })
  if (named !== undefined) {
    const sheet = sheets.find(({ name }) => name === named)
    if (!sheet) throw new Refusal('NOT_FOUND')
    return opened(sheet)
  }
  const filled: Sheet[] = []
  for (const sheet of sheets.slice(0, mostSheets)) {
    const { value: first } = await rowsIn(sheet).next()
    if (!first) continue
    if (isClientList(first)) return opened(sheet)
    filled.push(sheet)
  }
  if (!filled[0]) throw new Refusal('FILE_UNREADABLE', { reason: 'empty' })
  return opened(filled[0])
}

/** Sheets that are looked into for the list of clients. */
const mostSheets = 20

/** Rows below headings that are known, a name among them or two of any: no cover, no list of codes. */
function isClientList(rows: readonly CsvRecord[]): boolean {
  const at = rows.slice(0, 10).findIndex(({ values }) => knownHeadings(values) >= 2)
  return (at >= 0 && rows.length > at + 1) || (rows.length > 1 && namesSomebody(rows[0]!.values))
}

/** The visible sheets, in the order of the tabs. */
async function readSheets(archive: Archive): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const tabs: { name: string; id: string }[] = []
  const parts = new Map<string, string>()
  let from1904 = false
  await readWholeXml(archive.text('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (name === 'sheet' && id && (attributes.state ?? 'visible') === 'visible')
        tabs.push({ name: attributes.name ?? '', id })
    },
  })
  await readWholeXml(archive.text('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target = '' }) {
      if (name === 'Relationship' && Id)
        parts.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
  })
  const sheets = tabs.flatMap(({ name, id }) => {
    const part = parts.get(id)
    return part !== undefined && archive.has(part) ? [{ name, part }] : []
  })
  return { sheets, from1904 }
}

/** Texts that cells name by number. Phonetic readings beside Japanese ones are left out. */
async function readStrings(archive: Archive): Promise<string[]> {
  const strings: string[] = []
  if (!archive.has('xl/sharedStrings.xml')) return strings
  let text = ''
  let taking = false
  let phonetic = false
  await readWholeXml(archive.text('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') taking = !phonetic
    },
    text(piece) {
      if (taking) text += piece
    },
    close(name) {
      if (name === 'si') strings.push(text)
      else if (name === 'rPh') phonetic = false
      else if (name === 't') taking = false
    },
  })
  return strings
}

async function* rowsOf(book: Workbook): AsyncGenerator<CsvRecord[], void, undefined> {
  let rows: CsvRecord[] = []
  let width = 0
  let row = 0
  let values: string[] = []
  let column = 0
  let type = ''
  let style = 0
  let text = ''
  let taking = false
  const take = () => {
    const ready = rows
    rows = []
    return ready
  }
  const events = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'row') {
        row = rowNumber(attributes.r, row)
        values = []
        column = -1
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        text = ''
      } else if (name === 'v' || name === 't') taking = true
    },
    text(piece: string) {
      // Beyond that the row is refused anyway.
      if (taking && text.length <= longestCell) text += piece
    },
    close(name: string) {
      if (name === 'v' || name === 't') taking = false
      else if (name === 'c' && column < mostColumns) {
        const value = cellText(text, type, style, book)
        if (value !== '') {
          while (values.length < column) values.push('')
          values[column] = value
        }
      } else if (name === 'row' && values.length > 0) {
        width = Math.max(width, values.length)
        const tooLong = values.some((value) => value.length > longestCell)
        rows.push({
          row,
          values,
          quoted: values.map(() => true),
          ...(tooLong ? { problem: 'cell-too-large' as const } : {}),
        })
      }
    },
  }
  for await (const ready of readXml(book.archive.text(book.sheet), events, () =>
    rows.length >= portion ? take() : undefined,
  )) {
    if (ready) yield* portions(ready.map((record) => padded(record, width)))
  }
  if (rows.length > 0) yield* portions(rows.map((record) => padded(record, width)))
}

function* portions(records: CsvRecord[]): Generator<CsvRecord[], void, undefined> {
  for (let at = 0; at < records.length; at += portion) yield records.slice(at, at + portion)
}

/** A sheet has no ragged rows: what is not there is empty. */
function padded(record: CsvRecord, width: number): CsvRecord {
  const values = Array.from({ length: width }, (_, column) => record.values[column] ?? '')
  return { ...record, values, quoted: values.map(() => true) }
}

function cellText(text: string, type: string, style: number, book: Workbook): string {
  switch (type) {
    case 's':
      return book.strings[Number(text)] ?? ''
    case 'str':
    case 'inlineStr':
      return text
    case 'b':
      return text === '1' ? 'true' : 'false'
    case 'e':
      return ''
    case 'd':
      return text.slice(0, 10)
    default:
      return text === '' ? '' : numberText(text, book.meaning(style), book.from1904)
  }
}

/** As the file says, where it can be: rows follow one another. */
function rowNumber(said: string | undefined, last: number): number {
  const row = Number(said)
  return Number.isInteger(row) && row > last && row <= 1_048_576 ? row : last + 1
}

/** "BC12" is the column of index 54. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.toUpperCase()) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}
