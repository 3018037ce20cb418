import { useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { ContextMenu } from '../ContextMenu.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { ErrorState } from '../ErrorState.tsx'
import { GridFoot } from '../grid/GridFoot.tsx'
import { RowWindow } from '../grid/rowWindow.ts'
import { selectedCount } from '../grid/selection.ts'
import type { RowId, RowSource, Selection } from '../grid/types.ts'
import { useBlocks } from '../grid/useBlocks.ts'
import { useSelection } from '../grid/useSelection.ts'
import type { MenuEntry } from '../MenuEntries.tsx'
import { useKitWords } from '../words.ts'
import { onTileKey } from './tileKeys.ts'
import { useTileSize } from './useTileSize.ts'

/** What every way of seeing the same rows takes: the table, the tiles, the text. */
export type RowsView<Row> = {
  /** Its name for screen readers: "Clients". */
  label: string
  rows: RowSource<Row>
  /** Raised when the data may have changed; what is shown stays until the new rows are here. */
  version?: number | string
  rowId: (row: Row) => RowId
  selection?: Selection
  onSelect?: (selection: Selection) => void
  /** Enter, double click, or a tap. */
  onOpen?: (row: Row) => void
  /** Space. */
  onLook?: (row: Row) => void
  onActive?: (row: Row | undefined) => void
  /** What stands there when there are no rows. */
  empty?: ReactNode
  footer?: ReactNode
  describeError?: (error: unknown) => { title: string; text?: string }
}

type Props<Row> = RowsView<Row> & {
  tile: (row: Row) => ReactNode
  menu?: (row: Row) => readonly MenuEntry[]
}

/** Tiles drawn grey until the first answer says how many there are. */
const expected = 12

/** The rows of a list as tiles, as many side by side as there is room for. A million scroll like the rows of a grid. */
export function Tiles<Row>(props: Props<Row>) {
  const { label, rows: source, version = 0, rowId, tile } = props
  const words = useKitWords()
  const id = useId()
  const blocks = useBlocks(source, version)
  const known = blocks.total !== undefined
  const total = blocks.total ?? 0
  const [rowWindow] = useState(() => new RowWindow())
  const scroller = useRef<HTMLDivElement>(null)
  const { probe, across, lineHeight } = useTileSize(scroller)
  useLayoutEffect(() => (scroller.current ? rowWindow.attach(scroller.current) : undefined), [rowWindow])
  const lines = Math.ceil((blocks.total ?? expected) / across)
  useLayoutEffect(
    () => rowWindow.extend({ rows: lines, rowHeight: lineHeight }),
    [rowWindow, lines, lineHeight],
  )
  const height = useSyncExternalStore(rowWindow.subscribe, () => rowWindow.drawn().height)
  const chosen = useSelection({ blocks, rowId, selection: props.selection, onSelect: props.onSelect })
  const { active, selection, setActive } = chosen

  // Another question begins at its top.
  const [question, setQuestion] = useState(source)
  if (question !== source) {
    setQuestion(source)
    setActive(-1)
  }
  useEffect(() => {
    if (blocks.replace(source)) rowWindow.toTop()
  }, [blocks, rowWindow, source])

  const activeRow = active >= 0 ? blocks.row(active) : undefined
  const { onActive } = props
  useEffect(() => onActive?.(activeRow), [activeRow, onActive])

  const goTo = (index: number, how: { extend: boolean; keep: boolean }) => {
    chosen.goTo(index, how)
    rowWindow.showRow(Math.floor(index / across))
  }
  const open = (index: number) => {
    const row = blocks.row(index)
    if (row !== undefined) props.onOpen?.(row)
  }
  const indexOf = (target: EventTarget) => {
    const element = target instanceof Element ? target.closest('[data-index]') : null
    return element ? Number(element.getAttribute('data-index')) : -1
  }
  const onClick = (event: MouseEvent) => {
    const index = indexOf(event.target)
    if (index < 0) return
    const touched = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch'
    if ((event.ctrlKey && !event.shiftKey) || event.metaKey) chosen.toggleAt(index)
    else goTo(index, { extend: event.shiftKey, keep: event.ctrlKey })
    if (touched) open(index)
  }
  const menuFor = (target: Element): readonly MenuEntry[] => {
    const at = indexOf(target)
    const index = at < 0 ? active : at
    const row = blocks.row(index)
    if (row === undefined || !props.menu) return []
    if (!chosen.isSelected(row)) goTo(index, { extend: false, keep: false })
    return props.menu(row)
  }

  const count = selectedCount(selection, total)
  const failed = blocks.failure !== undefined && !known
  const error = failed ? props.describeError?.(blocks.failure) : undefined
  return (
    <div className="kit-grid" data-replaced={blocks.replaced && known ? true : undefined}>
      <ContextMenu entries={menuFor}>
        <div
          ref={scroller}
          className="kit-grid-scroll kit-tiles"
          role="listbox"
          tabIndex={0}
          aria-label={label}
          aria-multiselectable="true"
          aria-orientation="horizontal"
          aria-busy={blocks.busy}
          aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
          onFocus={(event) => {
            const byKeys = event.target === event.currentTarget && event.target.matches(':focus-visible')
            if (byKeys && active < 0 && total > 0) goTo(0, { extend: false, keep: false })
          }}
          onClick={onClick}
          onDoubleClick={(event) => open(indexOf(event.target))}
          onKeyDown={(event) =>
            onTileKey(event, {
              active,
              count: total,
              across,
              lines: Math.max(1, Math.floor(rowWindow.drawn().view / lineHeight)),
              goTo,
              open: () => open(active),
              look: props.onLook && activeRow !== undefined ? () => props.onLook?.(activeRow) : undefined,
              toggle: () => chosen.toggleAt(active),
              selectAll: chosen.selectAll,
              clear: () => {
                if (count <= 1) return false
                chosen.clear()
                return true
              },
            })
          }
        >
          {/* RowWindow takes the first and the last child for lines that stay in view: tiles have none. */}
          <span role="presentation" />
          <span className="kit-tile-probe" ref={probe} role="presentation" />
          <div className="kit-tiles-body" role="presentation" style={{ blockSize: height }}>
            {!failed && (!known || total > 0) && (
              <TileLines
                {...{ id, blocks, rowWindow, across, lineHeight, active, tile }}
                count={known ? total : expected}
                isSelected={chosen.isSelected}
              />
            )}
          </div>
          <span role="presentation" />
        </div>
      </ContextMenu>
      {failed && (
        <div className="kit-grid-place">
          <ErrorState
            title={error?.title ?? words.couldNotLoad}
            {...(error?.text === undefined ? {} : { text: error.text })}
            onRetry={() => blocks.retry()}
          />
        </div>
      )}
      {known && total === 0 && !blocks.replaced && (
        <div className="kit-grid-place">{props.empty ?? <EmptyState title={words.noRows} />}</div>
      )}
      <GridFoot
        total={blocks.total}
        selected={count}
        failed={known && blocks.failure !== undefined}
        onRetry={() => blocks.retry()}
      >
        {props.footer}
      </GridFoot>
    </div>
  )
}

type Lines<Row> = {
  /** What the ids of tiles begin with. */
  id: string
  blocks: ReturnType<typeof useBlocks<Row>>
  rowWindow: RowWindow
  across: number
  lineHeight: number
  count: number
  active: number
  isSelected: (row: Row) => boolean
  tile: (row: Row) => ReactNode
}

/** The lines on the screen. Scrolling draws this and nothing else. */
function TileLines<Row>(props: Lines<Row>) {
  const { id, blocks, rowWindow, across, lineHeight, count, active } = props
  const { first, last, anchor, stage } = useSyncExternalStore(rowWindow.subscribe, rowWindow.drawn)
  const from = first * across
  const to = Math.min(count - 1, (last + 1) * across - 1)
  useEffect(() => {
    if (to >= from) blocks.look(from, to)
  }, [blocks, from, to])
  return (
    <div className="kit-grid-stage" role="presentation" style={{ insetBlockStart: stage }}>
      {Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => {
        const line = first + place
        return (
          <div
            key={line}
            className="kit-tile-line"
            role="presentation"
            style={{
              translate: `0 ${(line - anchor) * lineHeight}px`,
              gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))`,
            }}
          >
            {Array.from({ length: Math.min(across, count - line * across) }, (_, at) => {
              const index = line * across + at
              const row = blocks.row(index)
              const selected = row !== undefined && props.isSelected(row)
              return (
                <div
                  key={index}
                  id={`${id}-${index}`}
                  role="option"
                  className={['kit-tile', selected ? 'selected' : '', index === active ? 'active' : ''].join(
                    ' ',
                  )}
                  data-index={index}
                  aria-selected={selected}
                  aria-setsize={count}
                  aria-posinset={index + 1}
                  aria-busy={row === undefined || undefined}
                >
                  {row === undefined ? <span className="kit-bone" /> : props.tile(row)}
                </div>
              )
            })}
          </div>
        )
      })}
    </div>
  )
}
