import type { ReactNode } from 'react'
import type { Value } from '../../../app/criteria.ts'
import type { Tone } from '../tone.ts'
import type { Density } from './gridState.ts'

export type RowId = string | number

/** `records`: how many of `total` are records, where headings stand between them. */
export type Page<Row> = { rows: readonly Row[]; total: number; records?: number }

/**
 * Where rows come from. A new object means another question (other filter, other order): the grid goes to the top.
 * For the same question with changed data, raise `version`.
 */
export type RowSource<Row> = {
  page: (offset: number, limit: number, signal: AbortSignal) => Promise<Page<Row>>
  /** The data may have changed: what the source itself remembers of it is to be asked anew. */
  refresh?: (() => void) | undefined
}

export type Column<Row> = {
  id: string
  title: string
  /** CSS pixels, until the reader says otherwise. */
  width: number
  /** Takes a share of the width that is left over. */
  grow?: number | undefined
  align?: 'start' | 'end' | 'center' | undefined
  /** What is copied, and shown where there is no `render`. */
  value: (row: Row) => string | number | null | undefined
  render?: ((row: Row) => ReactNode) | undefined
  sortable?: boolean | undefined
  /** By which it is put in order, where that is not what it shows: of a day its moment. Rows that are all at hand only. */
  order?: ((row: Row) => string | number) | undefined
  /** How one filters by it, where rows are all at hand: parts of a text, or its different values. */
  filterAs?: 'text' | 'choice' | undefined
  /** Rows can be put under headings by it. */
  groupable?: boolean | undefined
  /** Can be changed where it stands. Absent for what the reader may not change. */
  edit?: CellEdit<Row> | undefined
  /** A small control under the title. */
  filter?: ReactNode
  /** Under the last row. */
  total?: ReactNode
  /** Cannot be hidden: the name. */
  fixed?: boolean | undefined
  /** Not there until the reader asks for it. */
  rare?: boolean | undefined
  /** Has buttons: on a phone it stands with its row even where it says nothing. */
  acts?: boolean | undefined
}

/** How a cell is changed in the table. Values are texts; of a choice, its id, '' for none. */
export type CellEdit<Row> = {
  value: (row: Row) => string
  /** A choice of a short list instead of free text. */
  choices?: readonly { id: string; label: string }[] | undefined
  /** Words of the choice of nothing; without them something must be chosen. */
  none?: string | undefined
  maxLength?: number | undefined
  /** What is wrong with it as a sentence, before it is saved. */
  check?: ((value: string) => string | undefined) | undefined
  /**
   * Called as one begins to change it; what it gives back saves, and resolves to the row as it is then. A rejection
   * leaves the cell open, with the reason.
   */
  begin: (row: Row) => (value: string) => Promise<Row>
}

export type Sort = { column: string; descending: boolean }

/** What the reader did to the columns. Made of plain values, to be saved as it is. */
export type Layout = {
  order: readonly string[]
  widths: Readonly<Record<string, number>>
  /** Columns that are not as the program has them: hidden, or of those that are `rare`, shown. */
  hidden: readonly string[]
  /** How many at the start stay while the others scroll. */
  frozen: number
}

/** All that a person does to a table and finds again. */
export type GridState = {
  layout: Layout
  sort: readonly Sort[]
  groups: readonly string[]
  filterRow: boolean
  density: Density
  coloured: boolean
}

/** How rows look, where the reader can change it. */
export type Display = Pick<GridState, 'density' | 'coloured'> & {
  onDisplay: (changed: Partial<Pick<GridState, 'density' | 'coloured'>>) => void
}

/** All that match are selected as a question, not as a million ids. */
export type Selection =
  { mode: 'some'; ids: ReadonlySet<RowId> } | { mode: 'all'; except: ReadonlySet<RowId> }

/** One step on the way to a group: the value that its rows have in a column. */
export type GroupStep = { column: string; key: Value }

/** Rows with the same value in a column. `totals`: what stands under a column, by its id. */
export type Group = {
  key: Value
  title: string
  count: number
  totals?: Readonly<Record<string, ReactNode>> | undefined
}

/** By which columns rows are grouped, and where groups come from. New functions mean another question. */
export type Grouping<Row> = {
  by: readonly string[]
  onBy: (columns: readonly string[]) => void
  /** The groups by a column of those rows that the path leads to, and how many rows that are in all. */
  groups: (
    path: readonly GroupStep[],
    column: string,
  ) => Promise<{ groups: readonly Group[]; records: number }>
  /** The rows that the path leads to. */
  rows: (path: readonly GroupStep[], offset: number, limit: number, signal: AbortSignal) => Promise<Page<Row>>
}

export type RowTone = Tone
