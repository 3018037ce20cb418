import type { CSSProperties } from 'react'
import { useKitWords } from '../words.ts'
import { chartColour, rowTotal, type ChartData } from './types.ts'

type Props = {
  data: ChartData
  /** What the rows are: "Status". */
  title: string
  /** What is counted: "Clients". */
  counted: string
  share: string
  /** Opens what a number is made of. */
  onPick: (row: number, part: number | undefined) => void
}

/** The numbers of a chart, to be read, and pressed with the keyboard. */
export function ChartTable({ data, title, counted, share, onPick }: Props) {
  const words = useKitWords()
  const { parts, rows } = data
  const all = rows.reduce((sum, row) => sum + rowTotal(row), 0)
  const several = parts.length > 1
  return (
    <table className="kit-chart-table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {several &&
            parts.map((part) => (
              <th key={part.key} scope="col">
                <span
                  className="kit-chart-key"
                  style={{ '--part': chartColour(part.tone) } as CSSProperties}
                  aria-hidden="true"
                />
                {part.name}
              </th>
            ))}
          <th scope="col">{counted}</th>
          <th scope="col">{share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const total = rowTotal(row)
          return (
            <tr key={row.key}>
              <th scope="row">
                <button type="button" className="kit-link" onClick={() => onPick(at, undefined)}>
                  <bdi>{row.name}</bdi>
                </button>
              </th>
              {several &&
                row.values.map((value, part) => (
                  <td key={parts[part]?.key}>
                    {value > 0 && (
                      <button type="button" className="kit-link" onClick={() => onPick(at, part)}>
                        {words.number(value)}
                      </button>
                    )}
                  </td>
                ))}
              <td>{words.number(total)}</td>
              <td>
                {all > 0 ? words.number(total / all, { style: 'percent', maximumFractionDigits: 1 }) : ''}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
