import { knownHeadings } from './heading.ts'
import { CsvReader, type CsvRecord } from './records.ts'

const candidates = [',', ';', '\t', '|', '^', '~', '\x1f'] as const

/** The first line `sep=;` that Excel writes and reads. It is no row: Excel does not count it either. */
export function separatorLine(text: string): { delimiter: string; length: number } | undefined {
  const match = /^"?sep=(.|\t)"?(?:\r\n|\n|\r)/i.exec(text)
  return match ? { delimiter: match[1]!, length: match[0].length } : undefined
}

/**
 * What stands between the values, judged by reading the beginning of the file in each way: the headings give a
 * number of columns, and the better the rows keep to it the better the guess. Commas in quoted text or in addresses
 * don't fool it, for no heading has them. A file of one column gets a delimiter that does not occur in it.
 */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, 64 * 1024)
  let best: string | undefined
  let bestScore = 0
  for (const delimiter of candidates) {
    const records = readSample(sample, delimiter, sample.length === text.length)
    const score = fit(records) || fitBelowTitle(records)
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best ?? candidates.find((delimiter) => !sample.includes(delimiter)) ?? ','
}

function readSample(text: string, delimiter: string, whole: boolean): CsvRecord[] {
  const records = [...new CsvReader(delimiter).read(text, whole)].flat()
  return records.filter((record) => record.values.some((value) => value.trim() !== '')).slice(0, 300)
}

/** Where a title stands above the headings, from these on: they are known, as any row may have two commas. */
function fitBelowTitle(records: readonly CsvRecord[]): number {
  const at = records.slice(0, 10).findIndex(({ values }) => knownHeadings(values) >= 2)
  return at < 1 ? 0 : fit(records.slice(at))
}

/** 0 for one that separates nothing, about 1 for one that all rows keep to; more columns break a tie. */
function fit([headings, ...rows]: CsvRecord[]): number {
  const columns = headings?.values.length ?? 0
  if (columns < 2) return 0
  if (rows.length === 0) return 0.5 + columns / 1000
  const share = (is: (row: CsvRecord) => boolean) => rows.filter(is).length / rows.length
  const same = share((row) => row.values.length === columns)
  const near = share(
    (row) =>
      row.values.length !== columns && row.values.length > columns / 2 && row.values.length <= columns + 3,
  )
  const odd = share((row) => row.odd === true || row.problem !== undefined)
  return Math.max(same + 0.4 * near - 0.7 * odd, 0.01) + columns / 1000
}
