import type { CSSProperties } from 'react'
import type { CellStyle } from './GridRow.tsx'
import type { Column } from './types.ts'

/**
 * Widths live in custom properties of the grid, so that dragging one moves every cell without drawing a row.
 * `root` goes on the grid, `cells` on the cells of each column.
 */
export function cellStyles<Row>(columns: readonly Column<Row>[], frozen: number) {
  const root: Record<`--${string}`, string> = {}
  columns.forEach((column, place) => {
    root[`--w${place}`] = `${column.width}px`
    root[`--g${place}`] = String(column.grow ?? 0)
  })
  // Elements of rows are placed, so they give what holds them no width.
  root['--wide'] = `calc(var(--checks, 0px)${columns.map((_, place) => ` + var(--w${place})`).join('')})`
  const cells = columns.map((_, place): CellStyle => {
    const before = Array.from({ length: place }, (_, i) => ` + var(--w${i})`).join('')
    const style: CSSProperties = { flex: `var(--g${place}) 0 var(--w${place})` }
    if (place < frozen) style.insetInlineStart = `calc(var(--checks, 0px)${before})`
    return { style, frozen: place < frozen }
  })
  return { root: root as CSSProperties, cells }
}
