import type { RefusedRows } from '../../../../app/contract/imports.ts'
import { byteOrderMark, csvRow } from '../../../../app/csv.ts'
import { saveFile } from '../../../kit/saveFile.ts'

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
    csvRow([...Array.from({ length: width }, (_, column) => values[column] ?? ''), last])
  const lines = rows.map(({ values, problems }) =>
    line(
      values,
      problems
        .filter((problem) => problem.refused)
        .map(words.sentence)
        .join('; '),
    ),
  )
  return [byteOrderMark, line(headings, words.reasons), ...lines].join('')
}

/** Hands a text to the person as a file. */
export const saveAs = (name: string, text: string): void =>
  saveFile(name, new Blob([text], { type: 'text/csv;charset=utf-8' }))
