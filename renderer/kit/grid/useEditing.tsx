import { useState } from 'react'
import type { ReactNode } from 'react'
import { CellEditor } from './CellEditor.tsx'
import type { Column } from './types.ts'

type Given<Row> = {
  columns: readonly Column<Row>[]
  active: number
  /** The record in focus; undefined for headings and rows that are not here yet. */
  row: Row | undefined
  rowAt: (index: number) => Row | undefined
  goTo: (index: number) => void
  goToColumn: (place: number) => void
  /** Back to the rows, from the field. */
  focus: () => void
  changed: (before: Row, after: Row) => void
  describe: (error: unknown) => string
}

/** A cell open to be changed, and where its field stands. */
export type OpenCell = { place: number; field: ReactNode }

/** Changing cells in place: one at a time, in the row in focus. */
export function useEditing<Row>(given: Given<Row>) {
  const { columns, active, row } = given
  const [editing, setEditing] = useState<{ index: number; column: string }>()
  const place = editing?.index === active ? columns.findIndex(({ id }) => id === editing.column) : -1
  const column = columns[place]

  const mayEdit = (at: number, which = row) => which !== undefined && columns[at]?.edit !== undefined

  const begin = (at: number, index = active): boolean => {
    const id = columns[at]?.id
    if (id === undefined || !mayEdit(at, given.rowAt(index))) return false
    if (index !== active) given.goTo(index)
    given.goToColumn(at)
    setEditing({ index, column: id })
    return true
  }
  /** To the next cell that can be changed, over the end of the row into the next one. */
  const goOn = (step: -1 | 1) => {
    const able = columns.flatMap((one, at) => (one.edit ? [at] : []))
    const next = step > 0 ? able.find((at) => at > place) : able.findLast((at) => at < place)
    const around = step > 0 ? able[0] : able.at(-1)
    const began = next === undefined ? around !== undefined && begin(around, active + step) : begin(next)
    if (!began) {
      setEditing(undefined)
      given.focus()
    }
  }

  let open: OpenCell | undefined
  if (column?.edit && row !== undefined)
    open = {
      place,
      field: (
        <CellEditor
          key={`${active} ${column.id}`}
          row={row}
          label={column.title}
          edit={column.edit}
          describe={given.describe}
          onCancel={() => {
            setEditing(undefined)
            given.focus()
          }}
          onDone={(after, step) => {
            if (after !== undefined) given.changed(row, after)
            if (step !== 0) return goOn(step)
            setEditing(undefined)
            given.focus()
          }}
        />
      ),
    }
  return { open, begin, mayEdit }
}
