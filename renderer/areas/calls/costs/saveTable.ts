import { byteOrderMark, csvRow } from '../../../../app/csv.ts'
import type { Column } from '../../../kit/grid/types.ts'
import { saveFile } from '../../../kit/saveFile.ts'

const letters = 18

/** Hands rows that are at hand to the person as a file, with the columns as they are shown. */
export async function saveTable<Row>(
  title: string,
  format: 'xlsx' | 'csv',
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): Promise<void> {
  const cells = rows.map((row) => columns.map((column) => column.order?.(row) ?? column.value(row) ?? ''))
  const shown = rows.map((row) => columns.map((column) => column.value(row) ?? ''))
  const headings = columns.map((column) => column.title)
  if (format === 'csv') {
    const lines = [headings, ...shown].map((line) => csvRow(line.map(String)))
    saveFile(`${title}.csv`, new Blob([byteOrderMark, ...lines], { type: 'text/csv;charset=utf-8' }))
    return
  }
  const { writeXlsx } = await import('hucre/xlsx')
  // Numbers stay numbers, so that a spreadsheet can add them; texts are never formulas.
  const body = cells.map((line, row) =>
    line.map((cell, column) => (typeof cell === 'number' ? cell : String(shown[row]![column]))),
  )
  const bytes = await writeXlsx({
    sheets: [
      {
        // A sheet's name takes 31 letters, and not these.
        name: title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
        columns: columns.map(() => ({ width: letters })),
        rows: [headings, ...body],
        freezePane: { rows: 1, columns: 1 },
      },
    ],
  })
  saveFile(`${title}.xlsx`, new Blob([new Uint8Array(bytes)]))
}
