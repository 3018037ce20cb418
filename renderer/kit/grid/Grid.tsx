import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ClipboardEvent, MouseEvent } from 'react'
import { Pencil } from 'lucide-react'
import { ContextMenu } from '../ContextMenu.tsx'
import { EmptyState } from '../EmptyState.tsx'
import type { MenuEntry } from '../MenuEntries.tsx'
import { useKitWords } from '../words.ts'
import { cellStyles } from './cellStyles.ts'
import { asTable, copyLimit } from './copy.ts'
import { GroupBar } from './GroupBar.tsx'
import { allOf, headOver, isHead, recordIn, recordsIn } from './groupTree.ts'
import type { GroupHead } from './groupTree.ts'
import { GridFoot, GridPlace } from './GridFoot.tsx'
import { GridHeader, intoHeader } from './GridHeader.tsx'
import { onGridKey } from './gridKeys.ts'
import type { GridProps } from './gridProps.ts'
import { GridRows } from './GridRows.tsx'
import { freshLayout, shownColumns } from './layout.ts'
import { pressed } from './pressed.ts'
import { RowWindow } from './rowWindow.ts'
import { selectedCount } from './selection.ts'
import { Totals } from './Totals.tsx'
import type { Layout } from './types.ts'
import { useBlocks } from './useBlocks.ts'
import { useEntries } from './useEntries.ts'
import { useEditing } from './useEditing.tsx'
import { useNarrow } from './useNarrow.ts'
import { useRowHeight } from './useRowHeight.ts'
import { useSelection } from './useSelection.ts'
import { copyRows } from './writeClipboard.ts'

/** Neither further nor more: the row alone. */
const plainly = { extend: false, keep: false }

/** Rows drawn grey until the first answer says how many there are. */
const expected = 60

export function Grid<Row>(props: GridProps<Row>) {
  const { label, columns: all, rows: source, version = 0, rowId, sort = [], onSort, checks = false } = props
  const words = useKitWords()
  const id = useId()
  const [ownLayout, setOwnLayout] = useState(freshLayout)
  const layout = props.layout ?? ownLayout
  const onLayout = (next: Layout) => {
    setOwnLayout(next)
    props.onLayout?.(next)
  }
  const columns = useMemo(() => shownColumns(all, layout), [all, layout])
  const { cells, root } = useMemo(() => cellStyles(columns, layout.frozen), [columns, layout.frozen])

  const { grouping } = props
  const { entries, tree } = useEntries(source, grouping, sort)
  const blocks = useBlocks(entries, version)
  const { probe, height: rowHeight } = useRowHeight()
  const stacked = useNarrow(probe)
  const known = blocks.total !== undefined
  const total = blocks.total ?? 0
  const [rowWindow] = useState(() => new RowWindow())
  const height = useSyncExternalStore(rowWindow.subscribe, () => rowWindow.drawn().height)
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (scroller.current ? rowWindow.attach(scroller.current) : undefined), [rowWindow])
  // Until the first answer the screen is full of rows to come.
  const rowCount = blocks.total ?? expected
  useLayoutEffect(() => rowWindow.extend({ rows: rowCount, rowHeight }), [rowWindow, rowCount, rowHeight])
  const chosen = useSelection({
    blocks,
    rowId: (entry) => (isHead(entry) ? undefined : rowId(entry)),
    keyOf: (entry) => (isHead(entry) ? entry.key : rowId(entry)),
    selection: props.selection,
    onSelect: props.onSelect,
    all: tree && ((limit) => allOf(source, limit)),
  })
  const { active, selection, setActive } = chosen
  const [column, setColumn] = useState(-1)

  // Another question begins at its top.
  const [question, setQuestion] = useState(entries)
  if (question !== entries) {
    setQuestion(entries)
    setActive(-1)
    setColumn(-1)
  }
  useEffect(() => {
    if (blocks.replace(entries)) rowWindow.toTop()
  }, [blocks, rowWindow, entries])

  const here = active >= 0 ? blocks.row(active) : undefined
  const activeRow = isHead(here) ? undefined : here
  const rowAt = (index: number) => recordIn(blocks.row(index))
  const { onActive } = props
  useEffect(() => onActive?.(activeRow), [activeRow, onActive])

  const goTo = (index: number, how: { extend: boolean; keep: boolean }) => {
    chosen.goTo(index, how)
    rowWindow.showRow(index)
  }
  const goToColumn = (next: number) => {
    setColumn(next)
    if (active < 0) return
    document
      .getElementById(`${id}-${active}-${next}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const toggle = (head: GroupHead, wanted: boolean) => {
    tree?.toggle(head, wanted)
    blocks.reshape()
  }
  const open = (index: number) => {
    const entry = blocks.row(index)
    if (isHead(entry)) toggle(entry, !entry.open)
    else if (entry !== undefined) props.onOpen?.(entry)
  }
  const unfold = (wanted: boolean) => {
    if (!tree) return false
    if (isHead(here) && here.open !== wanted) toggle(here, wanted)
    else if (isHead(here) && wanted) goTo(active + 1, plainly)
    else if (wanted || column >= 0) return false
    else {
      const head = headOver(blocks, active)
      if (head !== undefined) goTo(head, plainly)
    }
    return true
  }

  const describe = (failure: unknown) => props.describeError?.(failure) ?? { title: words.couldNotLoad }
  const editing = useEditing({
    columns,
    active,
    row: activeRow,
    rowAt,
    goTo: (index) => goTo(index, plainly),
    goToColumn,
    focus: () => scroller.current?.focus(),
    changed: (before, after) => blocks.put(before, after),
    describe: (failure) => describe(failure).title,
  })

  const onClick = (event: MouseEvent) => {
    const at = pressed(event.target)
    if (at.index < 0 || at.own) return
    const touched = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch'
    if (at.toggle) open(at.index)
    else if (at.edit)
      return void editing.begin(
        columns.findIndex(({ id }) => id === at.column),
        at.index,
      )
    else if (at.check || (event.ctrlKey && !event.shiftKey) || event.metaKey) chosen.toggleAt(at.index)
    else goTo(at.index, { extend: event.shiftKey, keep: event.ctrlKey })
    setColumn(-1)
    if (touched && !at.check && !at.toggle) open(at.index)
  }
  const menuFor = (target: Element): readonly MenuEntry[] => {
    const at = pressed(target)
    const index = at.index < 0 ? active : at.index
    const row = rowAt(index)
    if (row === undefined) return []
    if (!chosen.isSelected(row)) goTo(index, plainly)
    const place = at.column === undefined ? column : columns.findIndex(({ id }) => id === at.column)
    const entries = props.menu?.(row, columns[place]?.id) ?? []
    if (!editing.mayEdit(place, row)) return entries
    return [
      ...entries,
      ...(entries.length > 0 ? (['line'] as const) : []),
      {
        label: words.editCell(columns[place]!.title),
        icon: Pencil,
        keys: 'F2',
        onChoose: () => void editing.begin(place, index),
      },
    ]
  }

  const records = tree ? blocks.records : total
  const count = selectedCount(selection, records)
  const titles = useMemo(
    () => (tree ? new Map(all.map((one) => [one.id, one.title])) : undefined),
    [tree, all],
  )
  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget) return
    event.preventDefault()
    const cell = count <= 1 && activeRow !== undefined ? columns[column] : undefined
    if (cell) return event.clipboardData.setData('text/plain', asTable([activeRow!], [cell]))
    // Rows that have scrolled away have to be fetched: the clipboard is written when they are here.
    void chosen.rows(copyLimit).then((found) => copyRows(recordsIn(found), columns))
  }

  const failed = blocks.failure !== undefined && !known

  return (
    <div
      className={stacked ? 'kit-grid stacked' : 'kit-grid'}
      data-figures={columns.filter(({ align }) => align === 'end').length > 4 ? 'many' : undefined}
      style={stacked ? undefined : root}
      data-density={props.display?.density}
      data-replaced={blocks.replaced && known ? true : undefined}
    >
      <div className="kit-row-probe" ref={probe} aria-hidden="true" />
      {grouping && (
        <GroupBar
          columns={all}
          by={grouping.by}
          onBy={grouping.onBy}
          onAll={(wanted) => {
            tree?.toggleAll(wanted)
            blocks.reshape()
          }}
        />
      )}
      <ContextMenu entries={menuFor}>
        <div
          ref={scroller}
          className="kit-grid-scroll"
          role={tree ? 'treegrid' : 'grid'}
          tabIndex={0}
          aria-label={label}
          aria-rowcount={known ? total + 1 : -1}
          aria-colcount={columns.length}
          aria-multiselectable="true"
          aria-busy={blocks.busy}
          aria-activedescendant={
            active < 0 ? undefined : column < 0 ? `${id}-${active}` : `${id}-${active}-${column}`
          }
          onCopy={onCopy}
          // A field that scrolled away would take along what is typed in it: turned away from, it saves.
          onWheel={() => editing.open && scroller.current?.focus()}
          onFocus={(event) => {
            // Come to by the keyboard: the first row is where one is.
            const byKeys = event.target === event.currentTarget && event.target.matches(':focus-visible')
            if (byKeys && active < 0 && total > 0) goTo(0, plainly)
          }}
          onKeyDown={(event) =>
            onGridKey(event, {
              active,
              column,
              rows: total,
              columns: columns.length,
              page: Math.max(1, Math.floor(rowWindow.drawn().view / rowHeight) - 1),
              goTo,
              goToColumn,
              leaveUp: () => intoHeader(scroller.current, Math.max(0, column)),
              open: () => open(active),
              edit: () => editing.begin(column),
              look: props.onLook && activeRow !== undefined ? () => props.onLook?.(activeRow) : undefined,
              toggle: () => chosen.toggleAt(active),
              selectAll: chosen.selectAll,
              clear: () => {
                if (count <= 1) return false
                chosen.clear()
                return true
              },
              unfold,
            })
          }
        >
          <GridHeader
            all={all}
            columns={columns}
            cells={cells}
            layout={layout}
            onLayout={onLayout}
            sort={sort}
            onSort={onSort}
            checks={checks}
            allSelected={records > 0 && count === records}
            onCheckAll={() => (count === records ? chosen.clear() : chosen.selectAll())}
            filtering={props.filtering}
            display={props.display}
            toned={props.tone !== undefined}
            stacked={stacked}
            grouped={grouping?.by ?? []}
            onGroup={grouping?.onBy}
            busy={known && (blocks.busy || blocks.replaced)}
            onLeave={() => {
              scroller.current?.focus()
              if (active < 0 && total > 0) goTo(0, plainly)
            }}
          />
          <div
            className="kit-grid-body"
            role="rowgroup"
            style={{ blockSize: height }}
            onClick={onClick}
            onDoubleClick={(event) => {
              const at = pressed(event.target)
              if (at.index >= 0 && !at.own && !at.check && !at.toggle) open(at.index)
            }}
          >
            {!failed && total + (known ? 0 : expected) > 0 && (
              <GridRows
                id={id}
                blocks={blocks}
                rowWindow={rowWindow}
                rowHeight={rowHeight}
                columns={columns}
                cells={cells}
                checks={checks}
                stacked={stacked}
                isSelected={chosen.isSelected}
                active={active}
                activeColumn={column}
                open={editing.open}
                tone={props.display?.coloured === false ? undefined : props.tone}
                titles={titles}
                depth={grouping?.by.length ?? 0}
              />
            )}
          </div>
          <Totals columns={columns} cells={cells} checks={checks} stacked={stacked} />
        </div>
      </ContextMenu>
      <GridPlace
        failed={failed ? describe(blocks.failure) : undefined}
        onRetry={() => blocks.retry()}
        empty={
          known && total === 0 && !blocks.replaced
            ? (props.empty ?? <EmptyState title={words.noRows} />)
            : null
        }
      />
      <GridFoot
        total={known ? records : undefined}
        selected={count}
        failed={known && blocks.failure !== undefined}
        onRetry={() => blocks.retry()}
      >
        {props.footer}
      </GridFoot>
    </div>
  )
}
