import { useEffect, useSyncExternalStore } from 'react'
import type { RowBlocks } from './blocks.ts'
import { GridRow } from './GridRow.tsx'
import type { CellStyle } from './GridRow.tsx'
import type { RowWindow } from './rowWindow.ts'
import { isHead, type GroupHead } from './groupTree.ts'
import type { Column, RowTone } from './types.ts'
import type { OpenCell } from './useEditing.tsx'

type Props<Row> = {
  /** What the ids of rows begin with. */
  id: string
  blocks: RowBlocks<Row | GroupHead>
  rowWindow: RowWindow
  rowHeight: number
  columns: readonly Column<Row>[]
  cells: readonly CellStyle[]
  checks: boolean
  stacked: boolean
  isSelected: (row: Row) => boolean
  active: number
  activeColumn: number
  /** The cell of the active row that is being changed. */
  open: OpenCell | undefined
  tone: ((row: Row) => RowTone | undefined) | undefined
  /** Titles of all columns, for the headings of groups; absent where rows are not grouped. */
  depth: number
  titles: ReadonlyMap<string, string> | undefined
}

/** The rows on the screen. Scrolling draws this and nothing else of the grid. */
export function GridRows<Row>(props: Props<Row>) {
  const { id, blocks, rowWindow, rowHeight, columns, cells, checks, active, activeColumn, titles } = props
  const { first, last, anchor, stage } = useSyncExternalStore(rowWindow.subscribe, rowWindow.drawn)
  useEffect(() => {
    if (last >= first) blocks.look(first, last)
  }, [blocks, first, last])
  const count = Math.max(0, last - first + 1)
  const depth = props.depth
  // Rows that scroll out lend their elements to those that scroll in.
  const pool = 2 ** Math.ceil(Math.log2(Math.max(16, count)))
  return (
    <div className="kit-grid-stage" role="presentation" style={{ insetBlockStart: stage }}>
      {Array.from({ length: count }, (_, i) => {
        const index = first + i
        const entry = blocks.row(index)
        const head = isHead(entry) ? entry : undefined
        const row = isHead(entry) ? undefined : entry
        return (
          <GridRow
            key={index % pool}
            id={`${id}-${index}`}
            index={index}
            top={(index - anchor) * rowHeight}
            row={row}
            columns={columns}
            cells={cells}
            checks={checks}
            stacked={props.stacked}
            selected={row !== undefined && props.isSelected(row)}
            active={index === active}
            activeColumn={index === active ? activeColumn : -1}
            open={index === active ? props.open : undefined}
            tone={row === undefined ? undefined : props.tone?.(row)}
            head={head}
            headOf={head && titles?.get(head.column)}
            level={titles === undefined ? undefined : head ? head.level : depth}
          />
        )
      })}
    </div>
  )
}
