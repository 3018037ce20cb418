import type { Measured } from './row.ts'

/** Figures as people read them: three that count. */
export const figure = (value: number): string =>
  Number.isFinite(value) ? (value >= 100 ? value.toFixed(0) : value.toPrecision(3)) : '–'

/** Rows as lines of a table for a terminal, headings first. */
export function table(rows: readonly Measured[]): string[] {
  const cells = rows.map((row) => [
    row.name,
    `${figure(row.value)} ${row.unit}`,
    `${figure(row.raw)} ${row.unit}`,
    `${figure(row.ratio)}×`,
    `≤ ${figure(row.target)} ${row.unit}`,
    row.holds ? 'holds' : 'DOES NOT HOLD',
  ])
  const headings = ['name', 'measured', 'raw', 'ratio', 'target', '']
  const widths = headings.map((heading, at) =>
    Math.max(...[heading, ...cells.map((row) => row[at]!)].map((text) => text.length)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((text, at) => (at === 0 || at === 5 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!)))
      .join('  ')
      .trimEnd()
  return [line(headings), ...cells.map(line)]
}
