import { ChevronDown, ChevronRight, Pencil } from 'lucide-react'
import { memo } from 'react'
import type { CSSProperties } from 'react'
import { CellContent } from './CellContent.tsx'
import { toneAttribute } from '../tone.ts'
import { useKitWords } from '../words.ts'
import type { GroupHead } from './groupTree.ts'
import type { Column, RowTone } from './types.ts'
import type { OpenCell } from './useEditing.tsx'

export type CellStyle = { style: CSSProperties; frozen: boolean }

type Props<Row> = {
  id: string
  index: number
  top: number
  row: Row | undefined
  columns: readonly Column<Row>[]
  cells: readonly CellStyle[]
  checks: boolean
  /** Lines under one another instead of cells beside one another: there is no room for columns. */
  stacked: boolean
  selected: boolean
  active: boolean
  activeColumn: number
  open: OpenCell | undefined
  tone: RowTone | undefined
  /** Given: this is the heading of a group, `headOf` the title of the column. */
  head: GroupHead | undefined
  headOf: string | undefined
  /** How deep in groups; undefined where there are none. */
  level: number | undefined
}

function Bones({ index, place }: { index: number; place: number }) {
  // Uneven like words, and the same each time.
  return <span className="kit-bone" style={{ inlineSize: `${35 + ((index * 37 + place * 53) % 45)}%` }} />
}

function RowView<Row>(props: Props<Row>) {
  const { id, index, top, row, columns, cells, checks, selected, active, open, tone, head, level } = props
  const shared = {
    id,
    role: 'row',
    'aria-rowindex': index + 2,
    'data-index': index,
    style: { translate: `0 ${top}px` },
    ...(level === undefined ? {} : { 'aria-level': level + 1 }),
  }
  const classes = ['kit-row', selected ? 'selected' : '', active ? 'active' : '', head ? 'group' : '']
  if (head)
    return (
      <div {...shared} className={classes.join(' ')} aria-expanded={head.open}>
        <GroupCell head={head} of={props.headOf} span={columns.length + (checks ? 1 : 0)} />
        {head.totals &&
          columns.map((column, place) => (
            <div
              key={column.id}
              role="presentation"
              className={`kit-cell kit-group-total ${column.align ?? 'start'}`}
              style={cells[place]?.style}
            >
              <CellContent>{head.totals?.[column.id]}</CellContent>
            </div>
          ))}
      </div>
    )
  return (
    <div
      {...shared}
      className={classes.join(' ')}
      aria-selected={selected}
      aria-busy={row === undefined || undefined}
      {...toneAttribute(tone)}
    >
      {checks && (
        <div role="gridcell" className="kit-cell kit-check-cell">
          <span className="kit-check" data-check aria-hidden="true" />
        </div>
      )}
      {props.stacked ? (
        <StackedCells id={id} index={index} row={row} columns={columns} />
      ) : (
        columns.map((column, place) => (
          <div
            key={column.id}
            id={`${id}-${place}`}
            role="gridcell"
            aria-colindex={place + 1}
            aria-readonly={column.edit ? undefined : true}
            data-column={column.id}
            className={[
              'kit-cell',
              column.align ?? 'start',
              cells[place]?.frozen ? 'frozen' : '',
              active && place === props.activeColumn ? 'active' : '',
              open?.place === place ? 'open' : '',
            ].join(' ')}
            style={cells[place]?.style}
          >
            {open?.place === place ? (
              open.field
            ) : row === undefined ? (
              <Bones index={index} place={place} />
            ) : (
              <CellContent>{column.render ? column.render(row) : column.value(row)}</CellContent>
            )}
            {active && column.edit && open?.place !== place && (
              <span className="kit-cell-pencil" data-edit aria-hidden="true">
                <Pencil size={12} />
              </span>
            )}
          </div>
        ))
      )}
    </div>
  )
}

/** The first column as a line of its own, what else there is in the one below it: figures with what they count. Buttons beside both. */
function StackedCells<Row>(props: {
  id: string
  index: number
  row: Row | undefined
  columns: readonly Column<Row>[]
}) {
  const { id, index, row, columns } = props
  const [first, ...others] = columns
  const said = (column: Column<Row>) => {
    if (column.acts) return false
    const value = row === undefined ? undefined : column.value(row)
    return value !== undefined && value !== null && value !== ''
  }
  const content = (column: Column<Row>) =>
    row === undefined ? null : column.render ? column.render(row) : column.value(row)
  return (
    <>
      <div className="kit-stack" role="presentation">
        <div role="gridcell" id={`${id}-0`} data-column={first?.id} className="kit-cell">
          {row === undefined || !first ? (
            <Bones index={index} place={0} />
          ) : (
            <CellContent>{content(first)}</CellContent>
          )}
        </div>
        <div className="kit-stack-more" role="presentation">
          {others.filter(said).map((column) => (
            <span key={column.id} role="gridcell" data-column={column.id}>
              {column.align === 'end' && <small className="kit-stack-name">{column.title}</small>}
              {content(column)}
            </span>
          ))}
        </div>
      </div>
      {row !== undefined &&
        others
          .filter(({ acts }) => acts)
          .map((column) => (
            <div key={column.id} role="gridcell" data-column={column.id} className="kit-stack-acts">
              {content(column)}
            </div>
          ))}
    </>
  )
}

function GroupCell({ head, of, span }: { head: GroupHead; of: string | undefined; span: number }) {
  const words = useKitWords()
  const Icon = head.open ? ChevronDown : ChevronRight
  return (
    <div role="gridcell" aria-colspan={span} className="kit-cell kit-group-cell">
      <span className="kit-group-title" style={{ paddingInlineStart: `${head.level * 20}px` }}>
        <span data-toggle title={head.open ? words.collapse : words.expand}>
          <Icon size={15} className="kit-flip" aria-hidden="true" />
        </span>
        {of !== undefined && <small>{of}:</small>}
        <bdi>{head.title}</bdi>
        <b>{words.number(head.count)}</b>
      </span>
    </div>
  )
}

/** One row of a grid. Draws again only when something of its own has changed. */
export const GridRow = memo(RowView) as typeof RowView
