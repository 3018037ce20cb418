import type { ReactNode } from 'react'
import type { MenuEntry } from '../MenuEntries.tsx'
import type { RowFilters } from './filters/filter.ts'
import type {
  Column,
  Display,
  Grouping,
  Layout,
  RowId,
  RowSource,
  RowTone,
  Selection,
  Sort,
} from './types.ts'

/** What a grid is given by the window it stands in. */
export type GridProps<Row> = {
  /** Its name for screen readers: "Clients". */
  label: string
  /** Keep the same array between drawings: rows draw again when it changes. */
  columns: readonly Column<Row>[]
  rows: RowSource<Row>
  /** Raised when the data may have changed; what is shown stays until the new rows are here. */
  version?: number | string
  rowId: (row: Row) => RowId
  sort?: readonly Sort[]
  onSort?: (sort: Sort[]) => void
  /** Given: the owner keeps it. Not given: the grid keeps it while it is open. */
  /** Filters under the titles, by the columns' ids. */
  filtering?: RowFilters
  layout?: Layout
  onLayout?: (layout: Layout) => void
  selection?: Selection
  onSelect?: (selection: Selection) => void
  /** A column of tick boxes before the rows: for fingers, and where many are picked. */
  checks?: boolean
  /** Enter, double click, or a tap. */
  onOpen?: (row: Row) => void
  /** Space. */
  onLook?: (row: Row) => void
  /** The row in focus, as one moves. */
  onActive?: (row: Row | undefined) => void
  menu?: (row: Row, column: string | undefined) => readonly MenuEntry[]
  tone?: (row: Row) => RowTone | undefined
  grouping?: Grouping<Row>
  /** Height of rows, and whether `tone` colours them. Without it they are as the theme has them, and coloured. */
  display?: Display
  /** What stands there when there are no rows: an `<EmptyState>` with the first step. */
  empty?: ReactNode
  /** After the count, at the end of the last line. */
  footer?: ReactNode
  /** Words for a failed fetch; otherwise the kit's. */
  describeError?: (error: unknown) => { title: string; text?: string }
}
