import type { Column, Layout } from './types.ts'

const narrowest = 40
const widest = 1200

export const freshLayout: Layout = { order: [], widths: {}, hidden: [], frozen: 0 }

/** Every column in the reader's order. New columns stand where the program put them, lost ones are passed over. */
export function orderedColumns<Row>(columns: readonly Column<Row>[], layout: Layout): Column<Row>[] {
  const known = new Set(layout.order)
  const byId = new Map(columns.map((column) => [column.id, column]))
  const ordered = layout.order.flatMap((id) => byId.get(id) ?? [])
  columns.forEach((column, place) => {
    if (known.has(column.id)) return
    const before = columns[place - 1]
    const after = before ? ordered.indexOf(before) : -1
    ordered.splice(after + 1, 0, column)
  })
  return ordered
}

/** Columns that one seldom needs are there once the reader has asked for them. */
export const isShown = <Row>(column: Column<Row>, { hidden }: Layout): boolean =>
  column.fixed === true || hidden.includes(column.id) === (column.rare === true)

/** The columns to draw, with the reader's widths. */
export function shownColumns<Row>(columns: readonly Column<Row>[], layout: Layout): Column<Row>[] {
  return orderedColumns(columns, layout)
    .filter((column) => isShown(column, layout))
    .map((column, place) => {
      const width = layout.widths[column.id]
      const own = width === undefined ? column : { ...column, width, grow: undefined }
      // Where a frozen column stands follows from the widths before it, so those do not grow.
      return place < layout.frozen - 1 ? { ...own, grow: undefined } : own
    })
}

export const resized = (layout: Layout, id: string, width: number): Layout => ({
  ...layout,
  widths: { ...layout.widths, [id]: Math.round(Math.min(widest, Math.max(narrowest, width))) },
})

/** Puts a column in the place of another. */
export function moved<Row>(
  columns: readonly Column<Row>[],
  layout: Layout,
  id: string,
  target: string,
): Layout {
  const order = orderedColumns(columns, layout).map((column) => column.id)
  const from = order.indexOf(id)
  const to = order.indexOf(target)
  if (from < 0 || to < 0) return layout
  order.splice(from, 1)
  order.splice(to, 0, id)
  return { ...layout, order }
}

/** One place earlier (-1) or later (1) among the columns that are shown. */
export function nudged<Row>(columns: readonly Column<Row>[], layout: Layout, id: string, by: -1 | 1): Layout {
  const shown = shownColumns(columns, layout)
  const target = shown[shown.findIndex((column) => column.id === id) + by]
  return target ? moved(columns, layout, id, target.id) : layout
}

export const hiddenToggled = (layout: Layout, id: string): Layout => ({
  ...layout,
  hidden: layout.hidden.includes(id) ? layout.hidden.filter((h) => h !== id) : [...layout.hidden, id],
})
