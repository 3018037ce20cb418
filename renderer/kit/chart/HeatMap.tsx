import { useRef, useState, type KeyboardEvent } from 'react'
import { useKitWords } from '../words.ts'

type Props = {
  /** What is counted, over the table. */
  label: string
  /** What stands before the rows: "Day of the week". */
  title: string
  rows: readonly string[]
  columns: readonly string[]
  /** How many in each cell, row by row. */
  values: readonly (readonly number[])[]
  /** A whole cell in words, for those who do not see where it stands. */
  describe: (row: number, column: number) => string
  onPick: (row: number, column: number) => void
}

/** Shades beside "none". */
const shades = 6

const steps: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/**
 * Counts by two things at once, the darker the more. It is a table, so it reads as one; one cell is a stop of Tab, arrows
 * go to the others, Enter opens what a cell counts.
 */
export function HeatMap({ label, title, rows, columns, values, describe, onPick }: Props) {
  const words = useKitWords()
  const place = useRef<HTMLTableElement>(null)
  const [last, setAt] = useState<readonly [row: number, column: number]>([0, 0])
  // Another choice of what is counted may have fewer rows and columns.
  const at = [Math.min(last[0], rows.length - 1), Math.min(last[1], columns.length - 1)] as const
  const most = Math.max(1, ...values.flat())
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const turned = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const inside = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1)
    const next = [
      inside(at[0] + step[0], rows.length),
      inside(at[1] + step[1] * turned, columns.length),
    ] as const
    setAt(next)
    place.current?.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)?.focus()
  }
  return (
    <table className="kit-heat" aria-label={label} ref={place} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, y) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {columns.map((column, x) => {
              const value = values[y]?.[x] ?? 0
              return (
                <td key={column}>
                  <button
                    type="button"
                    data-cell={`${y} ${x}`}
                    data-shade={value === 0 ? 0 : Math.max(1, Math.ceil((value / most) * shades))}
                    tabIndex={at[0] === y && at[1] === x ? 0 : -1}
                    aria-label={describe(y, x)}
                    title={describe(y, x)}
                    onFocus={() => setAt([y, x])}
                    onClick={() => onPick(y, x)}
                  >
                    {value > 0 && words.number(value)}
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
