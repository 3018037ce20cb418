import { useRef, useState } from 'react'
import type { RowBlocks } from './blocks.ts'
import { add, everything, isSelected, nothing, only, toggle } from './selection.ts'
import type { RowId, Selection } from './types.ts'

/** Rows that a Shift-range takes at most: their ids have to be fetched. More is "all that match", less some. */
const longest = 20_000

/** Rows looked through for the one in focus, when the list has changed under it. */
const nearby = 300

type Options<Row> = {
  blocks: RowBlocks<Row>
  /** Undefined for what cannot be selected: a heading. */
  rowId: (row: Row) => RowId | undefined
  /** By which a row is known again when others come or go above; its id where nothing else is said. */
  keyOf?: ((row: Row) => RowId) | undefined
  /** Gives up to so many of all records, where headings stand between the rows or hide them. */
  all?: ((limit: number) => Promise<Row[]>) | undefined
  selection: Selection | undefined
  onSelect: ((selection: Selection) => void) | undefined
}

/**
 * The row in focus and the rows selected. Moving selects the row one comes to, as in a list of files; with Ctrl it
 * only moves, with Shift it takes everything on the way.
 */
export function useSelection<Row>(options: Options<Row>) {
  const { blocks, rowId, selection: given, onSelect, all } = options
  const keyOf = (row: Row) => options.keyOf?.(row) ?? rowId(row)
  const [own, setOwn] = useState<Selection>(nothing)
  const [active, setActive] = useState(-1)
  const [held, setHeld] = useState<{ index: number; id: RowId | undefined }>()
  const from = useRef(0)
  const base = useRef<Selection>(nothing)
  const ranging = useRef<AbortController>(undefined)
  /** Waits for a row that one has come to before it was fetched. */
  const waiting = useRef<() => void>(undefined)
  /** Selected rows as they were seen, so that they can be copied after they have scrolled away. */
  const seen = useRef(new Map<RowId, { row: Row; index: number }>())
  const selection = given ?? own

  // Rows that come or go above must not put another one under the Enter key.
  const here = active < 0 || blocks.replaced ? undefined : blocks.row(active)
  if (here !== undefined && (held?.index !== active || held.id !== keyOf(here))) {
    const moved = held?.index === active ? nearRow(held.id) : undefined
    if (moved !== undefined) setActive(moved)
    setHeld({ index: moved ?? active, id: moved === undefined ? keyOf(here) : held!.id })
  }
  function nearRow(id: RowId | undefined): number | undefined {
    for (let step = 1; step <= nearby; step++)
      for (const index of [active - step, active + step]) {
        const row = index < 0 ? undefined : blocks.row(index)
        if (row !== undefined && keyOf(row) === id) return index
      }
    return undefined
  }

  const select = (next: Selection) => {
    setOwn(next)
    onSelect?.(next)
  }
  const remember = (row: Row, index: number) => {
    const id = rowId(row)
    if (id !== undefined) seen.current.set(id, { row, index })
    return id
  }
  const idAt = (index: number): RowId | undefined => {
    const row = blocks.row(index)
    if (row === undefined) return undefined
    return remember(row, index)
  }

  const range = async (to: number, keep: boolean) => {
    const start = Math.max(0, Math.min(from.current, to))
    const end = Math.min(Math.max(from.current, to), start + longest - 1)
    ranging.current?.abort()
    const before = keep ? base.current : nothing
    const take = (rows: readonly Row[]) => {
      select(
        add(
          before,
          rows.flatMap((row, i) => remember(row, start + i) ?? []),
        ),
      )
    }
    const here = Array.from({ length: Math.min(end - start + 1, 1000) }, (_, i) => blocks.row(start + i))
    const loaded = here.filter((row) => row !== undefined)
    take(loaded)
    if (loaded.length === end - start + 1) return
    const controller = new AbortController()
    ranging.current = controller
    const rows = await blocks.load(start, end, controller.signal)
    if (!controller.signal.aborted) take(rows)
  }

  /** Goes to a row. `extend`: Shift. `keep`: Ctrl. */
  const goTo = (index: number, { extend = false, keep = false } = {}) => {
    setActive(index)
    waiting.current?.()
    if (extend) {
      // A failed fetch leaves the rows that are here selected; the grid says that it failed.
      range(index, keep).catch(() => {})
      return
    }
    ranging.current?.abort()
    from.current = index
    if (keep) return
    seen.current.clear()
    const id = idAt(index)
    select(id === undefined ? nothing : only([id]))
    // Selected when it comes; a heading is here and never will be.
    if (id !== undefined || blocks.row(index) !== undefined) return
    const stop = blocks.subscribe(() => {
      const arrived = idAt(index)
      if (arrived === undefined) return
      stop()
      select(only([arrived]))
    })
    waiting.current = stop
  }

  const toggleAt = (index: number) => {
    setActive(index)
    from.current = index
    const id = idAt(index)
    if (id === undefined) return
    base.current = toggle(selection, id)
    select(base.current)
  }

  return {
    selection,
    active,
    setActive,
    goTo,
    toggleAt,
    selectAll: () => select(everything),
    clear: () => select(nothing),
    isSelected: (row: Row) => {
      const id = rowId(row)
      return id !== undefined && isSelected(selection, id)
    },
    /** The selected rows in the order of the list; fetched where all that match are meant, up to a limit. */
    async rows(limit: number): Promise<Row[]> {
      if (selection.mode === 'all') {
        const rows = all ? await all(limit) : await blocks.load(0, Math.min(limit, blocks.total ?? 0) - 1)
        return rows.filter((row) => isSelected(selection, rowId(row)!))
      }
      return [...selection.ids]
        .flatMap((id) => seen.current.get(id) ?? [])
        .sort((a, b) => a.index - b.index)
        .map(({ row }) => row)
    },
  }
}
