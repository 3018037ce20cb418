import type { Column } from './types.ts'

/** Rows copied at most: a clipboard is no export. */
export const copyLimit = 20_000

/** One cell of a table pasted into a spreadsheet: its own breaks would make new rows there. */
const cell = (value: string | number | null | undefined) => String(value ?? '').replace(/[\t\r\n]+/g, ' ')

/** Rows as tab-separated text with a line of titles. A single cell is its text alone. */
export function asTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(column.value(row))).join('\t'))
  if (rows.length === 1 && columns.length === 1) return lines[0] ?? ''
  return [columns.map((column) => cell(column.title)).join('\t'), ...lines].join('\n')
}

/** The same for programs that take tables with their lines: a word processor, an e-mail. */
export function asMarkup<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const line = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`
  const head = line(
    columns.map((column) => column.title),
    'th',
  )
  const lines = rows.map((row) =>
    line(
      columns.map((column) => String(column.value(row) ?? '')),
      'td',
    ),
  )
  return `<table><thead>${head}</thead><tbody>${lines.join('')}</tbody></table>`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!)
