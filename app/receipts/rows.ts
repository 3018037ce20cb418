import type { ReceiptRow } from './receipt.ts'

type Cell = ReceiptRow['cells'][number]

/** How many columns each cell has: what is asked for, and of the rest the same for each. One stays free between cells. */
export function widthsOf(cells: readonly Cell[], columns: number): number[] {
  const asked = cells.reduce((all, { width = 0 }) => all + width, 0)
  const open = cells.filter(({ width }) => width === undefined).length
  const left = Math.max(open, columns - asked - (cells.length - 1))
  let given = 0
  let rest = left
  return cells.map(({ width }) => {
    if (width !== undefined) return Math.min(width, columns)
    given++
    const share = given === open ? rest : Math.floor(left / open)
    rest -= share
    return Math.max(1, share)
  })
}

/** A text in lines of so many letters: broken between words, a longer word where it must. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (longer.length <= columns) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      line = word
      for (; line.length > columns; line = line.slice(columns)) lines.push(line.slice(0, columns))
    }
    lines.push(line)
  }
  return lines
}

/** The lines that a row makes on the paper, each as long as it is wide. */
export function linesOf({ cells, big }: ReceiptRow, columns: number): string[] {
  const wide = big ? Math.floor(columns / 2) : columns
  const widths = widthsOf(cells, wide)
  const wrapped = cells.map(({ text }, index) => wrap(text, widths[index]!))
  const height = Math.max(...wrapped.map(({ length }) => length))
  return Array.from({ length: height }, (_, at) =>
    cells
      .map(({ align }, index) => placed(wrapped[index]?.[at] ?? '', widths[index]!, align))
      .join(' ')
      .slice(0, wide)
      .trimEnd(),
  )
}

function placed(text: string, columns: number, align: Cell['align'] = 'start'): string {
  const free = columns - text.length
  if (align === 'end') return text.padStart(columns)
  return align === 'center'
    ? ' '.repeat(Math.floor(free / 2)) + text.padEnd(columns - Math.floor(free / 2))
    : text.padEnd(columns)
}
