import type { RefusedRows } from '../../../../app/contract/imports.ts'

/** What a spreadsheet would take for a formula, in the letters of East Asian keyboards too. */
const looksLikeFormula = /^\s*[=+\-@\t\r＝＋－＠]/

/** A cell of a CSV file that no spreadsheet runs: an apostrophe makes it a text (and the import takes it off a number). */
export function cell(value: string): string {
  const text = looksLikeFormula.test(value) ? `'${value}` : value
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * The rows that were left out, as they stood in their file, with the reason as last column: to be mended and imported
 * again. Begins with a byte order mark, as spreadsheets do not take it for UTF-8 otherwise.
 */
export function refusedFile(
  { headings, rows }: RefusedRows,
  words: { reasons: string; sentence: (problem: RefusedRows['rows'][number]['problems'][number]) => string },
): string {
  // A row may have more values than there are headings: that is often why it is here.
  const width = Math.max(headings.length, ...rows.map((row) => row.values.length))
  const line = (values: readonly string[], last: string) =>
    [...Array.from({ length: width }, (_, column) => values[column] ?? ''), last].map(cell).join(',')
  const lines = rows.map(({ values, problems }) =>
    line(
      values,
      problems
        .filter((problem) => problem.refused)
        .map(words.sentence)
        .join('; '),
    ),
  )
  return `\ufeff${[line(headings, words.reasons), ...lines].join('\r\n')}\r\n`
}

/** Hands a text to the person as a file. */
export function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
