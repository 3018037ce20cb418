import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ContextMenu } from '../ContextMenu.tsx'
import { isRightToLeft } from '../pointer.ts'
import { useKitWords } from '../words.ts'
import { dragColumn } from './columnDrag.ts'
import type { CellStyle } from './GridRow.tsx'
import { FilterCell } from './filters/FilterCell.tsx'
import type { FilterField, RowFilters } from './filters/filter.ts'
import { mostGroups } from './GroupBar.tsx'
import { headerMenu } from './headerMenu.ts'
import { SortMenu, TableMenu } from './TableMenu.tsx'
import { tableEntries } from './tableEntries.ts'
import { moved, nudged, resized } from './layout.ts'
import { Resizer } from './Resizer.tsx'
import { nextSort } from './sorting.ts'
import type { Column, Display, Layout, Sort } from './types.ts'

type Props<Row> = {
  all: readonly Column<Row>[]
  columns: readonly Column<Row>[]
  cells: readonly CellStyle[]
  layout: Layout
  onLayout: (layout: Layout) => void
  sort: readonly Sort[]
  onSort: ((sort: Sort[]) => void) | undefined
  checks: boolean
  allSelected: boolean
  onCheckAll: () => void
  busy: boolean
  filtering: RowFilters | undefined
  display: Display | undefined
  toned: boolean
  /** Rows are lines under one another: no titles stand over them. */
  stacked: boolean
  grouped: readonly string[]
  onGroup: ((columns: readonly string[]) => void) | undefined
  /** Down from the titles: into the rows. */
  onLeave: () => void
}

const filterAt = (head: Element | null | undefined, place: number) =>
  head?.querySelector<HTMLElement>(`.kit-filters > [data-place="${place}"] :is(input, select, button)`)

/** Up from the rows: to the filter of a column, else to its title. */
export function intoHeader(grid: Element | null, place: number): void {
  const head = grid?.querySelector('.kit-grid-head')
  const title = head?.querySelectorAll<HTMLElement>('.kit-title')[place]
  const to = filterAt(head, place) ?? title
  to?.focus()
}

/** Pixels of one press of Ctrl+arrow. */
const nudge = 16

/** Titles that sort, widths that drag, filters under them. One stop of the Tab key; arrows go along it. */
export function GridHeader<Row>(props: Props<Row>) {
  const {
    onLeave,
    all,
    columns,
    cells,
    layout,
    onLayout,
    sort,
    onSort,
    checks,
    allSelected,
    onCheckAll,
    busy,
  } = props
  const words = useKitWords()
  const [stop, setStop] = useState(0)
  const { filtering, grouped, onGroup } = props
  const fieldOf = (id: string) =>
    filtering?.shown ? filtering.fields.find((field) => field.id === id) : undefined
  const filters = columns.some((column) => column.filter !== undefined || fieldOf(column.id))

  const mayGroup = (column: Column<Row>) =>
    onGroup !== undefined &&
    column.groupable === true &&
    grouped.length < mostGroups &&
    !grouped.includes(column.id)

  const widthOf = (target: Element) =>
    target.closest('[role=columnheader]')?.getBoundingClientRect().width ?? 0

  const onKeys = (event: KeyboardEvent<HTMLElement>, column: Column<Row>, place: number) => {
    const target = event.currentTarget
    const along = isRightToLeft(target) ? -1 : 1
    const step = event.key === 'ArrowRight' ? along : event.key === 'ArrowLeft' ? -along : 0
    if (step !== 0) {
      event.preventDefault()
      const way = step as -1 | 1
      if (event.ctrlKey && event.shiftKey) return onLayout(nudged(all, layout, column.id, way))
      if (event.ctrlKey) return onLayout(resized(layout, column.id, widthOf(target) + step * nudge))
      const next = Math.min(columns.length - 1, Math.max(0, place + step))
      setStop(next)
      const titles = target.closest('[role=row]')?.querySelectorAll<HTMLElement>('.kit-title')
      titles?.[next]?.focus()
    } else if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault()
      const { left, bottom } = target.getBoundingClientRect()
      target.dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
      )
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      if (!filters) return onLeave()
      const filter = filterAt(target.closest('.kit-grid-head'), place)
      if (filter) filter.focus()
      else onLeave()
    }
  }

  const menuOf = (column: Column<Row>) =>
    headerMenu(column, {
      all,
      columns,
      layout,
      onLayout,
      sort,
      onSort,
      grouped,
      onGroup,
      words,
    })

  const columnsMenu = tableEntries({
    all,
    layout,
    onLayout,
    filtering,
    display: props.display,
    toned: props.toned,
    words,
  })
  if (props.stacked)
    return (
      <div className="kit-grid-head kit-stacked-head" role="row" aria-rowindex={1}>
        <div role="columnheader">{onSort && <SortMenu columns={columns} sort={sort} onSort={onSort} />}</div>
        <div role="columnheader">
          <TableMenu entries={columnsMenu} />
        </div>
        <div className="kit-grid-busy" data-busy={busy || undefined} />
      </div>
    )

  return (
    <div className="kit-grid-head" role="rowgroup">
      <ContextMenu
        entries={(target) => {
          const id = target.closest('[data-column]')?.getAttribute('data-column')
          const column = columns.find((c) => c.id === id)
          return column ? menuOf(column) : []
        }}
      >
        <div className="kit-titles" role="row" aria-rowindex={1}>
          {checks && (
            <div role="columnheader" className="kit-cell kit-check-cell">
              <button
                type="button"
                role="checkbox"
                className="kit-check"
                data-on={allSelected || undefined}
                aria-checked={allSelected}
                aria-label={allSelected ? words.selectNone : words.selectAll}
                tabIndex={-1}
                onClick={onCheckAll}
              />
            </div>
          )}
          {columns.map((column, place) => {
            const rank = sort.findIndex((s) => s.column === column.id)
            const own = sort[rank]
            const Arrow = own?.descending ? ArrowDown : ArrowUp
            return (
              <div
                key={column.id}
                role="columnheader"
                aria-colindex={place + 1}
                aria-sort={
                  own ? (own.descending ? 'descending' : 'ascending') : column.sortable ? 'none' : undefined
                }
                data-column={column.id}
                className={[
                  'kit-cell kit-head-cell',
                  column.align ?? 'start',
                  cells[place]?.frozen ? 'frozen' : '',
                ].join(' ')}
                style={cells[place]?.style}
              >
                <button
                  type="button"
                  className="kit-title"
                  tabIndex={place === Math.min(stop, columns.length - 1) ? 0 : -1}
                  onFocus={() => setStop(place)}
                  onKeyDown={(event) => onKeys(event, column, place)}
                  onPointerDown={(event) => {
                    if (event.button !== 0 || event.pointerType === 'touch') return
                    dragColumn(event.nativeEvent, column.title, column.id, {
                      onMove: (target) => onLayout(moved(all, layout, column.id, target)),
                      onGroup: mayGroup(column) ? () => onGroup?.([...grouped, column.id]) : undefined,
                    })
                  }}
                  onClick={(event) => column.sortable && onSort?.(nextSort(sort, column.id, event.shiftKey))}
                >
                  <span>{column.title}</span>
                  {own && <Arrow size={13} aria-hidden="true" />}
                  {own && sort.length > 1 && <small aria-hidden="true">{words.number(rank + 1)}</small>}
                </button>
                <Resizer
                  label={words.resizeColumn(column.title)}
                  place={place}
                  column={column.id}
                  onDone={(width) => onLayout(resized(layout, column.id, width))}
                />
              </div>
            )
          })}
          <div className="kit-columns-button" role="columnheader">
            <TableMenu entries={columnsMenu} />
          </div>
        </div>
      </ContextMenu>
      {filters && (
        <div
          className="kit-filters"
          role="row"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
            const within = event.target instanceof Element && event.target.closest('[data-place]')
            // What has opened over the page answers for itself; a list of choices too.
            if (!within || event.altKey || event.target instanceof HTMLSelectElement) return
            event.preventDefault()
            if (event.key === 'ArrowDown') return onLeave()
            const titles = event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('.kit-title')
            titles?.[Number(within.getAttribute('data-place'))]?.focus()
          }}
        >
          {checks && <div className="kit-cell kit-check-cell" role="presentation" />}
          {columns.map((column, place) => (
            <div
              key={column.id}
              role="columnheader"
              aria-label={words.filter}
              data-place={place}
              className={cells[place]?.frozen ? 'kit-cell frozen' : 'kit-cell'}
              style={cells[place]?.style}
            >
              {column.filter ?? <FilterUnder field={fieldOf(column.id)} filtering={filtering} />}
            </div>
          ))}
        </div>
      )}
      <div className="kit-grid-busy" data-busy={busy || undefined} />
    </div>
  )
}

function FilterUnder(props: { field: FilterField | undefined; filtering: RowFilters | undefined }) {
  const { field, filtering } = props
  return field && filtering && <FilterCell field={field} filtering={filtering} />
}
