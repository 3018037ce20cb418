import type { Column } from './types.ts'

/** One cell of a table pasted into a spreadsheet: its own breaks would make new rows there. */
const cell = (value: string | number | null | undefined) => String(value ?? '').replace(/[\t\r\n]+/g, ' ')

/** Rows as tab-separated text with a line of titles. A single cell is its text alone. */
export function asTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(column.value(row))).join('\t'))
  if (rows.length === 1 && columns.length === 1) return lines[0] ?? ''
  return [columns.map((column) => cell(column.title)).join('\t'), ...lines].join('\n')
}
