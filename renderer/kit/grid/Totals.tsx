import { CellContent } from './CellContent.tsx'
import type { CellStyle } from './GridRow.tsx'
import type { Column } from './types.ts'

type Props<Row> = {
  columns: readonly Column<Row>[]
  cells: readonly CellStyle[]
  checks: boolean
  /** There is no room for columns: sums stand one after another, each with its name. */
  stacked: boolean
}

/** Sums under the columns, for all rows and not only those seen. */
export function Totals<Row>({ columns, cells, checks, stacked }: Props<Row>) {
  if (!columns.some((column) => column.total !== undefined)) return <div role="presentation" />
  if (stacked)
    return (
      <div className="kit-grid-totals" role="rowgroup">
        <div className="kit-stack-totals" role="row">
          {columns.map(
            ({ id, title, align, total }) =>
              total !== undefined && (
                <span key={id} role="gridcell">
                  {align === 'end' && <small className="kit-stack-name">{title}</small>}
                  {total}
                </span>
              ),
          )}
        </div>
      </div>
    )
  return (
    <div className="kit-grid-totals" role="rowgroup">
      <div className="kit-row-line" role="row">
        {checks && <div role="gridcell" className="kit-cell kit-check-cell" />}
        {columns.map((column, place) => (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={place + 1}
            className={`kit-cell ${column.align ?? 'start'} ${cells[place]?.frozen ? 'frozen' : ''}`}
            style={cells[place]?.style}
          >
            <CellContent>{column.total}</CellContent>
          </div>
        ))}
      </div>
    </div>
  )
}
